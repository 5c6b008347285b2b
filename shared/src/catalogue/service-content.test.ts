import { freePlacesOf, offeringInput, takesReferrals } from './offering.js';
import { freshnessOf } from './freshness.js';
import { emptyServiceContent, serviceContentInput } from './service-content.js';
import {
  availableServiceActions,
  serviceActions,
  serviceStatuses,
  statusAfter,
} from './service-lifecycle.js';

describe('the content of a service', () => {
  it('may be saved empty, as far as it has been written', () => {
    expect(serviceContentInput.parse({})).toEqual(emptyServiceContent());
  });

  it('forgets an emptied text and trims the rest', () => {
    expect(serviceContentInput.parse({ title: { fi: ' Puupaja ', sv: '  ' } }).title).toEqual({
      fi: 'Puupaja',
    });
  });

  it.each([
    ['an unknown field', { price_secret: 1 }],
    ['a title of 101 characters', { title: { fi: 'x'.repeat(101) } }],
    ['a summary of 151 characters', { summary: { sv: 'x'.repeat(151) } }],
    ['a category that the list does not have', { category: 'casino' }],
    ['a municipality code of letters', { municipalities: ['kouvola'] }],
    ['the same language twice', { languages: [{ code: 'fi' }, { code: 'fi', level: 'basic' }] }],
    ['a statutory basis that nobody knows', { statutoryBases: ['made_up'] }],
    ['a day that is none', { noPlacesUntil: '2026-02-30' }],
  ])('refuses %s', (_what, given) => {
    expect(serviceContentInput.safeParse(given).success).toBe(false);
  });

  it('takes each code of a list once', () => {
    expect(serviceContentInput.parse({ municipalities: ['286', '142', '286'] }).municipalities).toEqual([
      '286',
      '142',
    ]);
  });
});

describe('an offering', () => {
  const aGroup = { intake: 'group', startsOn: '2027-01-11', capacityMax: 8 };

  it('of a group needs the day on which it starts', () => {
    expect(offeringInput.safeParse({ ...aGroup, startsOn: null }).success).toBe(false);
    expect(offeringInput.safeParse({ intake: 'continuous', capacityMax: 8 }).success).toBe(true);
  });

  it('does not end before it starts', () => {
    expect(offeringInput.safeParse({ ...aGroup, endsOn: '2027-01-10' }).success).toBe(false);
    expect(offeringInput.safeParse({ ...aGroup, endsOn: '2027-01-11' }).success).toBe(true);
  });

  it('does not end its day before it begins', () => {
    const on = (startsAt: string, endsAt: string) =>
      offeringInput.safeParse({ ...aGroup, weeklyTimes: [{ weekday: 1, startsAt, endsAt }] });

    expect(on('09:00', '13:00').success).toBe(true);
    expect(on('13:00', '09:00').success).toBe(false);
  });

  it('has the places that are neither promised nor in use', () => {
    expect(freePlacesOf({ capacityMax: 10, reserved: 2, inUse: 5 })).toBe(3);
    expect(freePlacesOf({ capacityMax: 5, reserved: 2, inUse: 5 })).toBe(0);
  });

  it.each([
    [{}, true],
    [{ status: 'planned' }, false],
    [{ endsOn: '2026-11-23' }, false],
    [{ freePlaces: 0 }, true],
    [{ freePlaces: 0, waitlistOpen: false }, false],
    [{ waitlistOpen: false }, true],
  ] as const)('%j takes referrals: %s', (given, takes) => {
    const offering = { status: 'open', endsOn: null, waitlistOpen: true, freePlaces: 1, ...given } as const;

    expect(takesReferrals(offering, '2026-11-24')).toBe(takes);
  });
});

describe('the life of a service', () => {
  it('goes as the table says, from every status by every action', () => {
    const table = serviceStatuses.map((status) => [
      status,
      ...serviceActions.map((action) => statusAfter(status, action) ?? '–'),
    ]);

    expect(table).toEqual([
      // publish, pause, archive, confirm
      ['draft', 'published', '–', 'archived', '–'],
      ['published', '–', 'paused', 'archived', 'published'],
      ['paused', 'published', '–', 'archived', 'paused'],
      ['archived', 'published', '–', '–', '–'],
    ]);
    expect(availableServiceActions('published')).toEqual(['pause', 'archive', 'confirm']);
  });
});

describe('a confirmation', () => {
  const now = new Date('2026-11-24T06:00:00Z');
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

  it('is fresh for 90 days, ageing until 180, and stale after', () => {
    expect([0, 90, 91, 180, 181].map((days) => freshnessOf(daysAgo(days), now))).toEqual([
      'fresh',
      'fresh',
      'ageing',
      'ageing',
      'stale',
    ]);
  });
});
