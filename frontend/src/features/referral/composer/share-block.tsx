import type { UrgencyClass } from '@rinnalla/shared/commissioning/urgency-class';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { IconPreview } from 'suomifi-icons';
import { useLanguage } from '../../../i18n/language.js';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { SecondaryButton } from '../../../ui/buttons.js';
import { useFieldParts } from '../../../ui/form/form.js';
import { Panel } from '../../../ui/panel.js';
import { Loaded, Loading } from '../../../ui/states.js';
import { Tabs } from '../../../ui/tabs.js';
import { ReceiverCardFacts } from '../receiver-card-facts.js';
import { previewQuery } from '../referral.queries.js';
import type { PickedService } from '../service-picker.js';
import { deadlineOf } from '../turn.js';
import styles from './composer.module.css';
import type { ComposerSlots } from './composer-slots.js';
import type { ComposerValues } from './composer-values.js';
import { filledCard } from './filled-card.js';

/** Opened when the screen is turned to the client. */
const ShowToClient = lazy(async () => ({ default: (await import('./show-to-client.js')).ShowToClient }));
/** Only who holds a virkasuhde, and only to a statutory service. */
const PlanExtractField = lazy(async () => ({
  default: (await import('./plan-extract-field.js')).PlanExtractField,
}));
/** Seldom needed: most referrals break no rule. */
const OverrideFields = lazy(async () => ({ default: (await import('./override-fields.js')).OverrideFields }));

interface ShareBlockProps {
  clientId: string;
  services: readonly PickedService[];
  slots: ComposerSlots;
}

/** What is shared: the exact card, what the client is told, and by when an answer comes. */
export const ShareBlock = ({ clientId, services, slots }: ShareBlockProps) => {
  const t = useTexts(composerTexts);
  const serviceId = useWatch({ name: 'serviceId' }) as string;
  const service = services.find(({ id }) => id === serviceId);
  const { setValue } = useFormContext<ComposerValues>();
  const { id, sentence } = useFieldParts('recordPresent', t.record);
  const onPresent = useCallback(
    (isPresent: boolean) => setValue('recordPresent', isPresent as true),
    [setValue],
  );
  if (!service) return null;
  return (
    <Panel title={t.shared}>
      <p className={styles.quiet}>{t.sharedHint}</p>
      <Preview clientId={clientId} service={service} slots={slots} />
      {sentence && <p className={styles.refusal}>{t.recordMissing}</p>}
      <slots.DisclosureRecord
        clientId={clientId}
        serviceId={service.id}
        onPresent={onPresent}
        isMissing={Boolean(sentence)}
        id={id}
      />
      <Exceptions />
    </Panel>
  );
};

const Exceptions = () => {
  const { duplicateOpen, notEligible } = useWatch() as ComposerValues;
  if (!duplicateOpen && !notEligible) return null;
  return (
    <Suspense fallback={<Loading rows={2} />}>
      <OverrideFields />
    </Suspense>
  );
};

const Preview = ({
  clientId,
  service,
  slots,
}: {
  clientId: string;
  service: PickedService;
  slots: ComposerSlots;
}) => {
  const t = useTexts(composerTexts);
  const language = useLanguage();
  const now = useNow();
  const query = useQuery(previewQuery(clientId, service.id));
  const values = useWatch() as ComposerValues;
  const { setValue } = useFormContext<ComposerValues>();
  const [stage, setStage] = useState('before');
  const [showing, setShowing] = useState(false);
  const duplicateOpen = query.data?.duplicateOpen;
  useEffect(() => {
    if (duplicateOpen !== undefined) setValue('duplicateOpen', duplicateOpen);
  }, [duplicateOpen, setValue]);
  const mayCarryExtract = query.data?.mayCarryExtract ?? false;
  useEffect(() => setValue('mayCarryExtract', mayCarryExtract), [mayCarryExtract, setValue]);
  return (
    <Loaded query={query} rows={3}>
      {({ onSending, onAcceptance, answerDueAt }) => {
        const before = filledCard(onSending, values);
        const after = filledCard(onAcceptance, values);
        return (
          <>
            <Tabs
              label={t.stages}
              selected={stage}
              onSelect={setStage}
              tabs={[
                { id: 'before', label: t.before, content: <ReceiverCardFacts card={before} /> },
                { id: 'after', label: t.after, content: <ReceiverCardFacts card={after} /> },
              ]}
            />
            <div className={styles.between}>
              <p className={styles.due}>
                {t.due(deadlineOf(answerDueAt[values.urgency as UrgencyClass], language, now))}
              </p>
              <SecondaryButton icon={IconPreview} onClick={() => setShowing(true)}>
                {t.showToClient}
              </SecondaryButton>
            </div>
            {mayCarryExtract && (
              <Suspense fallback={<Loading rows={1} />}>
                <PlanExtractField clientId={clientId} slots={slots} />
              </Suspense>
            )}
            {showing && (
              <Suspense>
                <ShowToClient
                  before={before}
                  after={after}
                  service={service}
                  onClose={() => setShowing(false)}
                />
              </Suspense>
            )}
          </>
        );
      }}
    </Loaded>
  );
};
