import { findReason } from '@rinnalla/shared/referral/referral-reasons';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../../../i18n/language.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../../ui/buttons.js';
import { Panel } from '../../../ui/panel.js';
import { Loading, ProblemNotice } from '../../../ui/states.js';
import { proposalsQuery } from '../referral.queries.js';
import { useLocalized } from '../use-localized.js';
import { usePlacesText } from '../use-places-text.js';
import { useProblemSentence } from '../use-problem-sentence.js';
import { useReferAgain } from '../use-refer-again.js';
import styles from './case-view.module.css';
import { mayReferOn } from './may-refer-on.js';

/** For the rare case that neither the suggestion nor the three that fit will do. */
const ServicePicker = lazy(async () => ({ default: (await import('../service-picker.js')).ServicePicker }));

/** After a no: why, a better idea and three that fit; the same content goes on with one press. */
export const ReferOn = ({ view }: { view: ReferralView }) => {
  const { casePage } = useTexts(screenTexts);
  const { declined: t, again } = casePage;
  const refer = useReferAgain(view.id);
  const sentenceOf = useProblemSentence();
  const text = useLocalized();
  const placesText = usePlacesText();
  const [searching, setSearching] = useState(false);
  const isOver = mayReferOn(view);
  const found = useQuery({ ...proposalsQuery(view.id), enabled: isOver && !view.decline });
  if (!isOver) return null;
  const suggested = view.decline?.suggestedService;
  const proposals = (view.decline?.proposals ?? found.data?.items ?? []).filter(
    ({ id }) => id !== suggested?.id,
  );
  return (
    <Panel tone="spruce" title={view.decline ? t.title : again.title}>
      {view.decline && <DeclineText decline={view.decline} />}
      {suggested && (
        <div className={styles.suggestion}>
          <strong>{t.suggestion(text(suggested.title))}</strong>
          <PrimaryButton busy={refer.busy} onClick={() => refer.to(suggested.id)}>
            {t.referSuggested}
          </PrimaryButton>
        </div>
      )}
      {proposals.length > 0 && (
        <div>
          <h3>{t.others}</h3>
          <ul className={styles.list}>
            {proposals.map((service) => (
              <li key={service.id} className={styles.suggestion}>
                <div className={styles.suggestionText}>
                  <strong>{text(service.title)}</strong>
                  <span>
                    {text(service.organizationName)} · {placesText(service)}
                  </span>
                </div>
                <SecondaryButton
                  busy={refer.busy}
                  onClick={() => refer.to(service.id)}
                  accessibleName={t.referTo(text(service.title))}
                >
                  {t.referHere}
                </SecondaryButton>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{view.decline ? t.carried : again.text}</p>
      {searching ? (
        <Suspense fallback={<Loading rows={1} />}>
          <ServicePicker onPick={({ id }) => refer.to(id)} />
        </Suspense>
      ) : (
        <div>
          <QuietButton onClick={() => setSearching(true)}>{t.searchOther}</QuietButton>
        </div>
      )}
      <ProblemNotice problem={refer.problem} sentence={sentenceOf(refer.problem)} />
    </Panel>
  );
};

const DeclineText = ({ decline }: { decline: NonNullable<ReferralView['decline']> }) => {
  const { declined: t } = useTexts(screenTexts).casePage;
  const language = useLanguage();
  const reason = findReason('decline', decline.reason)?.label[language] ?? decline.reason;
  return (
    <div>
      <p>{t.why(reason)}</p>
      {decline.note && <p className={styles.note}>{decline.note}</p>}
      {decline.callRequested && <p>{t.callRequested}</p>}
    </div>
  );
};
