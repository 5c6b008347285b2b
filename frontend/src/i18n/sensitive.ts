import type { SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import type { Language } from '@rinnalla/shared/kernel/localized';

interface SensitiveTexts extends Record<SensitiveKind, string> {
  dialog: {
    title: string;
    lead: string;
    kinds: Record<SensitiveKind, string>;
    /** Where the sentence beside the field would not fit: why it matters, and what to do instead. */
    advice: Record<SensitiveKind, string>;
    /** The writer knows of the client's order. */
    secretContacts: string;
    /** The writer may not know whether there is one. */
    anyContacts: string;
    logged: string;
    edit: string;
    send: string;
    save: string;
  };
}

/** What a text seems to carry, and what to do about it. */
export const sensitiveTexts: Record<Language, SensitiveTexts> = {
  fi: {
    identityCode:
      'Näyttää henkilötunnukselta. Poista se – vastaanottaja saa sen vasta, jos palvelu sitä vaatii.',
    phone: 'Näyttää puhelinnumerolta. Poista se – yhteystiedot näkyvät, kun paikka on luvattu.',
    streetAddress: 'Näyttää osoitteelta. Poista se, jos palvelu ei tarvitse sitä.',
    health: 'Näyttää terveystiedolta. Kerro mieluummin, mitä tukea asiakas tarvitsee.',
    personName:
      'Näyttää henkilön nimeltä. Jätä nimi pois, jos sitä ei tarvita: ”puoliso” tai ”naapuri” riittää usein.',
    dialog: {
      title: 'Tarkista teksti',
      lead: 'Tekstissä näyttää olevan tietoa, jota ei yleensä pidä jakaa:',
      kinds: {
        identityCode: 'Henkilötunnus',
        phone: 'Puhelinnumero',
        streetAddress: 'Osoite',
        health: 'Terveystieto',
        personName: 'Henkilön nimi',
      },
      advice: {
        identityCode: 'Vastaanottaja saa sen Rinnallasta, jos palvelu sitä vaatii.',
        phone: '',
        streetAddress: '',
        health: 'Kerro mieluummin, mitä tukea asiakas tarvitsee.',
        personName: 'Jos nimeä ei tarvita, ”puoliso” tai ”naapuri” riittää.',
      },
      secretContacts: 'Asiakkaalla on turvakielto: hänen yhteystietojaan ja osoitettaan ei saa kertoa.',
      anyContacts: 'Asiakkaan yhteystieto voi olla salainen. Jaa se vain, jos tiedät, että niin saa tehdä.',
      logged: 'Jos jatkat, lokiin jää, mistä tiedosta varoitettiin. Teksti ei jää lokiin.',
      edit: 'Muokkaa tekstiä',
      send: 'Lähetä silti',
      save: 'Tallenna silti',
    },
  },
  sv: {
    identityCode:
      'Detta ser ut som en personbeteckning. Ta bort den – mottagaren får den först om tjänsten kräver det.',
    phone:
      'Detta ser ut som ett telefonnummer. Ta bort det – kontaktuppgifterna visas när platsen är utlovad.',
    streetAddress: 'Detta ser ut som en adress. Ta bort den om tjänsten inte behöver den.',
    health: 'Detta ser ut som en hälsouppgift. Berätta hellre vilket stöd kunden behöver.',
    personName:
      'Detta ser ut som en persons namn. Utelämna namnet om det inte behövs: ”make” eller ”granne” räcker ofta.',
    dialog: {
      title: 'Kontrollera texten',
      lead: 'Texten verkar innehålla uppgifter som man i regel inte ska dela:',
      kinds: {
        identityCode: 'Personbeteckning',
        phone: 'Telefonnummer',
        streetAddress: 'Adress',
        health: 'Hälsouppgift',
        personName: 'En persons namn',
      },
      advice: {
        identityCode: 'Mottagaren får den i Rinnalla om tjänsten kräver det.',
        phone: '',
        streetAddress: '',
        health: 'Berätta hellre vilket stöd kunden behöver.',
        personName: 'Om namnet inte behövs räcker ”make” eller ”granne”.',
      },
      secretContacts: 'Kunden har spärrmarkering: kontaktuppgifterna och adressen får inte lämnas ut.',
      anyContacts: 'Kundens kontaktuppgifter kan vara hemliga. Dela dem bara om du vet att du får göra det.',
      logged: 'Om du fortsätter antecknas det i loggen vad varningen gällde. Texten antecknas inte i loggen.',
      edit: 'Redigera texten',
      send: 'Skicka ändå',
      save: 'Spara ändå',
    },
  },
  en: {
    identityCode:
      'This looks like an identity code. Remove it – the receiver gets it only if the service demands it.',
    phone:
      'This looks like a phone number. Remove it – contact details are shown once the place is promised.',
    streetAddress: 'This looks like an address. Remove it if the service does not need it.',
    health: 'This looks like health data. Rather tell what support the client needs.',
    personName:
      'This looks like a person’s name. Leave it out unless it is needed: “spouse” or “neighbour” is often enough.',
    dialog: {
      title: 'Check the text',
      lead: 'The text seems to hold what should usually not be shared:',
      kinds: {
        identityCode: 'Identity code',
        phone: 'Phone number',
        streetAddress: 'Address',
        health: 'Health data',
        personName: 'A person’s name',
      },
      advice: {
        identityCode: 'The receiver gets it in Rinnalla if the service demands it.',
        phone: '',
        streetAddress: '',
        health: 'Rather tell what support the client needs.',
        personName: 'Unless the name is needed, “spouse” or “neighbour” is enough.',
      },
      secretContacts:
        'The client has a non-disclosure order: their contact details and address must not be told.',
      anyContacts: 'A client’s contact details may be secret. Share them only if you know that you may.',
      logged: 'If you go on, the log keeps what the warning was about. It does not keep the text.',
      edit: 'Edit the text',
      send: 'Send anyway',
      save: 'Save anyway',
    },
  },
};
