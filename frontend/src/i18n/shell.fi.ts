export const fi = {
  skipToContent: 'Siirry sisältöön',
  mainNavigation: 'Päävalikko',
  language: 'Kieli',
  search: 'Hae palvelua',
  demo: 'Demonstraatio',
  demoExplained: 'Tiedot ovat keksittyjä.',
  signIn: 'Kirjaudu',
  signOut: 'Kirjaudu ulos',
  me: (name: string) => `Oma valikko: ${name}`,
  actingFor: (organization: string) => `Toimit organisaatiossa ${organization}`,
  changeOrganization: 'Vaihda organisaatiota',
  keyboardHelp: 'Näppäinoikotiet',
  offline: 'Ei yhteyttä. Näet viimeksi haetut tiedot.',
  offlineWaiting: (count: number) =>
    count === 1
      ? 'Ei yhteyttä – yksi muutos odottaa lähetystä'
      : `Ei yhteyttä – ${count} muutosta odottaa lähetystä`,
  liveLost: 'Reaaliaikainen yhteys katkesi. Yhdistetään uudelleen.',
  loadingScreen: 'Avataan…',
  nav: {
    services: 'Palvelut',
    today: 'Tänään',
    inbox: 'Saapuneet',
    ownServices: 'Palvelumme',
    referrals: 'Asiat',
    conversations: 'Keskustelut',
    clients: 'Asiakkaat',
  },
  hotkeys: {
    heading: 'Näppäinoikotiet',
    everywhere: 'Kaikkialla',
    search: 'Hae',
    help: 'Näytä tämä ohje',
    enabled: 'Yhden näppäimen oikotiet käytössä',
    onlyInLists: 'Oikotiet eivät toimi, kun kirjoitat kenttään.',
  },
  notFound: {
    title: 'Sivua ei löydy',
    text: 'Osoite on väärin, tai sivu kuuluu toiselle organisaatiolle.',
    toServices: 'Etsi palvelua',
  },
  crashed: {
    title: 'Sivu ei auennut',
    text: 'Kirjoittamasi on voinut jäädä tallentamatta. Lataa sivu uudelleen.',
    reload: 'Lataa sivu uudelleen',
  },
  newVersion: 'Rinnallasta on uusi versio. Lataa sivu uudelleen.',
};
