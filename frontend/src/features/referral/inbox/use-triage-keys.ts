import type { ReferralAction } from '@rinnalla/shared/referral/referral-action';
import type { RefObject } from 'react';
import { actTexts } from '../../../i18n/referral-acts.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useHotkeys } from '../../../platform/hotkeys.js';
import type { FormedAction } from '../acts/act-form-props.js';

interface TriageKeys {
  list: RefObject<HTMLDivElement | null>;
  /** Undefined while the request is on its way: its form opens when it comes. */
  actions: readonly ReferralAction[] | undefined;
  onOpen: (action: FormedAction) => void;
  onStep: (offset: 1 | -1) => void;
  onUndo: () => void;
}

const keyOf = { accept: 'o', waitlist: 'q', decline: 'e', ask: 'l' } as const;

/** Finnish mnemonics, only while focus is in the list (WCAG 2.1.4). */
export const useTriageKeys = ({ list, actions, onOpen, onStep, onUndo }: TriageKeys): void => {
  const { labels } = useTexts(actTexts);
  const { inbox: t } = useTexts(screenTexts);
  const answers = (Object.keys(keyOf) as (keyof typeof keyOf)[]).map((action) => ({
    key: keyOf[action],
    label: labels[action],
    act: () => {
      if (actions?.includes(action) ?? true) onOpen(action);
    },
  }));
  useHotkeys(
    [
      { key: 'j', label: t.next, act: () => onStep(1) },
      { key: 'k', label: t.previous, act: () => onStep(-1) },
      ...answers,
      { key: 'z', label: t.undo, act: onUndo },
    ],
    { heading: t.hotkeys, within: list },
  );
};
