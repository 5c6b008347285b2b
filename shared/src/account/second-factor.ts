/** What a person has to prove themselves with, beside a password or an organization's sign-in. */
export interface Proofs {
  authenticator: boolean;
  passkey: boolean;
}

export const secondFactorWays = ['passkey', 'code', 'recoveryCode'] as const;
export type SecondFactorWay = (typeof secondFactorWays)[number];

/** What a sign-in still waits for; `null`: it is whole. */
export type NextStep = 'secondFactor' | 'enrolment' | null;

interface UnderWay {
  has: Proofs;
  secondFactorProven: boolean;
  /** An invented person of a demonstration (ADR 20). Nobody else ever. */
  isExempt: boolean;
}

/** Everyone proves a second factor; who has none yet takes one into use before anything else. */
export const nextStepOf = ({ has, secondFactorProven, isExempt }: UnderWay): NextStep => {
  if (isExempt || secondFactorProven) return null;
  return has.authenticator || has.passkey ? 'secondFactor' : 'enrolment';
};

export const waysOf = (has: Proofs): SecondFactorWay[] => [
  ...(has.passkey ? (['passkey'] as const) : []),
  ...(has.authenticator ? (['code'] as const) : []),
  ...(has.passkey || has.authenticator ? (['recoveryCode'] as const) : []),
];

/** Invented people exist only where the product is told to be a demonstration. */
export const isExempt = (person: { demonstration: boolean }, settings: { demonstration: boolean }): boolean =>
  person.demonstration && settings.demonstration;
