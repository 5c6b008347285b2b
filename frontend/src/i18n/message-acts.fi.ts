export const fi = {
  call: {
    reach: 'Soitettu',
    reachName: 'Soitettu: kirjaa, että asiakas tavoitettiin puhelimella',
    miss: 'Ei saatu kiinni',
    missName: 'Ei saatu kiinni: kirjaa, että asiakas ei vastannut puhelimeen',
    reached: 'Soitettu asiakkaalle',
    notReached: 'Soitettu asiakkaalle, ei saatu kiinni',
  },
  quote: {
    act: 'Lainaa',
    name: (moment: string) => `Lainaa viestiä ${moment}`,
    of: (name: string, moment: string) => `${name}, ${moment}`,
    drop: 'Jätä lainaus pois',
  },
};
