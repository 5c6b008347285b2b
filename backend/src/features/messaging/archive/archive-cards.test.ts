import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { openConversation, stepConversation } from '@rinnalla/shared/messaging/conversation-state';
import type { ReferralAction } from '@rinnalla/shared/referral/referral-action';
import { paragraphsOf } from './archive-paragraphs.js';

const at = '2026-11-24T06:00:00.000Z';
const pekka = {
  personId: '00000000-0000-4000-8000-0000000000c9',
  name: 'Pekka Ahola',
  organizationId: '00000000-0000-4000-8000-0000000000b2',
};
const step = (
  action: ReferralAction,
  facts: Record<string, string | number | boolean | null>,
): EntryView => ({
  seq: 1,
  at,
  kind: 'event',
  sender: pekka,
  action,
  fromStatus: 'acknowledged',
  toStatus: 'accepted',
  version: 2,
  reason: null,
  facts,
});
const message = (seq: number, more: object): EntryView => ({
  seq,
  at,
  kind: 'message',
  sender: pekka,
  clientMessageId: `00000000-0000-4000-8000-00000000000${seq}`,
  body: '',
  ...more,
});
const printed = (
  entries: EntryView[],
  questions: { askedAt: string; question: string; answer: string | null }[] = [],
  language: 'fi' | 'sv' | 'en' = 'fi',
): string[] => {
  const { lines } = stepConversation(openConversation(''), { type: 'entriesCame', entries });
  return paragraphsOf(lines, { organizations: new Map(), files: [], questions }, language)
    .filter(({ kind }) => kind === 'aside' || kind === 'words')
    .map(({ text }) => text);
};

describe('what a card says, on the archive’s page', () => {
  it('is the meeting that was promised, the wait that was told, and until when an offer stood', () => {
    expect(
      printed([step('accept', { firstMeetingAt: '2026-11-26T11:00:00.000Z', startsOn: '2026-12-01' })]),
    ).toEqual(['Ensimmäinen tapaaminen 26.11.2026 klo 13.00', 'Aloitus ti 1.12.2026']);
    expect(printed([step('waitlist', { expectedWaitWeeks: 6 })], [], 'sv')).toEqual([
      'Uppskattad väntan 6 veckor',
    ]);
    expect(printed([step('offer', { offerEndsAt: '2026-11-27T06:00:00.000Z' })], [], 'en')).toEqual([
      'Answer to the offer by 27.11.2026 at 8:00',
    ]);
    expect(printed([step('refuse_offer', { lapsed: true })])).toEqual([
      'Määräaika kului ilman vastausta. Asiakas jatkoi jonossa.',
    ]);
  });

  it('is each question of that step with its answer, and no question of another', () => {
    const questions = [
      { askedAt: at, question: 'Miten asiakas pääsee paikalle?', answer: 'Bussilla 12.' },
      { askedAt: at, question: 'Mikä on kielitaito?', answer: null },
      { askedAt: '2026-11-24T07:00:00.000Z', question: 'Toisen kerran kysytty?', answer: null },
    ];

    expect(printed([step('ask', {})], questions)).toEqual([
      'Miten asiakas pääsee paikalle? Bussilla 12.',
      'Mikä on kielitaito? Ei vastattu.',
    ]);
  });

  it('is what is done of a checklist, by whom and when, and what is not', () => {
    const list = message(1, { body: 'Avaimet\nVakuutus', card: { kind: 'checklist' } });
    const tick = { seq: 2, at, kind: 'tick' as const, sender: pekka, concerns: 1, item: 1, done: true };

    expect(printed([list, tick])).toEqual([
      'Tarkistuslista',
      'Tekemättä: Avaimet',
      'Tehty: Vakuutus. Pekka Ahola, 24.11.2026 klo 8.00',
    ]);
    expect(printed([list], [], 'sv')).toEqual(['Checklista', 'Inte gjort: Avaimet', 'Inte gjort: Vakuutus']);
  });

  it('is a proposal’s times, way and length, a call, and which message is quoted', () => {
    expect(
      printed([
        message(1, {
          body: 'Ehdotan tapaamista.',
          card: { kind: 'meetingProposal', times: ['2026-11-26T11:00:00.000Z'], minutes: 45, way: 'phone' },
        }),
        message(2, { card: { kind: 'phoneCall', reached: false } }),
        message(3, { body: 'Sopii.', quotes: 1 }),
      ]),
    ).toEqual([
      'Ehdotan tapaamista.',
      'Tapaamisehdotus: 26.11.2026 klo 13.00. Puhelimessa, 45 min',
      'Soitettu asiakkaalle, ei saatu kiinni',
      'Lainaa viestiä: Pekka Ahola, 24.11.2026 klo 8.00',
      'Sopii.',
    ]);
  });

  it('is what was agreed and which document was asked for, and what was answered to which of them', () => {
    const entries = [
      message(1, { body: 'Pekka tulee mukaan.', card: { kind: 'agreement' } }),
      message(2, {
        body: 'Näin sovittiin.',
        card: { kind: 'agreementAnswer', concerns: 1, verdict: 'confirmed' },
      }),
      message(3, { body: 'Aloitusta varten.', card: { kind: 'documentRequest', document: 'decision' } }),
      message(4, { body: 'Sitä ei ole.', card: { kind: 'documentAnswer', concerns: 3, given: false } }),
    ];

    expect(printed(entries)).toEqual([
      'Pekka tulee mukaan.',
      'Kirjattu sovituksi, toisen osapuolen vahvistettavaksi',
      'Vastaa viestiin: Pekka Ahola, 24.11.2026 klo 8.00',
      'Näin sovittiin.',
      'Vahvistettu: näin sovittiin',
      'Aloitusta varten.',
      'Asiakirjapyyntö: Päätös',
      'Vastaa viestiin: Pekka Ahola, 24.11.2026 klo 8.00',
      'Sitä ei ole.',
      'Asiakirjaa ei voitu antaa',
    ]);
    expect(printed(entries, [], 'sv')).toContain('Begäran om dokument: Beslut');
    expect(printed(entries, [], 'en')).toContain('Confirmed: that is what was agreed');
  });
});
