import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { ActionBar } from '../../../ui/action-bar.js';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../../ui/buttons.js';
import { referralKeys } from '../referral.queries.js';
import { useTransition } from '../use-transition.js';
import { type FormedAction, formedActionsOf } from './act-form-props.js';
import { actForms } from './act-forms.js';

/** Acts that one does rarely and reads twice. */
const quiet: readonly FormedAction[] = ['withdraw', 'not_started', 'undo'];

interface ActionPanelProps {
  view: ReferralView;
  /** Whose form is open; held by the screen, so that keys open it too. */
  open: FormedAction | undefined;
  onOpen: (action: FormedAction | undefined) => void;
  /** After an act: the referral as it was and as it is. */
  onDone: (action: FormedAction, after: ReferralView) => void;
}

/** What this reader may do to the referral, as buttons; pressing one opens its form in place of them. */
export const ActionPanel = ({ view, open, onOpen, onDone }: ActionPanelProps) => {
  const t = useTexts(actTexts);
  const queryClient = useQueryClient();
  const { act } = useTransition(view.id);
  const panel = useRef<HTMLDivElement>(null);
  const actions = formedActionsOf(view);
  const OpenForm = open && actForms[open];

  useEffect(() => {
    if (open) panel.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [open]);

  if (OpenForm) {
    return (
      <div ref={panel}>
        <OpenForm
          key={open}
          view={view}
          onAct={async (given) => {
            const after = await act(given, view.version);
            onOpen(undefined);
            onDone(open, after);
          }}
          onCancel={() => onOpen(undefined)}
          onConflict={() => void queryClient.invalidateQueries({ queryKey: referralKeys.one(view.id) })}
        />
      </div>
    );
  }
  if (actions.length === 0) return null;
  return (
    <ActionBar label={t.actions}>
      {actions.map((action, position) => {
        const Kind = quiet.includes(action) ? QuietButton : position === 0 ? PrimaryButton : SecondaryButton;
        return (
          <Kind key={action} onClick={() => onOpen(action)}>
            {t.labels[action]}
          </Kind>
        );
      })}
    </ActionBar>
  );
};
