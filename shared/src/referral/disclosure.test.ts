import {
  type DisclosedField,
  type Reading,
  disclosedFields,
  mayNameInLine,
  providerMayOpen,
  stageOf,
  visibleTo,
} from './disclosure.js';
import { type ReferralStatus, referralStatuses } from './referral-status.js';

const booleans = [false, true] as const;
const everyReading: Reading[] = (['sender', 'provider'] as const).flatMap((side) =>
  referralStatuses.flatMap((status) =>
    (['card', 'list'] as const).flatMap((place) =>
      booleans.flatMap((nonDisclosure) =>
        booleans.flatMap((wasSent) =>
          booleans.flatMap((basisDemandsIdentity) =>
            booleans.flatMap((retentionPassed) =>
              booleans.flatMap((disclosureEnded) =>
                booleans.map((isRecord) => ({
                  side,
                  status,
                  place,
                  nonDisclosure,
                  wasSent,
                  basisDemandsIdentity,
                  retentionPassed,
                  disclosureEnded,
                  isRecord,
                })),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);
const reading: Reading = {
  side: 'provider',
  status: 'sent',
  place: 'card',
  nonDisclosure: false,
  wasSent: true,
  basisDemandsIdentity: false,
  retentionPassed: false,
  disclosureEnded: false,
  isRecord: false,
};
const seen = (change: Partial<Reading>): DisclosedField[] => [...visibleTo({ ...reading, ...change })].sort();
const never = (fields: readonly DisclosedField[], where: (reading: Reading) => boolean): Reading[] =>
  everyReading.filter(where).filter((one) => fields.some((field) => visibleTo(one).has(field)));

const beforeAcceptance: ReferralStatus[] = [
  'draft',
  'sent',
  'acknowledged',
  'clarification',
  'waitlisted',
  'offered',
];
const accessEnded: ReferralStatus[] = ['declined', 'withdrawn', 'expired', 'entered_in_error'];
const identifying: DisclosedField[] = [
  'surname',
  'phone',
  'email',
  'safeContact',
  'address',
  'identityCode',
  'emergencyContact',
  'planExtract',
];
const atRequest = [
  'ageBand',
  'agreedSoFar',
  'binding',
  'contactWishes',
  'conversation',
  'givenName',
  'goal',
  'language',
  'municipality',
  'needs',
  'planType',
  'pseudonym',
  'service',
  'startWish',
  'urgency',
];
const atPromise = [...atRequest, 'email', 'phone', 'planExtract', 'safeContact', 'surname'].sort();

describe('a provider', () => {
  it('sees no more than its own answer once the consent has ended, whatever the period’s state', () => {
    for (const status of referralStatuses.filter((one) => one !== 'draft'))
      expect(seen({ status, disclosureEnded: true })).toEqual(['pseudonym', 'service']);
  });

  it('sees the need before acceptance', () => {
    expect(seen({ status: 'sent' })).toEqual(atRequest);
    expect(seen({ status: 'offered' })).toEqual(atRequest);
  });

  it('sees who the client is after acceptance', () => {
    expect(seen({ status: 'accepted', basisDemandsIdentity: true })).toEqual(atPromise);
    expect(seen({ status: 'started' })).toEqual(atPromise);
  });

  it('sees the identity code after the start, if the law asks for it', () => {
    expect(seen({ status: 'started', basisDemandsIdentity: true })).toEqual(
      [...atPromise, 'identityCode', 'emergencyContact'].sort(),
    );
  });

  it('reads no longer how to reach the client once the period has ended', () => {
    expect(seen({ status: 'completed', basisDemandsIdentity: true })).toEqual(
      [...atRequest, 'identityCode', 'planExtract', 'surname'].sort(),
    );
  });

  it('never reads a name, a number or an address before acceptance', () => {
    expect(
      never(identifying, ({ side, status }) => side === 'provider' && beforeAcceptance.includes(status)),
    ).toEqual([]);
  });

  it('never reads an address at all', () => {
    expect(never(['address'], ({ side }) => side === 'provider')).toEqual([]);
  });

  it('never reads an identity code without a duty, or before the start', () => {
    expect(
      never(
        ['identityCode'],
        ({ side, basisDemandsIdentity }) => side === 'provider' && !basisDemandsIdentity,
      ),
    ).toEqual([]);
    expect(
      never(['identityCode'], ({ side, status }) => side === 'provider' && status === 'accepted'),
    ).toEqual([]);
  });

  it('keeps its own record under a pseudonym when its access has ended', () => {
    for (const status of accessEnded) expect(seen({ status })).toEqual(['pseudonym', 'service']);
    expect(providerMayOpen({ ...reading, status: 'declined' })).toBe(false);
    expect(providerMayOpen({ ...reading, status: 'sent' })).toBe(true);
  });

  it('is back at the pseudonym after the retention period', () => {
    expect(seen({ status: 'completed' })).toEqual([...atRequest, 'planExtract', 'surname'].sort());
    expect(seen({ status: 'completed', retentionPassed: true })).toEqual(['pseudonym', 'service']);
    expect(seen({ status: 'interrupted', retentionPassed: true })).toEqual(['pseudonym', 'service']);
  });

  it('keeps what a running period needs, however long it has run', () => {
    expect(seen({ status: 'started', retentionPassed: true })).toEqual(atPromise);
  });

  it('knows nothing of what was never sent, not even that it was', () => {
    expect(never(disclosedFields, ({ side, wasSent }) => side === 'provider' && !wasSent)).toEqual([]);
    expect(never(disclosedFields, ({ side, status }) => side === 'provider' && status === 'draft')).toEqual(
      [],
    );
  });
});

describe('a client with a non-disclosure order', () => {
  it('has no home and no ordinary contact way for a provider, ever', () => {
    expect(
      never(
        ['municipality', 'address', 'phone', 'email', 'emergencyContact'],
        ({ side, nonDisclosure }) => side === 'provider' && nonDisclosure,
      ),
    ).toEqual([]);
  });

  it('is nameless before acceptance, in an area instead of a municipality', () => {
    expect(seen({ nonDisclosure: true })).toEqual(
      atRequest
        .map((field) => (field === 'municipality' ? 'serviceArea' : field))
        .filter((field) => field !== 'givenName')
        .sort(),
    );
  });

  it('is nameless in every line about the case too, until a place is promised; the sender knows whom it means', () => {
    const named = (side: Reading['side'], status: ReferralStatus) =>
      mayNameInLine({ ...reading, side, status, nonDisclosure: true });

    expect([named('provider', 'sent'), named('provider', 'waitlisted')]).toEqual([false, false]);
    expect([named('provider', 'accepted'), named('sender', 'sent')]).toEqual([true, true]);
    expect(mayNameInLine({ ...reading, status: 'sent' })).toBe(true);
  });

  it('has a safe contact way after acceptance', () => {
    expect(visibleTo({ ...reading, status: 'accepted', nonDisclosure: true }).has('safeContact')).toBe(true);
    expect(visibleTo({ ...reading, status: 'accepted', nonDisclosure: true }).has('surname')).toBe(true);
  });

  it('leaves a provider whose access has ended no area either', () => {
    for (const status of accessEnded)
      expect(seen({ status, nonDisclosure: true })).toEqual(['pseudonym', 'service']);
  });

  it('has no surname and no municipality in any list', () => {
    expect(
      never(['surname', 'municipality'], ({ place, nonDisclosure }) => place === 'list' && nonDisclosure),
    ).toEqual([]);
  });

  it('never lets anyone see more than a client without one, but for the area', () => {
    for (const one of everyReading.filter(({ nonDisclosure }) => nonDisclosure)) {
      const open = visibleTo({ ...one, nonDisclosure: false });
      expect([...visibleTo(one)].filter((field) => !open.has(field) && field !== 'serviceArea')).toEqual([]);
    }
  });
});

describe('a list', () => {
  it('never shows a contact way, an identity code or a conversation', () => {
    expect(
      never(
        [
          'phone',
          'email',
          'safeContact',
          'identityCode',
          'emergencyContact',
          'address',
          'planExtract',
          'conversation',
        ],
        ({ place }) => place === 'list',
      ),
    ).toEqual([]);
  });

  it('never shows what the card does not', () => {
    for (const one of everyReading.filter(({ place }) => place === 'list')) {
      const card = visibleTo({ ...one, place: 'card' });
      expect([...visibleTo(one)].filter((field) => !card.has(field) && field !== 'serviceArea')).toEqual([]);
    }
  });
});

describe('the sender', () => {
  it('reads all of its own client’s card but the identity code, whatever the state and the order', () => {
    const card = disclosedFields.filter((field) => field !== 'identityCode');

    for (const status of referralStatuses)
      for (const nonDisclosure of booleans)
        expect([...visibleTo({ ...reading, side: 'sender', status, nonDisclosure })]).toEqual(card);
    expect(stageOf({ ...reading, side: 'sender', retentionPassed: true })).toBe('own');
  });

  it('reads a record once the client’s data is erased, as the receiver does, in whatever state it ended', () => {
    for (const side of ['sender', 'provider'] as const)
      for (const status of referralStatuses.filter((one) => one !== 'draft'))
        expect([...visibleTo({ ...reading, side, status, isRecord: true })]).toEqual([
          'pseudonym',
          'service',
        ]);
    expect(stageOf({ ...reading, isRecord: true, wasSent: false })).toBe('none');
  });
});
