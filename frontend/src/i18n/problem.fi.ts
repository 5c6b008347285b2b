import type { FieldProblem, FieldProblemCode, ProblemCode } from '@rinnalla/shared/kernel/problem';

type FieldLimit = Pick<FieldProblem, 'limit'>;

/** What happened, and what was kept. One idea in a sentence; never "an error occurred". */
const problems: Record<ProblemCode, string> = {
  invalidInput: 'Osa tiedoista kaipaa korjausta. Kirjoittamasi on tallessa.',
  notSignedIn: 'Kirjaudu sisään jatkaaksesi.',
  wrongCredentials: 'Sähköposti tai salasana ei täsmää. Tarkista molemmat.',
  foreignOrigin: 'Pyyntö tuli toisesta osoitteesta, joten sitä ei tehty. Avaa Rinnalla uudelleen.',
  notAllowed: 'Tähän tarvitaan toinen rooli. Pyydä oikeus organisaatiosi vastuuhenkilöltä.',
  confirmIdentity: 'Vahvista ensin, että olet sinä. Mitään ei vielä tehty.',
  notFound: 'Tätä ei löydy. Se on voitu poistaa, tai se kuuluu toiselle organisaatiolle.',
  changedMeanwhile: 'Joku toinen ehti muuttaa tätä ensin. Sinun muutostasi ei tallennettu.',
  wrongStatus: 'Tilanne on jo muuttunut, eikä tätä voi enää tehdä. Mitään ei tallennettu.',
  idempotencyConflict: 'Sama pyyntö lähti kahdesti eri sisällöllä. Lähetä uudelleen.',
  alreadyExists: 'Tämä on jo olemassa. Mitään ei tallennettu.',
  noFreePlace: 'Viimeinen paikka ehdittiin antaa. Valintaasi ei tallennettu.',
  tooLarge: 'Sisältö on liian suuri lähetettäväksi. Lyhennä sitä.',
  unprocessable: 'Tätä ei voitu tehdä. Kirjoittamasi on tallessa.',
  tooManyRequests: 'Yrityksiä tuli liian tiheään. Odota hetki ja yritä uudelleen.',
  internal: 'Palvelin ei saanut tätä valmiiksi. Kirjoittamasi on tallessa. Yritä hetken päästä uudelleen.',
  unavailable: 'Yhteys katkesi. Kirjoittamasi on tallessa. Yritä uudelleen.',
};

const fields: Record<FieldProblemCode, (given: FieldLimit) => string> = {
  required: () => 'Täytä tämä kohta.',
  tooShort: ({ limit }) => (limit ? `Kirjoita vähintään ${limit} merkkiä.` : 'Kirjoita vähän pidemmästi.'),
  tooLong: ({ limit }) => (limit ? `Lyhennä: enintään ${limit} merkkiä.` : 'Lyhennä tekstiä.'),
  tooFew: ({ limit }) => (limit ? `Valitse vähintään ${limit}.` : 'Valitse useampi.'),
  tooMany: ({ limit }) => (limit ? `Valitse enintään ${limit}.` : 'Valitse vähemmän.'),
  tooSmall: ({ limit }) => (limit === undefined ? 'Luku on liian pieni.' : `Pienin sallittu on ${limit}.`),
  tooLarge: ({ limit }) => (limit === undefined ? 'Luku on liian suuri.' : `Suurin sallittu on ${limit}.`),
  notANumber: () => 'Kirjoita numero.',
  notADate: () => 'Kirjoita päivä muodossa 24.11.2026.',
  notAnEmail: () => 'Kirjoita sähköposti muodossa nimi@osoite.fi.',
  notABusinessId: () => 'Kirjoita Y-tunnus muodossa 1234567-1.',
  notAPhone: () => 'Kirjoita puhelinnumero, esimerkiksi 040 123 4567.',
  notInList: () => 'Valitse jokin luettelosta.',
  unknownField: () => 'Tätä kohtaa ei tunneta.',
  endBeforeStart: () => 'Loppu on ennen alkua. Tarkista päivät.',
  inThePast: () => 'Päivä on jo mennyt.',
  duplicate: () => 'Tämä on jo luettelossa.',
  commonPassword: () =>
    'Tämä salasana on yleisten salasanojen luettelossa. Keksi toinen, vaikka neljän sanan lause.',
  guessablePassword: () => 'Salasana koostuu sanoista, jotka muut osaavat arvata. Lisää omia sanoja.',
  invalid: () => 'Tarkista tämä kohta.',
};

/** Finer sentences, for reasons that any act may meet. */
const reasons: Partial<Record<string, string>> = {
  sensitiveText: 'Tekstissä on tietoa, jota ei yleensä pidä jakaa. Tarkista se ja lähetä uudelleen.',
};

export const fi = { problems, fields, reasons };
