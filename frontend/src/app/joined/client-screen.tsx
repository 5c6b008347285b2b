import { ClientPage } from '../../features/client/client-page.js';
import { EmergencyBanner } from '../../features/privacy/emergency-banner.js';

/** One client, and above it until when it is open to who opened it in an emergency. */
export const ClientScreen = () => (
  <>
    <EmergencyBanner />
    <ClientPage />
  </>
);
