import { contactWayLabels, planTypeLabels } from '@rinnalla/shared/client/needs';
import { useQuery } from '@tanstack/react-query';
import { clientTexts } from '../../i18n/client.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useMunicipalities } from '../../platform/municipalities.js';
import { LockMark } from '../../ui/lock-mark.js';
import { Loaded } from '../../ui/states.js';
import styles from './client.module.css';
import { clientQuery } from './client.queries.js';

/** The chosen client in a line, as the coach knows them. */
export const ClientSummary = ({ clientId }: { clientId: string }) => {
  const { summary: t } = useTexts(clientTexts);
  const language = useLanguage();
  const municipalities = useMunicipalities();
  const query = useQuery(clientQuery(clientId));
  return (
    <Loaded query={query} rows={1}>
      {({ firstName, surname, ageBand, homeMunicipality, planType, contact, nonDisclosure }) => (
        <div className={styles.summary}>
          <strong>
            {firstName} {surname}
          </strong>
          {ageBand && <span>{t.age(ageBand)}</span>}
          {homeMunicipality && (
            <span>
              {municipalities.find(({ code }) => code === homeMunicipality)?.name[language] ??
                homeMunicipality}
            </span>
          )}
          <span>{planTypeLabels[planType][language]}</span>
          <span>{contactWayLabels[contact.way][language]}</span>
          {nonDisclosure && <LockMark>{t.nonDisclosure}</LockMark>}
        </div>
      )}
    </Loaded>
  );
};
