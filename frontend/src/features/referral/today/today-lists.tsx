import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import { mostCounted, type referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { mostOfToday } from '@rinnalla/shared/referral/today-lists';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../../i18n/language.js';
import { formatUpTo } from '../../../i18n/numbers.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { paths } from '../../../platform/paths.js';
import { LinkButton } from '../../../ui/buttons.js';
import { EmptyState } from '../../../ui/states.js';
import { shortNameOf } from '../referral-line.js';
import { ReferralList } from '../referral-list.js';
import { NeedsYou } from './needs-you.js';
import styles from './today-page.module.css';
import { TodaySection } from './today-section.js';
import { useStartFact } from './use-start-fact.js';

type Day = ResponseOf<typeof referralRoutes.today>;

const without = (rows: readonly ReferralRow[], others: readonly ReferralRow[]): ReferralRow[] =>
  rows.filter(({ id }) => others.every((other) => other.id !== id));

const waitingPath = `${paths.ownReferrals}&tilanne=waiting_provider`;

/** Rows that stood on the screen a moment ago: they may move from one list to another. */
const useWasOnScreen = (day: Day): ((row: { id: string }) => boolean) => {
  const before = useRef(new Set<string>());
  useEffect(() => {
    const rows = [
      ...day.needsYou,
      ...day.answered,
      ...day.startingSoon,
      ...day.waitingForOthers,
      ...day.drafts,
    ];
    before.current = new Set(rows.map(({ id }) => id));
  }, [day]);
  return ({ id }) => before.current.has(id);
};

/** What needs me first, then what came, what starts, what waits for others. Empty lists take no room. */
export const TodayLists = ({ day }: { day: Day }) => {
  const { today: t } = useTexts(screenTexts);
  const language = useLanguage();
  const startFact = useStartFact();
  const isAtHome = useWasOnScreen(day);
  const continueDraft = (row: ReferralRow) => (
    <LinkButton
      kind="secondary"
      to={paths.draft(row.id)}
      accessibleName={t.actFor(t.act.continue, shortNameOf(row))}
    >
      {t.act.continue}
    </LinkButton>
  );
  const { needsYou, startingSoon, waitingForOthers, waitingForOthersCount, drafts } = day;
  // Told once: an answer that asks something of me, or that begins this week, stands there already.
  const answered = without(day.answered, [...needsYou, ...startingSoon]);
  const hasSide = startingSoon.length > 0 || waitingForOthers.length > 0 || drafts.length > 0;
  const titles = {
    needsYou: t.needsYou(formatUpTo(needsYou.length, mostOfToday.needsYou, language)),
    answered: t.answered(formatUpTo(answered.length, mostOfToday.answered, language)),
    starting: t.startingSoon(formatUpTo(startingSoon.length, mostOfToday.startingSoon, language)),
    waiting: t.waiting(formatUpTo(waitingForOthersCount, mostCounted, language)),
    drafts: t.drafts(formatUpTo(drafts.length, mostOfToday.drafts, language)),
  };
  return (
    <div className={hasSide ? styles.columns : styles.column}>
      <div className={styles.main}>
        {needsYou.length > 0 ? (
          <NeedsYou title={titles.needsYou} rows={needsYou} isAtHome={isAtHome} />
        ) : (
          <NothingNeedsYou waiting={waitingForOthersCount} />
        )}
        <TodaySection title={titles.answered} isEmpty={answered.length === 0}>
          <ReferralList label={titles.answered} rows={answered} isAtHome={isAtHome} factOf={startFact} />
        </TodaySection>
      </div>
      <div className={styles.side}>
        <TodaySection title={titles.starting} isEmpty={startingSoon.length === 0}>
          <ReferralList label={titles.starting} rows={startingSoon} isAtHome={isAtHome} factOf={startFact} />
        </TodaySection>
        <TodaySection title={titles.drafts} isEmpty={drafts.length === 0}>
          <ReferralList label={titles.drafts} rows={drafts} isAtHome={isAtHome} actionOf={continueDraft} />
        </TodaySection>
        <TodaySection title={titles.waiting} isEmpty={waitingForOthers.length === 0} isFolded>
          <ReferralList label={titles.waiting} rows={waitingForOthers} isAtHome={isAtHome} />
          {waitingForOthersCount > waitingForOthers.length && (
            <LinkButton kind="quiet" to={waitingPath}>
              {t.showAllWaiting}
            </LinkButton>
          )}
        </TodaySection>
      </div>
    </div>
  );
};

const NothingNeedsYou = ({ waiting }: { waiting: number }) => {
  const { today: t } = useTexts(screenTexts);
  const language = useLanguage();
  return (
    <EmptyState
      title={t.nothing}
      action={
        waiting > 0 ? (
          <LinkButton kind="secondary" to={waitingPath}>
            {t.showWaiting}
          </LinkButton>
        ) : (
          <LinkButton kind="secondary" to={paths.services}>
            {t.findService}
          </LinkButton>
        )
      }
    >
      {t.nothingWaits(waiting, formatUpTo(waiting, mostCounted, language))}
    </EmptyState>
  );
};
