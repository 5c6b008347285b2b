import type { ClientRecordView } from '@rinnalla/shared/client/client-routes';
import { writeDate } from '@rinnalla/shared/kernel/date-text';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { asLocalDate } from '@rinnalla/shared/kernel/local-date';
import { inLanguage, type Language, type Localized } from '@rinnalla/shared/kernel/localized';
import type { WithholdingGround } from '@rinnalla/shared/privacy/copy-routes';
import type { Looks } from '../log/read-looks.facade.js';
import type { CopiedClient, CopiedReferral, CopiedWords } from './client-copy.query.js';
import { copyTexts } from './client-copy-texts.js';

export interface ClientCopy {
  madeAt: string;
  organization: Localized;
  client: CopiedClient;
  records: ClientRecordView[];
  referrals: CopiedReferral[];
  looks: Looks;
  /** What was left out of the notes; null when nothing was. */
  withheld: { notes: number; ground: WithholdingGround } | null;
}

/** A part of the printed copy: lines of a name and what stands for it. */
export interface CopySection {
  title: string;
  lines: { name: string; value: string }[];
}

/** The printed copy. What is empty is left out; what the JSON names by a code is said in words. */
export const sectionsOf = (copy: ClientCopy, language: Language): CopySection[] => {
  const t = copyTexts[language];
  /** A message may be the note of a call alone. */
  const wordsOf = ({ body, call }: CopiedWords): string =>
    [body, call !== null && (call ? t.called : t.calledInVain)].filter(Boolean).join(' ');
  const day = (at: string): string => writeDate(helsinkiDateOf(new Date(at)), language);
  const text = (localized: Partial<Record<Language, string | undefined>> | null): string =>
    localized ? inLanguage(localized as Localized, language).text : '';
  const { client } = copy;
  return [
    {
      title: t.person,
      lines: lines([
        [t.fields.name, `${client.firstName} ${client.surname}`],
        [t.fields.identityCode, client.identityCode],
        [t.fields.birthYear, client.birthYear],
        [t.fields.homeMunicipality, client.homeMunicipality],
        [t.fields.nonDisclosure, client.nonDisclosure ? t.yes : null],
        [t.fields.goal, client.goal],
        [t.fields.phone, client.phone],
        [t.fields.email, client.email],
        [t.fields.wishes, client.wishes],
      ]),
    },
    {
      title: t.records,
      lines: copy.records.map((record) => ({
        name: day(record.recordedAt),
        value: [
          t.recordKinds[record.kind],
          text(record.serviceTitle),
          text(record.recipient),
          record.withdrawnAt
            ? `${t.withdrawn} ${day(record.withdrawnAt)}`
            : record.validUntil && `– ${writeDate(asLocalDate(record.validUntil), language)}`,
        ]
          .filter(Boolean)
          .join(', '),
      })),
    },
    ...copy.referrals.map((referral) => ({
      title: t.referral(referral.caseNumber),
      lines: lines([
        [t.fields.service, text(referral.service)],
        [t.fields.provider, text(referral.provider)],
        [t.fields.sentAt, referral.sentAt && day(referral.sentAt)],
        [t.fields.goal, referral.goal],
        [t.fields.background, referral.background],
        [t.fields.agreed, referral.agreed],
        [t.fields.planExtract, referral.planExtract],
        ...referral.questions.flatMap(({ question, answer }): [string, string | null][] => [
          [t.fields.question, question],
          [t.fields.answer, answer],
        ]),
        ...referral.steps
          .filter(({ note }) => note)
          .map(({ at, organization, note }): [string, string | null] => [
            day(at),
            `${text(organization)}: ${note ?? ''}`,
          ]),
        ...referral.messages.map(({ at, organization, ...said }): [string, string] => [
          `${t.fields.message} ${day(at)}`,
          `${text(organization)}: ${wordsOf(said)}`,
        ]),
        ...referral.notes.map(({ at, ...said }): [string, string] => [
          `${t.fields.note} ${day(at)}`,
          wordsOf(said),
        ]),
        ...referral.files.map(({ at, organization, name }): [string, string] => [
          `${t.fields.file} ${day(at)}`,
          `${text(organization)}: ${name}`,
        ]),
      ]),
    })),
    ...(copy.withheld
      ? [
          {
            title: t.withheldTitle,
            lines: [
              {
                name: t.withheldNotes(copy.withheld.notes),
                value: `${t.grounds[copy.withheld.ground]} ${t.withheldRight}`,
              },
            ],
          },
        ]
      : []),
    {
      title: t.looks,
      lines: copy.looks.map((look) => ({
        name: writeDate(asLocalDate(look.day), language),
        value: `${text(look.organization)}, ${t.roles[look.role]}: ${t.purposes[look.purpose]}${look.times > 1 ? ` (${look.times})` : ''}`,
      })),
    },
  ];
};

const lines = (pairs: [string, string | number | null][]): CopySection['lines'] =>
  pairs.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value: String(value) }]));
