import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { QuietButton } from '../../../ui/buttons.js';
import { useFieldParts } from '../../../ui/form/form.js';
import fieldStyles from '../../../ui/form/form.module.css';
import { proposalsQuery } from '../referral.queries.js';
import { type PickedService, ServicePicker } from '../service-picker.js';
import { usePlacesText } from '../use-places-text.js';
import { useLocalized } from '../use-localized.js';

const name = 'suggestedServiceId';

/** A better idea: three services that fit and have room, one's own first; any other by search. */
export const SuggestionField = ({ referralId }: { referralId: string }) => {
  const { decline: t } = useTexts(actTexts);
  const text = useLocalized();
  const placesText = usePlacesText();
  const proposals = useQuery(proposalsQuery(referralId));
  const { id, sentence } = useFieldParts(name, t.suggestion);
  const { field } = useController({ name });
  const [searched, setSearched] = useState<PickedService>();
  const [searching, setSearching] = useState(false);

  const options = [
    ...(proposals.data?.items ?? []).map((service) => ({
      id: service.id,
      label: text(service.title),
      hint: `${text(service.organizationName)} · ${placesText(service)}`,
    })),
    ...(searched
      ? [{ id: searched.id, label: text(searched.title), hint: text(searched.organizationName) }]
      : []),
    { id: null, label: t.none, hint: undefined },
  ];

  return (
    <fieldset className={fieldStyles.group}>
      <legend>{t.suggestion}</legend>
      <div className={fieldStyles.field}>
        <span className={fieldStyles.hint}>
          {proposals.isPending
            ? t.looking
            : proposals.data?.items.length === 0
              ? t.nothing
              : t.suggestionHint}
        </span>
        {sentence && <span className={fieldStyles.refusal}>{sentence}</span>}
        {options.map((option, position) => (
          <label key={option.id ?? 'none'} className={fieldStyles.choice}>
            <input
              type="radio"
              id={position === 0 ? id : undefined}
              name={name}
              checked={field.value === option.id}
              onChange={() => field.onChange(option.id)}
            />
            <span className={fieldStyles.choiceText}>
              {option.label}
              {option.hint && <span className={fieldStyles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
        {searching ? (
          <ServicePicker
            onPick={(service) => {
              setSearched(service);
              setSearching(false);
              field.onChange(service.id);
            }}
          />
        ) : (
          <div>
            <QuietButton onClick={() => setSearching(true)}>{t.other}</QuietButton>
          </div>
        )}
      </div>
    </fieldset>
  );
};
