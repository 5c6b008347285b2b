import type { RegisterView } from '@rinnalla/shared/client/register-routes';

export const fi = {
  title: 'Viranomaisen rekisterin tiedot',
  lead: 'Näet nämä tiedot, koska sinulla on virkasuhde. Jokainen katselu kirjataan lokiin.',
  open: 'Näytä rekisterin tiedot',
  nothing: 'Rekisteristä ei ole vielä kirjattu mitään.',
  takenFor: (task: string, when: string) => `Kirjattu tehtävään: ${task}. ${when}`,
  reference: 'Asiakasnumero viranomaisen järjestelmässä',
  referenceHint: 'Ei henkilötunnusta.',
  status: 'Työllisyyskoodi',
  statuses: {
    unemployed: 'Työtön',
    laid_off: 'Lomautettu',
    part_time: 'Lyhennetyllä työviikolla tai osa-aikatyössä',
    employed: 'Työssä',
    in_service: 'Palvelussa',
    outside_labour_force: 'Työvoiman ulkopuolella',
  } satisfies Record<NonNullable<RegisterView['employmentStatus']>, string>,
  extract: 'Ote suunnitelmasta',
  extractHint: 'Vain se, minkä palvelu tarvitsee. Voit liittää otteen ohjaukseen.',
  save: 'Tallenna rekisterin tiedot',
  saved: 'Rekisterin tiedot on tallennettu.',
  conflict:
    'Joku muutti tietoja sillä välin. Kirjoittamasi on tässä. Tallenna uudelleen, jos se korvaa toisen muutoksen.',
  take: 'Liitä ote suunnitelmasta',
  noExtract: 'Asiakkaalle ei ole kirjattu otetta suunnitelmasta.',
  goToClient: 'Kirjaa ote asiakkaan tiedoissa',
};
