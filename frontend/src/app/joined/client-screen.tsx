import { ClientPage } from '../../features/client/client-page.js';
import { useParams } from 'react-router';
import { EmergencyBanner } from '../../features/privacy/emergency-banner.js';
import { useClientErased } from '../../features/privacy/use-client-erased.js';

/** One client, and above it until when it is open to who opened it in an emergency. */
export const ClientScreen = () => {
  const { clientId = '' } = useParams();
  useClientErased(clientId);
  return (
    <>
      <EmergencyBanner />
      <ClientPage />
    </>
  );
};
