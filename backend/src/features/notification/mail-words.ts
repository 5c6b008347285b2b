import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@rinnalla/shared/kernel/localized';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';

interface NamedCase {
  id: string;
  caseNumber: string;
}
interface Words {
  subject: string;
  text: string;
  about: { referralIds: string[]; template: string };
}

/** A mail names a case by its number and says where to look. No event, no person, no service: who reads over a shoulder learns nothing. */
const words: Record<
  Language,
  {
    subject: (caseNumber: string) => string;
    digest: (count: number) => string;
    open: string;
    none: string;
    settings: string;
  }
> = {
  fi: {
    subject: (caseNumber) => `Uusi tapahtuma asiassa ${caseNumber}`,
    digest: (count) => (count === 1 ? 'Yhdessä asiassa on uutta' : `${count} asiassa on uutta`),
    open: 'Kirjaudu ja avaa asia:',
    none: 'Sähköpostissa ei ole tietoja asiakkaasta.',
    settings: 'Valitse, mistä saat sähköpostia:',
  },
  sv: {
    subject: (caseNumber) => `Ny händelse i ärende ${caseNumber}`,
    digest: (count) => (count === 1 ? 'Det finns nytt i ett ärende' : `Det finns nytt i ${count} ärenden`),
    open: 'Logga in och öppna ärendet:',
    none: 'E-posten innehåller inga uppgifter om kunden.',
    settings: 'Välj vad du får e-post om:',
  },
  en: {
    subject: (caseNumber) => `Something new in case ${caseNumber}`,
    digest: (count) => (count === 1 ? 'Something new in one case' : `Something new in ${count} cases`),
    open: 'Sign in and open the case:',
    none: 'This e-mail holds nothing about the client.',
    settings: 'Choose what you get e-mail about:',
  },
};

/** A longer list is read in Rinnalla. */
const mostCases = 30;

@Injectable()
export class MailWords {
  private readonly origin: string;

  constructor(@Inject(CONFIG) { PUBLIC_ORIGIN, PORT }: Config) {
    this.origin = PUBLIC_ORIGIN ? new URL(PUBLIC_ORIGIN).origin : `http://localhost:${PORT}`;
  }

  ofCase({ id, caseNumber }: NamedCase, language: Language): Words {
    const t = words[language];
    return {
      subject: t.subject(caseNumber),
      text: this.letter([t.open, `${this.origin}/asiat/${id}`], language),
      about: { referralIds: [id], template: this.template(language) },
    };
  }

  ofDigest(cases: readonly NamedCase[], language: Language): Words {
    const t = words[language];
    const lines = cases
      .slice(0, mostCases)
      .map(({ id, caseNumber }) => `${caseNumber}: ${this.origin}/asiat/${id}`);
    const rest = cases.length > mostCases ? ['…', `${this.origin}/ilmoitukset`] : [];
    return {
      subject: t.digest(cases.length),
      text: this.letter([t.open, ...lines, ...rest], language),
      about: { referralIds: cases.map(({ id }) => id), template: this.template(language) },
    };
  }

  /** All that the mails say by themselves, for the gate to tell from what they say of a case. */
  private template(language: Language): string {
    const t = words[language];
    return [
      t.subject(''),
      t.digest(1),
      t.digest(2),
      this.letter([t.open, `${this.origin}/asiat/`], language),
    ].join('\n');
  }

  private letter(lines: readonly string[], language: Language): string {
    const t = words[language];
    return [...lines, '', t.none, '', t.settings, `${this.origin}/ilmoitukset/asetukset`, ''].join('\n');
  }
}
