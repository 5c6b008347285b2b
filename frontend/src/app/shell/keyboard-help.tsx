import { useMemo, useState } from 'react';
import { shellTexts } from '../../i18n/shell.js';
import { useTexts } from '../../i18n/use-texts.js';
import { presentHotkeys, setHotkeysEnabled, useHotkeysEnabled } from '../../platform/hotkeys.js';
import { Dialog } from '../../ui/dialog.js';
import styles from './keyboard-help.module.css';

export const useKeyboardHelp = () => {
  const [isOpen, setOpen] = useState(false);
  return useMemo(() => ({ isOpen, open: () => setOpen(true), close: () => setOpen(false) }), [isOpen]);
};

const shownKey = (key: string): string =>
  key.startsWith('mod+') ? `Ctrl / ⌘ + ${key.slice(4).toUpperCase()}` : key;

/** What can be pressed on this screen, and the switch that turns single keys off (WCAG 2.1.4). */
export const KeyboardHelp = ({ onClose }: { onClose: () => void }) => {
  const { hotkeys: t } = useTexts(shellTexts);
  const enabled = useHotkeysEnabled();
  const scopes = useMemo(() => presentHotkeys(), []);
  return (
    <Dialog title={t.heading} onClose={onClose}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={enabled}
          onChange={(event) => setHotkeysEnabled(event.target.checked)}
        />
        {t.enabled}
      </label>
      <p>{t.onlyInLists}</p>
      {scopes.map(({ heading, hotkeys }) => (
        <section key={heading} className={styles.scope}>
          <h3>{heading}</h3>
          <dl className={styles.keys}>
            {hotkeys.map(({ key, label }) => (
              <div key={key} className={styles.pair}>
                <dt>
                  <kbd>{shownKey(key)}</kbd>
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
};
