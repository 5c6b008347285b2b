/** How much of a country the database holds. Scale 1: some regions after some years. */
export interface Scale {
  municipalities: number;
  providers: number;
  people: number;
  services: number;
  clients: number;
  referrals: number;
  messages: number;
}

export const scaleOne: Scale = {
  municipalities: 60,
  providers: 440,
  people: 1_200,
  services: 2_000,
  clients: 25_000,
  referrals: 100_000,
  messages: 500_000,
};

/** More years, the same organizations: clients, referrals and messages grow. */
export const timesScale = (scale: Scale, factor: number): Scale => ({
  ...scale,
  clients: Math.round(scale.clients * factor),
  referrals: Math.round(scale.referrals * factor),
  messages: Math.round(scale.messages * factor),
});

/** Of each municipality's staff one coordinates and four coach. */
export const staffOfMunicipality = 5;

/** The token with which the seeded person of this number is signed in. */
export const sessionTokenOf = (personNumber: number): string => `bench-token-${personNumber}`;

/** SQL: the id of the `number`th of a kind, the same in every run, and a valid UUID (version 8, RFC 9562). */
export const seededId = (kind: string, number: string): string =>
  `overlay(overlay(md5('${kind}' || (${number})::text) placing '8' from 13) placing '8' from 17)::uuid`;

/** SQL: a number from 0 to `below` - 1, the same in every run and spread like a hash. */
export const spread = (number: string, salt: string, below: number): string =>
  `((('x' || substr(md5('${salt}' || (${number})::text), 1, 7))::bit(28)::int) % ${below})`;

/** SQL: one of these words. */
export const oneOf = (words: readonly string[], number: string, salt: string): string =>
  `(array[${words.map((word) => `'${word}'`).join(', ')}])[1 + ${spread(number, salt, words.length)}]`;
