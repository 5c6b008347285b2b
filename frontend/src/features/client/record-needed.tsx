import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { type DisclosureLanguage, disclosureLanguages } from '@rinnalla/shared/client/disclosure-text';
import { type RecordWay, recordWays } from '@rinnalla/shared/client/needs';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { asLocalDate } from '@rinnalla/shared/kernel/local-date';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { clientTexts } from '../../i18n/client.js';
import { formatDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAction } from '../../platform/use-action.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { ProblemNotice } from '../../ui/states.js';
import styles from './client.module.css';
import { clientKeys } from './client.queries.js';

export type DisclosureRecords = ResponseOf<typeof clientRoutes.disclosureRecords>;

interface RecordNeededProps {
  records: DisclosureRecords;
  clientId: string;
  serviceId: string;
}

/** The words for the client, how they were said, and one button that records it. */
export const RecordNeeded = ({ records, clientId, serviceId }: RecordNeededProps) => {
  const { record: t } = useTexts(clientTexts);
  const own = useLanguage();
  const queryClient = useQueryClient();
  const [language, setLanguage] = useState<DisclosureLanguage>(records.text.body[own] ? own : 'fi');
  const [way, setWay] = useState<RecordWay>('in_person');
  const options = {
    onDone: (answer: DisclosureRecords) =>
      queryClient.setQueryData(clientKeys.disclosure(clientId, serviceId), answer),
  };
  const inform = useAction(clientRoutes.recordInforming, options);
  const consent = useAction(clientRoutes.recordConsent, options);
  const isConsent = records.recordNeeded === 'consent';
  const params = { clientId, serviceId };
  const said = { textId: records.text.id, language, way };
  const record = (): void =>
    isConsent
      ? consent.mutate({ params, body: { ...said, validUntil: asLocalDate(records.consentUntilAtMost) } })
      : inform.mutate({ params, body: said });
  const available = disclosureLanguages.filter((code) => records.text.body[code]);
  return (
    <>
      <Choices
        legend={t.language}
        options={available}
        labels={t.languages}
        chosen={language}
        onChoose={setLanguage}
      />
      <p className={styles.text} lang={language === 'easyFi' ? 'fi' : language}>
        {records.text.body[language]}
      </p>
      <Choices legend={t.way} options={recordWays} labels={t.ways} chosen={way} onChoose={setWay} />
      {isConsent && (
        <p>
          {t.until} {formatDate(records.consentUntilAtMost, own)}
        </p>
      )}
      <div className={styles.buttons}>
        <SecondaryButton busy={inform.isPending || consent.isPending} onClick={record}>
          {isConsent ? t.recordConsent : t.recordInforming}
        </SecondaryButton>
      </div>
      <ProblemNotice problem={inform.error ?? consent.error} />
    </>
  );
};

interface ChoicesProps<Code extends string> {
  legend: string;
  options: readonly Code[];
  labels: Record<Code, string>;
  chosen: Code;
  onChoose: (code: Code) => void;
}

const Choices = <Code extends string>({ legend, options, labels, chosen, onChoose }: ChoicesProps<Code>) => {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {options.map((code) => (
        <label key={code}>
          <input type="radio" name={name} checked={chosen === code} onChange={() => onChoose(code)} />
          {labels[code]}
        </label>
      ))}
    </fieldset>
  );
};
