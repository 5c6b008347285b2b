import { lazy } from 'react';
import { ClientChooser } from '../../features/client/client-chooser.js';
import { ClientSummary } from '../../features/client/client-summary.js';
import { DisclosureRecord } from '../../features/client/disclosure-record.js';
import { ComposerPage } from '../../features/referral/composer/composer-page.js';

/** Asked for by office holders alone. */
const RegisterExtract = lazy(async () => ({
  default: (await import('../../features/client/register-extract.js')).RegisterExtract,
}));

const slots = { ClientChooser, ClientSummary, DisclosureRecord, RegisterExtract };

/** Referring a client: the composer with the client's own parts. */
export const ReferScreen = () => <ComposerPage slots={slots} />;
