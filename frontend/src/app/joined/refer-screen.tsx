import { ClientChooser } from '../../features/client/client-chooser.js';
import { ClientSummary } from '../../features/client/client-summary.js';
import { DisclosureRecord } from '../../features/client/disclosure-record.js';
import { ComposerPage } from '../../features/referral/composer/composer-page.js';

const slots = { ClientChooser, ClientSummary, DisclosureRecord };

/** Referring a client: the composer with the client's own parts. */
export const ReferScreen = () => <ComposerPage slots={slots} />;
