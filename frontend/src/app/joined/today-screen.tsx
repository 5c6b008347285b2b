import { EmergencyNotices } from '../../features/privacy/emergency-notices.js';
import { TodayPage } from '../../features/referral/today/today-page.js';

/** The sender's day, and above it whose case was opened in an emergency. */
export const TodayScreen = () => <TodayPage notices={<EmergencyNotices />} />;
