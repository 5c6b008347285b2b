import { useFormContext, useWatch } from 'react-hook-form';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { QuietButton } from '../../../ui/buttons.js';
import { SensitiveTextNotice } from '../../../ui/form/sensitive-text-notice.js';
import { TextareaField } from '../../../ui/form/text-fields.js';
import type { ComposerSlots } from './composer-slots.js';
import type { ComposerValues } from './composer-values.js';

/** An extract of the authority's plan goes along: copied, narrowed to what is needed, or taken out again. */
export const PlanExtractField = ({ clientId, slots }: { clientId: string; slots: ComposerSlots }) => {
  const t = useTexts(composerTexts);
  const { setValue } = useFormContext<ComposerValues>();
  const extract = useWatch({ name: 'planExtract' }) as string | null | undefined;
  if (!extract)
    return <slots.RegisterExtract clientId={clientId} onTake={(taken) => setValue('planExtract', taken)} />;
  return (
    <div>
      <TextareaField name="planExtract" label={t.planExtract} hint={t.planExtractHint} max={1000} rows={4} />
      <SensitiveTextNotice name="planExtract" />
      <QuietButton onClick={() => setValue('planExtract', '')}>{t.withoutExtract}</QuietButton>
    </div>
  );
};
