import type { ReferralView, TakenStep } from '@rinnalla/shared/referral/referral';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { referralKeys } from '../referral.queries.js';
import { useTransition } from '../use-transition.js';
import type { FormedAction } from './act-form-props.js';
import { actForms } from './act-forms.js';

export interface OpenActProps {
  view: ReferralView;
  action: FormedAction;
  onClose: () => void;
  onDone: (action: FormedAction, after: TakenStep) => void;
}

/** The form of an act, focus in its first field. */
export const OpenAct = ({ view, action, onClose, onDone }: OpenActProps) => {
  const queryClient = useQueryClient();
  const { act } = useTransition(view.id);
  const panel = useRef<HTMLDivElement>(null);
  const Form = actForms[action];

  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [action]);

  return (
    <div ref={panel}>
      <Form
        key={action}
        view={view}
        onAct={async (given) => {
          const after = await act(given, view.version);
          onClose();
          onDone(action, after);
        }}
        onCancel={onClose}
        onConflict={() => void queryClient.invalidateQueries({ queryKey: referralKeys.one(view.id) })}
      />
    </div>
  );
};
