export const presences = ['here', 'writing', 'gone'] as const;
export type Presence = (typeof presences)[number];

/** Told again this often while somebody is at the conversation. */
export const presenceEveryMs = 20_000;
/** Who has not told for so long is not there any more: a lost connection needs no farewell. */
export const presenceLastsMs = 45_000;
export const writingEveryMs = 3_000;
export const writingLastsMs = 7_000;

export interface PersonPresent {
  membershipId: string;
  organizationId: string;
  presence: 'here' | 'writing';
  /** By the steady clock of the browser: how long it lasts, not when it was. */
  heardAtMs: number;
}

/** What is known of the others after one of them was heard. */
export const hearPresence = (
  present: readonly PersonPresent[],
  heard: { membershipId: string; organizationId: string; presence: Presence },
  nowMs: number,
): readonly PersonPresent[] => {
  const { membershipId, organizationId, presence } = heard;
  const others = present.filter((one) => one.membershipId !== membershipId);
  return presence === 'gone'
    ? others
    : [...others, { membershipId, organizationId, presence, heardAtMs: nowMs }];
};

/** Those who are still there: writing ends in a moment, being there a little later. */
export const stillPresent = (present: readonly PersonPresent[], nowMs: number): readonly PersonPresent[] =>
  present.flatMap((one) => {
    const silentMs = nowMs - one.heardAtMs;
    if (silentMs > presenceLastsMs) return [];
    return [
      one.presence === 'writing' && silentMs > writingLastsMs ? { ...one, presence: 'here' as const } : one,
    ];
  });
