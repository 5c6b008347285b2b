import { categoryCode, serviceClassesOf } from '@rinnalla/shared/catalogue/categories';
import { limits } from '@rinnalla/shared/catalogue/service-content';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { serviceEditingTexts } from '../../../../i18n/service-editing.js';
import { useTexts } from '../../../../i18n/use-texts.js';
import { SelectField } from '../../../../ui/form/choice-fields.js';
import { LocalizedField } from '../../../../ui/form/localized-fields.js';
import { useTerms } from '../../vocabulary.js';
import { KeywordsField } from './keywords-field.js';

/** What the service is. */
export const DescriptionFields = () => {
  const { fields: t } = useTexts(serviceEditingTexts);
  const { optionsOf } = useTerms();
  useServiceClassesOfCategory();
  return (
    <>
      <LocalizedField name="title" label={t.title} hint={t.titleHint} max={limits.title} />
      <LocalizedField name="summary" label={t.summary} hint={t.summaryHint} max={limits.summary} rows={2} />
      <SelectField name="category" label={t.category} options={optionsOf('category')} />
      <LocalizedField
        name="description"
        label={t.description}
        hint={t.descriptionHint}
        max={limits.description}
        rows={8}
      />
      <LocalizedField
        name="outcomePromise"
        label={t.outcomePromise}
        optional
        max={limits.shortText}
        rows={2}
      />
      <KeywordsField />
      <LocalizedField name="alternativeTitle" label={t.alternativeTitle} optional max={limits.title} />
    </>
  );
};

/** Choosing the kind brings the national register's classes with it. */
const useServiceClassesOfCategory = (): void => {
  const { setValue } = useFormContext();
  const category: unknown = useWatch({ name: 'category' });
  const before = useRef(category);
  useEffect(() => {
    if (category === before.current) return;
    before.current = category;
    const chosen = categoryCode.safeParse(category);
    setValue('serviceClasses', chosen.success ? [...serviceClassesOf(chosen.data)] : [], {
      shouldDirty: true,
    });
  }, [category, setValue]);
};
