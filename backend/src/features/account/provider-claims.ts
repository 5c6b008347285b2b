/** What an organization agreed with its provider about two factors. */
export interface TwoFactorTerms {
  acrValues: readonly string[];
  amrValues: readonly string[];
}

/** The level of the answer is one of those agreed, or its methods hold all of those agreed (RFC 8176: `mfa`, or `pwd` and `otp`). */
export const provesTwoFactors = (
  { acr, amr }: Record<string, unknown>,
  { acrValues, amrValues }: TwoFactorTerms,
): boolean => {
  const methods: unknown[] = Array.isArray(amr) ? amr : [];
  const hasLevel = typeof acr === 'string' && acrValues.includes(acr);
  return hasLevel || (amrValues.length > 0 && amrValues.every((method) => methods.includes(method)));
};
