import { logResults, logSearchInput } from '@rinnalla/shared/log/log-routes';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useLanguage } from '../../i18n/language.js';
import { logTexts } from '../../i18n/log.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PrimaryButton } from '../../ui/buttons.js';
import { SelectField } from '../../ui/form/choice-fields.js';
import { DateField } from '../../ui/form/date-field.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import styles from './log-page.module.css';
import { colleaguesQuery, type LogWanted } from './log.queries.js';

/** What is left empty is not asked for. */
const filters = z.preprocess(
  (given) => Object.fromEntries(Object.entries(given as object).filter(([, value]) => value !== '')),
  logSearchInput,
);

export const LogFilters = ({ onSearch }: { onSearch: (wanted: LogWanted) => void }) => {
  const t = useTexts(logTexts);
  const language = useLanguage();
  const people = useQuery(colleaguesQuery).data?.items ?? [];
  const form = useServerForm({ schema: filters, defaultValues: {} as never });
  return (
    <Form form={form} label={t.form} onSubmit={async (values) => onSearch(values as never)}>
      <div className={styles.filters}>
        <TextField name="caseNumber" label={t.caseNumber} hint={t.caseNumberHint} />
        <SelectField
          name="personId"
          label={t.person}
          nothing={t.any}
          options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <SelectField
          name="action"
          label={t.action}
          nothing={t.any}
          options={Object.entries(t.actions)
            .map(([value, label]) => ({ value, label }))
            .toSorted((one, other) => one.label.localeCompare(other.label, language))}
        />
        <SelectField
          name="result"
          label={t.result}
          nothing={t.any}
          options={logResults.map((value) => ({ value, label: t.results[value] }))}
        />
        <DateField name="from" label={t.from} />
        <DateField name="to" label={t.to} />
      </div>
      <div>
        <PrimaryButton type="submit" busy={form.busy}>
          {t.search}
        </PrimaryButton>
      </div>
    </Form>
  );
};
