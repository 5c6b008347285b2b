import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@rinnalla/shared/kernel/localized';
import { type Config, publicOriginOf } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import type { SubjectRow } from './notification-subject.sql.js';

interface Words {
  subject: string;
  text: string;
  about: { referralIds: string[]; template: string };
}

/**
 * A mail names a case by its number and says where to look, or that cases have no owner and where. No event, no person, no
 * service: who reads over a shoulder learns nothing.
 */
const words: Record<
  Language,
  {
    subject: (caseNumber: string) => string;
    digest: (count: number) => string;
    open: string;
    ownerless: string;
    look: string;
    none: string;
    settings: string;
  }
> = {
  fi: {
    subject: (caseNumber) => `Uusi tapahtuma asiassa ${caseNumber}`,
    digest: (count) => (count === 1 ? 'Yhdessä asiassa on uutta' : `${count} asiassa on uutta`),
    open: 'Kirjaudu ja avaa asia:',
    ownerless: 'Asioilta puuttuu vastuuhenkilö',
    look: 'Kirjaudu ja katso:',
    none: 'Sähköpostissa ei ole tietoja asiakkaasta.',
    settings: 'Valitse, mistä saat sähköpostia:',
  },
  sv: {
    subject: (caseNumber) => `Ny händelse i ärende ${caseNumber}`,
    digest: (count) => (count === 1 ? 'Det finns nytt i ett ärende' : `Det finns nytt i ${count} ärenden`),
    open: 'Logga in och öppna ärendet:',
    ownerless: 'Ärenden saknar ansvarig person',
    look: 'Logga in och se efter:',
    none: 'E-posten innehåller inga uppgifter om kunden.',
    settings: 'Välj vad du får e-post om:',
  },
  en: {
    subject: (caseNumber) => `Something new in case ${caseNumber}`,
    digest: (count) => (count === 1 ? 'Something new in one case' : `Something new in ${count} cases`),
    open: 'Sign in and open the case:',
    ownerless: 'Cases have nobody in charge',
    look: 'Sign in and look:',
    none: 'This e-mail holds nothing about the client.',
    settings: 'Choose what you get e-mail about:',
  },
};

const idsOf = (subjects: readonly SubjectRow[]): string[] =>
  subjects.flatMap(({ referral_id: referralId }) => referralId ?? []);

/** A longer list is read in Rinnalla. */
const mostCases = 30;

@Injectable()
export class MailWords {
  private readonly origin: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.origin = publicOriginOf(config);
  }

  ofOne(subject: SubjectRow, language: Language): Words {
    const t = words[language];
    return {
      subject: this.naming(subject, language),
      text: this.letter([subject.referral_id ? t.open : t.look, this.addressOf(subject)], language),
      about: { referralIds: idsOf([subject]), template: this.template(language) },
    };
  }

  ofDigest(subjects: readonly SubjectRow[], language: Language): Words {
    const t = words[language];
    const lines = subjects
      .slice(0, mostCases)
      .map((subject) => `${subject.case_number ?? t.ownerless}: ${this.addressOf(subject)}`);
    const rest = subjects.length > mostCases ? ['…', `${this.origin}/ilmoitukset`] : [];
    const [first, second] = subjects;
    return {
      subject: first && !second ? this.digestOfOne(first, language) : t.digest(subjects.length),
      text: this.letter([t.open, ...lines, ...rest], language),
      about: { referralIds: idsOf(subjects), template: this.template(language) },
    };
  }

  private digestOfOne(subject: SubjectRow, language: Language): string {
    return subject.left_membership_id ? words[language].ownerless : words[language].digest(1);
  }

  private naming({ case_number: caseNumber }: SubjectRow, language: Language): string {
    const t = words[language];
    return caseNumber ? t.subject(caseNumber) : t.ownerless;
  }

  /** A data protection officer looks in the log, who leads at the person who left. */
  private addressOf({ referral_id: referralId, left_membership_id: leftMembershipId }: SubjectRow): string {
    if (referralId) return `${this.origin}/asiat/${referralId}`;
    return leftMembershipId ? `${this.origin}/henkilot/${leftMembershipId}` : `${this.origin}/loki`;
  }

  /** All that the mails say by themselves, for the gate to tell from what they say of a case. */
  private template(language: Language): string {
    const t = words[language];
    return [
      t.subject(''),
      t.digest(1),
      t.digest(2),
      t.ownerless,
      t.look,
      this.letter(
        [t.open, `${this.origin}/asiat/`, `${this.origin}/henkilot/`, `${this.origin}/loki`],
        language,
      ),
    ].join('\n');
  }

  private letter(lines: readonly string[], language: Language): string {
    const t = words[language];
    return [...lines, '', t.none, '', t.settings, `${this.origin}/ilmoitukset/asetukset`, ''].join('\n');
  }
}
