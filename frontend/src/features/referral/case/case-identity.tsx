import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { IdentityBar } from '../../../ui/identity-bar.js';
import { useCardName } from '../receiver-card-facts.js';
import { StatusName } from '../status-name.js';
import { UrgencyName } from '../urgency-name.js';
import { useLocalized } from '../use-localized.js';
import { CaseTeam } from './case-team.js';
import styles from './case-view.module.css';

/** Pins who the case is about, how it stands, who answers for it and who sees it. */
export const CaseIdentity = ({ view }: { view: ReferralView }) => {
  const { casePage: t } = useTexts(screenTexts);
  const nameOf = useCardName();
  const text = useLocalized();
  const inCharge = [text(view.provider.name), view.assigneeName].filter(Boolean).join(' / ');
  return (
    <IdentityBar
      label={t.identity}
      name={nameOf(view.card)}
      items={[
        view.caseNumber,
        <UrgencyName key="urgency" urgency={view.urgency} />,
        <StatusName key="status" status={view.status} turn={view.turn} />,
        view.side === 'sender' ? t.responsible(inCharge) : t.handler(view.handlerName),
        <Disclosure key="viewers" className={styles.viewersButton} button={t.viewers(view.caseTeam.length)}>
          {() => (
            <div className={styles.viewers}>
              <p>{t.viewersHint}</p>
              <CaseTeam team={view.caseTeam} />
            </div>
          )}
        </Disclosure>,
      ]}
    />
  );
};
