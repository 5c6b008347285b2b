import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays, type LocalDate, parseLocalDate } from '@rinnalla/shared/kernel/local-date';
import type { RetentionPreview } from '@rinnalla/shared/privacy/retention-routes';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { formatDate } from '../../i18n/dates.js';
import { keepingTexts } from '../../i18n/keeping.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { retentionPreviewQuery, retentionRunsQuery } from './keeping.queries.js';
import styles from './privacy.module.css';

/** What time would end on a day that one chooses, and what it has ended. */
export const RetentionRuns = () => (
  <>
    <Preview />
    <Runs />
  </>
);

const Preview = () => {
  const { retention: t, page } = useTexts(keepingTexts);
  const language = useLanguage();
  const id = useId();
  const now = useNow();
  const tomorrow = addDays(helsinkiDateOf(new Date(now)), 1);
  const [day, setDay] = useState<LocalDate>(tomorrow);
  const query = useQuery(retentionPreviewQuery(day));
  return (
    <Panel title={t.title}>
      <p>{t.lead}</p>
      <p className={styles.plain}>{page.unconfirmed}</p>
      <p className={styles.dayChoice}>
        <label htmlFor={id}>{t.day}</label>
        <input
          id={id}
          type="date"
          value={day}
          min={tomorrow}
          onChange={({ target }) => {
            const chosen = parseLocalDate(target.value);
            if (chosen) setDay(chosen);
          }}
        />
      </p>
      <Loaded query={query} rows={2}>
        {({ lines }) =>
          lines.length === 0 ? (
            <p>{t.nothing(formatDate(day, language))}</p>
          ) : (
            <ul className={styles.list} aria-label={t.title}>
              {lines.map((line) => (
                <PreviewLine key={line.rule} line={line} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
};

const PreviewLine = ({ line }: { line: RetentionPreview['lines'][number] }) => {
  const { retention: t } = useTexts(keepingTexts);
  const language = useLanguage();
  const { label, act, ending, held, caseNumbers, heldCaseNumbers } = line;
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.name}>{label[language]}</p>
        <p>{t.ending(ending)}</p>
        {held > 0 && <p>{t.held(held)}</p>}
        <p className={styles.quiet}>
          {[
            t.act(act),
            caseNumbers.join(', '),
            heldCaseNumbers.length > 0 && t.heldCases(heldCaseNumbers.join(', ')),
          ]
            .filter(Boolean)
            .join('. ')}
        </p>
      </div>
    </li>
  );
};

const Runs = () => {
  const { retention: t } = useTexts(keepingTexts);
  const language = useLanguage();
  const query = useQuery(retentionRunsQuery);
  return (
    <Panel title={t.runs}>
      <Loaded query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t.noRuns}</p>
          ) : (
            <ul className={styles.list}>
              {items.map(({ day, lines }) => (
                <li key={day} className={styles.line}>
                  <div>
                    <p className={styles.name}>{formatDate(day, language)}</p>
                    <ul className={styles.consequences}>
                      {lines.map(({ rule, label, ended, held }) => (
                        <li key={rule}>
                          {label[language]}: {t.ended(ended)}
                          {held > 0 && ` ${t.held(held)}`}
                        </li>
                      ))}
                    </ul>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
};
