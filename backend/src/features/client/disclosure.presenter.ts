import { recordNeededBy } from '@rinnalla/shared/client/data-regime';
import {
  type DisclosureTextBody,
  disclosureLanguages,
  fillText,
} from '@rinnalla/shared/client/disclosure-text';
import type { LocalDate } from '@rinnalla/shared/kernel/local-date';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { ConsentRow } from './disclosure-record.query.js';
import type { DisclosureTextRow, ReceivingServiceRow } from './disclosure.query.js';
import type { clientRoutes } from '@rinnalla/shared/client/client-routes';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';

export type DisclosureView = ResponseOf<typeof clientRoutes.disclosureRecords>;

interface DisclosureFacts {
  service: ReceivingServiceRow;
  recordPresent: boolean;
  text: DisclosureTextRow;
  legalBasis: string | undefined;
  informedAt: Date | undefined;
  consent: ConsentRow | undefined;
  consentUntilAtMost: LocalDate;
}

/** Names every field that leaves the server. */
export const presentDisclosure = (facts: DisclosureFacts): DisclosureView => ({
  dataRegime: facts.service.data_regime,
  recordNeeded: recordNeededBy[facts.service.data_regime],
  recordPresent: facts.recordPresent,
  text: {
    id: facts.text.id,
    kind: facts.text.kind,
    version: facts.text.version,
    body: filledFor(facts.text.body, facts.service),
  },
  legalBasis: facts.legalBasis ?? null,
  consentUntilAtMost: facts.consentUntilAtMost,
  recipient: { id: facts.service.organization_id, name: facts.service.organization_name },
  informedAt: facts.informedAt?.toISOString() ?? null,
  consent: facts.consent
    ? {
        id: facts.consent.id,
        recordedAt: facts.consent.recorded_at.toISOString(),
        validUntil: facts.consent.valid_until,
        withdrawnAt: facts.consent.withdrawn_at?.toISOString() ?? null,
      }
    : null,
});

const filledFor = (body: DisclosureTextBody, service: ReceivingServiceRow): DisclosureTextBody => {
  const filled: DisclosureTextBody = {};
  for (const language of disclosureLanguages) {
    const text = body[language];
    if (text === undefined) continue;
    const reader = language === 'easyFi' ? 'fi' : language;
    filled[language] = fillText(text, {
      recipient: inLanguage(service.organization_name, reader).text,
      service: inLanguage(service.title, reader).text,
    });
  }
  return filled;
};
