import { ConversationPanel } from '../../features/messaging/conversation-panel.js';
import { CasePage } from '../../features/referral/case/case-page.js';

/** The shared case with what other features give to it. */
export const CaseScreen = () => (
  <CasePage
    conversation={(referralId, writeTo) => <ConversationPanel referralId={referralId} writeTo={writeTo} />}
  />
);
