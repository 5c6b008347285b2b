import { keepingTexts } from '../../i18n/keeping.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Page } from '../../ui/page.js';
import { ErasureRequests } from './erasure-requests.js';
import { LegalHolds } from './legal-holds.js';
import { RetentionRuns } from './retention-runs.js';

/** For who leads and for the data protection officer: what is asked to be erased, and what is held. */
export const KeepingPage = () => {
  const { page: t } = useTexts(keepingTexts);
  return (
    <Page title={t.title} lead={t.lead}>
      <ErasureRequests />
      <LegalHolds />
      <RetentionRuns />
    </Page>
  );
};
