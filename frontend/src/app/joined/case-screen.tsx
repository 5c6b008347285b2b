import { CasePage } from '../../features/referral/case/case-page.js';

/** The shared case with what other features give to it. */
export const CaseScreen = () => <CasePage />;
