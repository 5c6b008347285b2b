import { LogPage } from '../../features/log/log-page.js';
import { EmergencyNotices } from '../../features/privacy/emergency-notices.js';

/** The data protection officer's log, and above it what was opened in an emergency. */
export const LogScreen = () => <LogPage notices={<EmergencyNotices />} />;
