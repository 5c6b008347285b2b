import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ServiceContent } from '@rinnalla/shared/catalogue/service-content';
import { inLanguage, type Language, type Localized } from '@rinnalla/shared/kernel/localized';
import { languageNames, useLanguage } from '../../../i18n/language.js';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { ConflictNotice } from '../../../ui/conflict-notice.js';
import { Facts } from '../../../ui/facts.js';
import { Panel } from '../../../ui/panel.js';
import { contentBeingWritten, differingFields } from './service-form-values.js';
import type { EditorForm } from './use-publish-check.js';

interface EditorConflictProps {
  conflict: { newest: OwnServiceView | undefined } | undefined;
  onShowNewest: () => void;
  form: EditorForm;
}

/** Somebody saved first: what they wrote beside one's own, which stays in the form. */
export const EditorConflict = ({ conflict, onShowNewest, form }: EditorConflictProps) => {
  const { edit: t } = useTexts(serviceEditingTexts);
  if (!conflict) return null;
  if (!conflict.newest) return <ConflictNotice onShowNewest={onShowNewest}>{t.conflict}</ConflictNotice>;
  return <Differences mine={contentBeingWritten(form.methods.getValues())} newest={conflict.newest} />;
};

const Differences = ({ mine, newest }: { mine: ServiceContent; newest: OwnServiceView }) => {
  const { edit: t, fields } = useTexts(serviceEditingTexts);
  const language = useLanguage();
  const names = differingFields(mine, newest.content);
  const labelOf = (name: string): string => {
    const label = (fields as Record<string, unknown>)[name];
    return typeof label === 'string' ? label : name;
  };
  if (names.length === 0) return <Panel title={t.conflictSame}>{t.conflictNext}</Panel>;
  return (
    <Panel title={t.conflictDiffers} tone="note">
      <Facts
        facts={names.map((name) => ({ name: labelOf(name), value: shown(newest.content[name], language) }))}
      />
      <p>{t.conflictNext}</p>
    </Panel>
  );
};

type Value = OwnServiceView['content'][keyof ServiceContent];

/** Texts, numbers and lists as they stand; of a larger whole its text, when it has one. */
const shown = (value: Value, language: Language): string => {
  if (value === null || value === '') return '–';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) {
    return value.map((each) => (typeof each === 'string' ? each : each.code)).join(', ') || '–';
  }
  return Object.keys(value).some((key) => key in languageNames)
    ? inLanguage(value as Localized, language).text
    : '–';
};
