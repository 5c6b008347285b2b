import { ConversationPanel } from '../../features/messaging/conversation-panel.js';
import type { ConversationSlots } from '../../features/messaging/conversation-slots.js';
import { DeletionTrace } from '../../features/privacy/deletion-trace.js';
import { CasePage } from '../../features/referral/case/case-page.js';

/** What other features give to the conversation of a case. */
const slots: ConversationSlots = {};

/** The shared case with what other features give to it. */
export const CaseScreen = () => (
  <CasePage
    disclosureTrace={(referralId) => <DeletionTrace referralId={referralId} />}
    conversation={(referralId, writeTo) => (
      <ConversationPanel referralId={referralId} writeTo={writeTo} slots={slots} />
    )}
  />
);
