import { needLabels, needs } from '@rinnalla/shared/client/needs';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useLanguage } from '../../../i18n/language.js';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { CheckboxField, CheckboxListField } from '../../../ui/form/choice-fields.js';
import { SensitiveTextNotice } from '../../../ui/form/sensitive-text-notice.js';
import { TextareaField } from '../../../ui/form/text-fields.js';
import { Panel } from '../../../ui/panel.js';
import styles from './composer.module.css';
import type { ComposerValues } from './composer-values.js';

/** What for: the goal in the client's words first, then only what the service needs. */
export const WhyBlock = () => {
  const t = useTexts(composerTexts);
  const language = useLanguage();
  const { getValues } = useFormContext<ComposerValues>();
  // What a draft holds already is in sight; the rest is one press away.
  const [hasMore] = useState(() => Boolean(getValues('agreed') || getValues('contactWishes')));
  return (
    <Panel title={t.why}>
      <div>
        <TextareaField name="goal" label={t.goal} hint={t.goalHint} max={300} rows={3} />
        <SensitiveTextNotice name="goal" />
      </div>
      <CheckboxListField
        name="needs"
        dense
        label={t.needs}
        optional
        options={needs.map((value) => ({ value, label: needLabels[value][language] }))}
      />
      <div>
        <TextareaField
          name="background"
          label={t.background}
          hint={t.backgroundHint}
          max={600}
          rows={3}
          optional
        />
        <SensitiveTextNotice name="background" />
      </div>
      <details className={styles.more} open={hasMore}>
        <summary>{t.more}</summary>
        <div className={styles.group}>
          <div>
            <TextareaField name="agreed" label={t.agreed} max={600} rows={2} optional />
            <SensitiveTextNotice name="agreed" />
          </div>
          <TextareaField
            name="contactWishes"
            label={t.contactWishes}
            hint={t.contactWishesHint}
            max={300}
            rows={2}
            optional
          />
        </div>
      </details>
      <Binding />
    </Panel>
  );
};

/** Binding or voluntary: all three parties read the same sentence. */
const Binding = () => {
  const t = useTexts(composerTexts);
  const binding = useWatch({ name: 'binding' }) as boolean;
  return (
    <div>
      <CheckboxField name="binding" label={t.binding} />
      <p className={styles.quiet} role="status">
        {binding ? t.bindingYes : t.bindingNo}
      </p>
    </div>
  );
};
