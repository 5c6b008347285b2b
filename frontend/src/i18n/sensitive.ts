import type { Language } from '@rinnalla/shared/kernel/localized';
import type { SensitiveTextHint } from '@rinnalla/shared/client/sensitive-text';

/** What a text seems to carry, and what to do about it. */
export const sensitiveTexts: Record<Language, Record<SensitiveTextHint, string>> = {
  fi: {
    identityCode:
      'Näyttää henkilötunnukselta. Poista se – vastaanottaja saa sen vasta, jos palvelu sitä vaatii.',
    phone: 'Näyttää puhelinnumerolta. Poista se – yhteystiedot näkyvät, kun paikka on luvattu.',
    streetAddress: 'Näyttää katuosoitteelta. Poista se, jos palvelu ei tarvitse sitä.',
    health: 'Näyttää terveystiedolta. Kerro mieluummin, mitä tukea asiakas tarvitsee.',
  },
  sv: {
    identityCode:
      'Detta ser ut som en personbeteckning. Ta bort den – mottagaren får den först om tjänsten kräver det.',
    phone:
      'Detta ser ut som ett telefonnummer. Ta bort det – kontaktuppgifterna visas när platsen är utlovad.',
    streetAddress: 'Detta ser ut som en gatuadress. Ta bort den om tjänsten inte behöver den.',
    health: 'Detta ser ut som en hälsouppgift. Berätta hellre vilket stöd kunden behöver.',
  },
  en: {
    identityCode:
      'This looks like an identity code. Remove it – the receiver gets it only if the service demands it.',
    phone:
      'This looks like a phone number. Remove it – contact details are shown once the place is promised.',
    streetAddress: 'This looks like a street address. Remove it if the service does not need it.',
    health: 'This looks like health data. Rather tell what support the client needs.',
  },
};
