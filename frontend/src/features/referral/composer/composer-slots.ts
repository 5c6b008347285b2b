import type { ClientView } from '@rinnalla/shared/client/client-routes';
import type { ComponentType } from 'react';

/** What the composer needs of another feature; the app gives them. */
export interface ComposerSlots {
  ClientChooser: ComponentType<{ onChosen: (client: ClientView) => void }>;
  ClientSummary: ComponentType<{ clientId: string }>;
  RegisterExtract: ComponentType<{ clientId: string; onTake: (extract: string) => void }>;
  DisclosureRecord: ComponentType<{
    clientId: string;
    serviceId: string;
    onPresent: (isPresent: boolean) => void;
    isMissing: boolean;
    id: string;
  }>;
}
