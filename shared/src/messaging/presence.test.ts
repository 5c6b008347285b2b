import {
  hearPresence,
  type PersonPresent,
  presenceLastsMs,
  stillPresent,
  writingLastsMs,
} from './presence.js';

const pekka = { membershipId: 'pekka', organizationId: 'salmenpaa' };
const after = (
  ...heard: [Parameters<typeof hearPresence>[1]['presence'], number][]
): readonly PersonPresent[] =>
  heard.reduce<readonly PersonPresent[]>(
    (present, [presence, at]) => hearPresence(present, { ...pekka, presence }, at),
    [],
  );

describe('presence', () => {
  it('is what was heard last of each person', () => {
    expect(after(['here', 0], ['writing', 10])).toEqual([{ ...pekka, presence: 'writing', heardAtMs: 10 }]);
    expect(after(['here', 0], ['gone', 10])).toEqual([]);
  });

  it('ends by itself: writing first, being there later', () => {
    const present = after(['writing', 0]);

    expect(stillPresent(present, writingLastsMs).map(({ presence }) => presence)).toEqual(['writing']);
    expect(stillPresent(present, writingLastsMs + 1).map(({ presence }) => presence)).toEqual(['here']);
    expect(stillPresent(present, presenceLastsMs + 1)).toEqual([]);
  });
});
