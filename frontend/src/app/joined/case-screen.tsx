import { lazy, Suspense } from 'react';
import { useUnreadOfCase } from '../../features/messaging/use-unread-of-case.js';
import { DeletionTrace } from '../../features/privacy/deletion-trace.js';
import { EmergencyBanner } from '../../features/privacy/emergency-banner.js';
import { CasePage } from '../../features/referral/case/case-page.js';
import { Loading } from '../../ui/states.js';

/** The conversation and the files have tabs of their own and come when these are opened. */
const CaseConversation = lazy(async () => ({
  default: (await import('./case-conversation.js')).CaseConversation,
}));

const CaseFiles = lazy(async () => ({
  default: (await import('../../features/messaging/attachments/case-files.js')).CaseFiles,
}));

/** The shared case with what other features give to it. */
export const CaseScreen = () => (
  <>
    <EmergencyBanner />
    <CasePage
      useUnread={useUnreadOfCase}
      disclosureTrace={(referralId) => <DeletionTrace referralId={referralId} />}
      conversation={(referralId, writeTo) => (
        <Suspense fallback={<Loading rows={4} />}>
          <CaseConversation referralId={referralId} writeTo={writeTo} />
        </Suspense>
      )}
      files={(referralId) => (
        <Suspense fallback={<Loading rows={3} />}>
          <CaseFiles referralId={referralId} />
        </Suspense>
      )}
    />
  </>
);
