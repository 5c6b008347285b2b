import type { ReferralRow, TakenStep } from '@rinnalla/shared/referral/referral';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { IconArrowLeft } from 'suomifi-icons';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { QuietButton } from '../../../ui/buttons.js';
import { Loaded } from '../../../ui/states.js';
import { ActionPanel } from '../acts/action-panel.js';
import type { FormedAction } from '../acts/act-form-props.js';
import { referralQuery } from '../referral.queries.js';
import { useAcknowledge } from '../use-acknowledge.js';
import { RequestPaper } from './request-paper.js';
import styles from './inbox-page.module.css';
import { nextOf } from './triage-rows.js';
import { useTriageKeys } from './use-triage-keys.js';

interface TriageProps {
  referralId: string;
  rows: readonly ReferralRow[];
  list: RefObject<HTMLDivElement | null>;
  isWide: boolean;
  onSelect: (referralId: string | undefined) => void;
  /** Opens another request of the list, and takes focus to its card. */
  onMove: (referralId: string) => void;
  /** Tells what was done and offers to take it back. */
  onAnswered: (action: FormedAction, after: TakenStep) => void;
  onUndo: () => void;
}

/** One request with its answers. After an answer the next one loads itself and the toast can take it back. */
export const Triage = ({
  referralId,
  rows,
  list,
  isWide,
  onSelect,
  onMove,
  onAnswered,
  onUndo,
}: TriageProps) => {
  const { inbox: t } = useTexts(screenTexts);
  const query = useQuery(referralQuery(referralId));
  const [open, setOpen] = useState<FormedAction>();
  useAcknowledge(query.data);

  const finish = (action: FormedAction, after: TakenStep): void => {
    onAnswered(action, after);
    const next = nextOf(rows, referralId);
    if (next) onMove(next.id);
    else onSelect(undefined);
  };
  const step = (offset: 1 | -1): void => {
    const target = rows[rows.findIndex(({ id }) => id === referralId) + offset];
    if (target) onMove(target.id);
  };
  useTriageKeys({
    list,
    actions: query.data?.actions,
    onOpen: setOpen,
    onStep: step,
    onUndo,
  });

  return (
    <div className={styles.triage}>
      {!isWide && (
        <div>
          <QuietButton icon={IconArrowLeft} onClick={() => onSelect(undefined)}>
            {t.back}
          </QuietButton>
        </div>
      )}
      <Loaded query={query} rows={3}>
        {(view) => (
          <RequestPaper view={view}>
            <ActionPanel view={view} open={open} onOpen={setOpen} onDone={finish} />
          </RequestPaper>
        )}
      </Loaded>
    </div>
  );
};
