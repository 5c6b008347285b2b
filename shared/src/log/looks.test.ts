import { type LoggedLook, looksOf, purposeOfLook } from './looks.js';

const look = (change: Partial<LoggedLook>): LoggedLook => ({
  at: new Date('2026-11-24T06:00:00Z'),
  organizationId: 'kouvola',
  organization: { fi: 'Kouvolan kaupunki' },
  role: 'coach',
  action: 'readClient',
  ...change,
});

describe('who has looked at a client’s data', () => {
  it('is told by day, organization, role and purpose, the newest first', () => {
    const lines = looksOf([
      look({ at: new Date('2026-11-23T06:00:00Z') }),
      look({
        action: 'readReferral',
        role: 'providerWorker',
        organizationId: 'salmenpää',
        organization: { fi: 'Salmenpään Rinnallakulkijat ry' },
      }),
    ]);

    expect(lines.map(({ day, role, purpose }) => [day, role, purpose])).toEqual([
      ['2026-11-24', 'providerWorker', 'service'],
      ['2026-11-23', 'coach', 'care'],
    ]);
  });

  it('is one line for looks of the same kind on a day, with the first, the last and how many', () => {
    const at = (text: string) => look({ at: new Date(text) });

    const [line, ...others] = looksOf([
      at('2026-11-24T06:00:00Z'),
      at('2026-11-24T12:30:00Z'),
      at('2026-11-24T07:00:00Z'),
    ]);

    expect(line).toMatchObject({
      firstAt: '2026-11-24T06:00:00.000Z',
      lastAt: '2026-11-24T12:30:00.000Z',
      times: 3,
    });
    expect(others).toEqual([]);
  });

  it('has Finnish days: half past eleven in the evening is the same day, and an hour later is the next', () => {
    const days = looksOf([
      look({ at: new Date('2026-11-24T21:30:00Z') }),
      look({ at: new Date('2026-11-24T22:30:00Z') }),
    ]).map(({ day }) => day);

    expect(days).toEqual(['2026-11-25', '2026-11-24']);
  });

  it('tells the sender’s reading of a referral from the association’s', () => {
    expect(purposeOfLook({ action: 'readReferral', role: 'coordinator' })).toBe('referring');
    expect(purposeOfLook({ action: 'readReferral', role: 'providerManager' })).toBe('service');
  });

  it('leaves out what is no look at the client, and what it does not know', () => {
    expect(looksOf([look({ action: 'signIn' }), look({ action: 'toString' })])).toEqual([]);
  });

  it('carries no word of who it was', () => {
    const [line] = looksOf([{ ...look({}), person: 'Sanna Koskinen' } as LoggedLook]);

    expect(Object.keys(line ?? {}).sort()).toEqual([
      'day',
      'firstAt',
      'lastAt',
      'organization',
      'purpose',
      'role',
      'times',
    ]);
  });
});
