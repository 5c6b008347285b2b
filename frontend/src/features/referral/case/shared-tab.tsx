import type { ReferralView } from '@rinnalla/shared/referral/referral';
import type { ReactNode } from 'react';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { Panel } from '../../../ui/panel.js';
import { ReceiverCardFacts } from '../receiver-card-facts.js';
import { CaseTeam } from './case-team.js';
import styles from './case-view.module.css';

const promised: readonly ReferralView['status'][] = ['accepted', 'started', 'paused', 'closing'];
const hasNothing = (card: object): boolean => Object.keys(card).length === 0;

/** Each thing that the other side knows of the client, and who they are. */
export const SharedTab = ({ view, trace }: { view: ReferralView; trace?: ReactNode }) => {
  const { sharedTab: t } = useTexts(screenTexts).casePage;
  const { disclosedNow, disclosedOnAcceptance } = view;
  return (
    <div className={styles.stack}>
      {trace}
      {view.side === 'provider' ? (
        <Panel title={t.own}>
          <p>{t.ownText}</p>
          <ReceiverCardFacts card={view.card} />
        </Panel>
      ) : (
        <>
          <Panel title={t.nowSender}>
            {disclosedNow && !hasNothing(disclosedNow) ? (
              <ReceiverCardFacts card={disclosedNow} />
            ) : (
              <p>{t.nothingNow}</p>
            )}
          </Panel>
          {disclosedOnAcceptance && !promised.includes(view.status) && (
            <Panel title={t.laterSender}>
              <ReceiverCardFacts card={disclosedOnAcceptance} />
            </Panel>
          )}
        </>
      )}
      <Panel title={t.who}>
        <CaseTeam team={view.caseTeam} />
      </Panel>
    </div>
  );
};
