import {
  needsUrgencyReason,
  type UrgencyClass,
  urgencyClasses,
} from '@rinnalla/shared/commissioning/urgency-class';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useWatch } from 'react-hook-form';
import { referralTexts } from '../../../i18n/referral.js';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useMember } from '../../../platform/session.js';
import { RadioField } from '../../../ui/form/choice-fields.js';
import { DateField } from '../../../ui/form/date-field.js';
import { Panel } from '../../../ui/panel.js';
import { Loading } from '../../../ui/states.js';
import { previewQuery } from '../referral.queries.js';
import type { PickedService } from '../service-picker.js';
import { AlternativesField } from './alternatives-field.js';
import styles from './composer.module.css';
import { ServiceField } from './service-field.js';

/** Few referrals are urgent. */
const ReasonField = lazy(async () => ({ default: (await import('../acts/reason-fields.js')).ReasonField }));

interface WhereBlockProps {
  clientId: string;
  services: readonly PickedService[];
  onService: (service: PickedService) => void;
}

/** Where and when: the service, what if it has no place, how urgent and from when. */
export const WhereBlock = ({ clientId, services, onService }: WhereBlockProps) => {
  const t = useTexts(composerTexts);
  const { urgency: names } = useTexts(referralTexts);
  const municipality = useMember().acting.municipalityCode ?? undefined;
  const urgency = useWatch({ name: 'urgency' }) as UrgencyClass;
  return (
    <Panel title={t.where}>
      <ServiceField services={services} onService={onService} municipality={municipality} />
      <NotOpen clientId={clientId} />
      <AlternativesField services={services} onService={onService} municipality={municipality} />
      <RadioField
        name="urgency"
        label={t.urgency}
        columns
        options={urgencyClasses.map((value) => ({ value, label: names[value], hint: t.urgencyHints[value] }))}
      />
      {needsUrgencyReason(urgency) && (
        <Suspense fallback={<Loading rows={1} />}>
          <ReasonField kind="urgency" name="urgencyReason" label={t.urgencyReason} />
        </Suspense>
      )}
      <DateField name="startWish" label={t.startWish} optional />
    </Panel>
  );
};

const NotOpen = ({ clientId }: { clientId: string }) => {
  const t = useTexts(composerTexts);
  const serviceId = useWatch({ name: 'serviceId' }) as string;
  const preview = useQuery({ ...previewQuery(clientId, serviceId), enabled: Boolean(serviceId) });
  if (preview.data?.openForMunicipality !== false) return null;
  return (
    <p className={styles.warning} role="alert">
      {t.notOpen}
    </p>
  );
};
