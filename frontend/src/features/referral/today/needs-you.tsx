import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import { mostOfToday } from '@rinnalla/shared/referral/today-lists';
import type { fi } from '../../../i18n/referral-screens.fi.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { paths } from '../../../platform/paths.js';
import { LinkButton } from '../../../ui/buttons.js';
import { shortNameOf } from '../referral-line.js';
import { ReferralList } from '../referral-list.js';
import { TodaySection } from './today-section.js';

type ActName = keyof (typeof fi)['today']['act'];

const actOf = ({ status, turn }: ReferralRow): ActName => {
  switch (status) {
    case 'draft':
      return 'continue';
    case 'clarification':
    case 'offered':
      return 'answer';
    case 'declined':
    case 'expired':
      return 'choose';
    case 'closing':
      return turn.of === 'sender' ? 'approve' : 'look';
    default:
      return 'look';
  }
};

interface NeedsYouProps {
  title: string;
  rows: readonly ReferralRow[];
  isAtHome: (row: ReferralRow) => boolean;
}

/** The worst thing first, and it has a button. */
export const NeedsYou = ({ title, rows, isAtHome }: NeedsYouProps) => {
  const { today: t } = useTexts(screenTexts);
  return (
    <TodaySection title={title} isEmpty={false}>
      <ReferralList
        label={title}
        rows={rows}
        isAtHome={isAtHome}
        actionOf={(row, position) => {
          const act = t.act[actOf(row)];
          return (
            <LinkButton
              kind={position === 0 ? 'primary' : 'secondary'}
              to={row.status === 'draft' ? paths.draft(row.id) : paths.referral(row.id)}
              accessibleName={t.actFor(act, shortNameOf(row))}
            >
              {act}
            </LinkButton>
          );
        }}
      />
      {rows.length >= mostOfToday.needsYou && (
        <LinkButton kind="quiet" to={paths.ownReferrals}>
          {t.showAllMine}
        </LinkButton>
      )}
    </TodaySection>
  );
};
