import { DeletionTasks } from '../../features/privacy/deletion-tasks.js';
import { InboxPage } from '../../features/referral/inbox/inbox-page.js';

/** The association's triage, and above it what else waits for it today. */
export const InboxScreen = () => <InboxPage tasks={<DeletionTasks />} />;
