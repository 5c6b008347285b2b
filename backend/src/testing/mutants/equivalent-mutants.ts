/**
 * Mutants that no test can miss because the product does the same without what they take away, each with the reason why
 * it stands there nevertheless. `npm run test:mutants` names them; `-- --equivalent` tries them, and is red when a test
 * misses one after all. What guards nothing and tells nothing is deleted instead of being listed here.
 */
export const equivalentMutants: Readonly<Record<string, string>> = {
  'guard backend/features/account/provider-sign-in#ProviderSignIn.verify':
    'the library has refused an answer without an ID token (`idTokenExpected`); the check is for the compiler',
  'guard backend/features/referral/draft-referral#DraftReferral.execute':
    'the answer is read by the same roles at the end, in the same transaction; who may begin is said first, before anything is written',
};
