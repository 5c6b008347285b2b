import type { ReferralView, TakenStep } from '@rinnalla/shared/referral/referral';
import { lazy, type ReactNode, Suspense } from 'react';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { ActionBar } from '../../../ui/action-bar.js';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../../ui/buttons.js';
import { Loading } from '../../../ui/states.js';
import { type FormedAction, formedActionsOf } from './act-form-props.js';
import styles from './acts.module.css';

/** Forms come when one is opened: the list that is read first stays light. */
const OpenAct = lazy(async () => ({ default: (await import('./open-act.js')).OpenAct }));

/** Acts beside the answer itself, or that one does rarely and reads twice. */
const quiet: readonly FormedAction[] = ['ask', 'withdraw', 'not_started', 'undo'];

interface ActionPanelProps {
  view: ReferralView;
  /** Whose form is open; held by the screen, so that keys open it too. */
  open: FormedAction | undefined;
  onOpen: (action: FormedAction | undefined) => void;
  onDone: (action: FormedAction, after: TakenStep) => void;
}

/** What this reader may do to the referral, as buttons; pressing one opens its form in place of them. */
export const ActionPanel = ({ view, open, onOpen, onDone }: ActionPanelProps) => {
  const t = useTexts(actTexts);
  const actions = formedActionsOf(view);

  if (open) {
    return (
      <Suspense fallback={<Loading />}>
        <OpenAct view={view} action={open} onClose={() => onOpen(undefined)} onDone={onDone} />
      </Suspense>
    );
  }
  if (actions.length === 0) return null;
  // Rare acts alone do not deserve the place under the thumb.
  const Bar = actions.every((action) => quiet.includes(action)) ? QuietBar : ActionBar;
  return (
    <Bar label={t.actions}>
      {actions.map((action, position) => {
        const Kind = quiet.includes(action) ? QuietButton : position === 0 ? PrimaryButton : SecondaryButton;
        return (
          <Kind key={action} onClick={() => onOpen(action)}>
            {t.labels[action]}
          </Kind>
        );
      })}
    </Bar>
  );
};

const QuietBar = ({ label, children }: { label: string; children: ReactNode }) => (
  <div role="group" aria-label={label} className={styles.buttons}>
    {children}
  </div>
);
