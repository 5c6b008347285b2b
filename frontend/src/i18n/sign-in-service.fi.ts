export const fi = {
  title: 'Oma kirjautumispalvelu',
  lead: 'Organisaatiosi väki voi kirjautua samalla tunnuksella kuin muihin järjestelmiinne. Täytä tiedot yhdessä sen kanssa, joka ylläpitää kirjautumispalvelua.',
  back: 'Henkilöt',
  none: 'Organisaatiollasi ei ole omaa kirjautumispalvelua käytössä. Rinnallaan kirjaudutaan sähköpostilla ja salasanalla.',
  now: 'Nyt käytössä',
  on: 'Käytössä',
  off: 'Ei käytössä',
  issuer: 'Palvelun osoite (issuer)',
  issuerHint:
    'Alkaa https:// ja on täsmälleen se, jonka palvelu itse ilmoittaa. Osoitetta ei voi myöhemmin vaihtaa.',
  redirectUri: 'Paluuosoite',
  redirectHelp: 'Ilmoita paluuosoite kirjautumispalvelun ylläpitäjälle.',
  secret: 'Salaisuus',
  secretKnown: 'Palvelimella on salaisuus',
  secretMissing: (name: string) =>
    `Palvelimelta puuttuu salaisuus ”${name}”. Pyydä Rinnallan ylläpitäjää lisäämään se.`,
  begin: 'Ota oma kirjautumispalvelu käyttöön',
  change: 'Muuta asetuksia',
  clientId: 'Rinnallan tunnus palvelussa (client id)',
  clientIdHint: 'Saat sen kirjautumispalvelun ylläpitäjältä.',
  secretName: 'Salaisuuden nimi',
  secretNameHint:
    'Pieniä kirjaimia, numeroita ja väliviivoja. Itse salaisuus annetaan Rinnallan ylläpitäjälle, ei koskaan tähän.',
  acr: 'Vahvan tunnistuksen tasot (acr)',
  acrHint: 'Yksi arvo riville. Kun palvelu ilmoittaa jonkin näistä, Rinnalla ei kysy toista vahvistusta.',
  amr: 'Vahvan tunnistuksen tavat (amr)',
  amrHint:
    'Yksi arvo riville, esimerkiksi mfa. Jos molemmat listat ovat tyhjiä, Rinnalla kysyy aina toisen vahvistuksen.',
  enabled: 'Kirjautumispalvelu on käytössä',
  enabledHint: 'Kun se ei ole käytössä, sillä ei pääse sisään.',
  save: 'Tallenna',
  saved: 'Kirjautumispalvelun asetukset on tallennettu.',
  changedMeanwhile:
    'Joku muutti asetuksia sillä välin. Kirjoittamasi on tallessa. Tallenna uudelleen, jos se korvaa toisen muutokset.',
};
