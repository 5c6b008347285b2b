import { planTypeLabels } from '@rinnalla/shared/client/needs';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { findReason } from '@rinnalla/shared/referral/referral-reasons';
import { formatDate, formatDateTime } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { type Fact, Facts } from '../../../ui/facts.js';
import { Panel } from '../../../ui/panel.js';
import { ClosingReport } from '../acts/closing-report.js';
import { QuestionList } from '../question-list.js';
import { useLocalized } from '../use-localized.js';
import styles from './case-view.module.css';

type Row = readonly [name: string, value: Fact['value'] | null | undefined];

const filled = (rows: readonly Row[]): Fact[] =>
  rows.flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ name, value }],
  );

const usePeriodRows = (view: ReferralView): Row[] => {
  const { planFacts: t } = useTexts(screenTexts).casePage;
  const language = useLanguage();
  const now = useNow();
  const text = useLocalized();
  const date = (day: string | null | undefined): string | null => (day ? formatDate(day, language) : null);
  const { offering } = view;
  return [
    [t.service, text(view.service.title)],
    [t.provider, text(view.provider.name)],
    [t.sender, `${view.handlerName}, ${text(view.sender.name)}`],
    [t.group, offering?.code],
    [t.startWish, date(view.startWish)],
    [t.meeting, view.firstMeetingAt && formatDateTime(view.firstMeetingAt, language, now)],
    [view.startedOn ? t.started : t.start, date(view.startedOn ?? view.plannedStartOn ?? offering?.startsOn)],
    [t.plannedEnd, view.endedOn ? null : date(view.plannedEndOn)],
    [t.ended, date(view.endedOn)],
    [t.place, offering?.address],
    [t.instructions, offering && text(offering.startInstructions)],
    [t.transport, offering && text(offering.transport)],
  ];
};

const usePlanRows = ({ card, urgencyReason, alternatives }: ReferralView): Row[] => {
  const { planFacts: t } = useTexts(screenTexts).casePage;
  const language = useLanguage();
  const text = useLocalized();
  const { planType, planExtract, binding } = card;
  return [
    [t.plan, planType && planTypeLabels[planType][language]],
    [t.planExtract, planExtract],
    [t.binding, binding === undefined ? null : binding ? t.bindingYes : t.bindingNo],
    [t.urgencyReason, urgencyReason && findReason('urgency', urgencyReason)?.label[language]],
    [t.alternatives, alternatives.map(({ title }) => text(title)).join(', ')],
  ];
};

/** What was agreed and how the period goes. */
export const PlanTab = ({ view }: { view: ReferralView }) => {
  const { planFacts: t } = useTexts(screenTexts).casePage;
  return (
    <div className={styles.stack}>
      <Facts columns facts={filled([...usePeriodRows(view), ...usePlanRows(view)])} />
      <QuestionList questions={view.questions} />
      {view.closing && (
        <Panel tone="quiet" title={t.review}>
          <ClosingReport view={view} />
        </Panel>
      )}
    </div>
  );
};
