import { Chip, StaticChip } from 'suomifi-ui-components';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/use-texts.js';
import styles from './chips.module.css';

interface ChipItem {
  id: string;
  text: string;
}

/** Words side by side; with `onRemove` each can be taken away by pressing it. */
export const ChipList = ({
  label,
  items,
  onRemove,
}: {
  label: string;
  items: readonly ChipItem[];
  onRemove?: (id: string) => void;
}) => {
  const ui = useTexts(uiTexts);
  if (items.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map(({ id, text }) => (
        <li key={id}>
          {onRemove ? (
            <Chip
              removable
              actionLabel={ui.remove('')}
              aria-label={ui.remove(text)}
              onClick={() => onRemove(id)}
            >
              {text}
            </Chip>
          ) : (
            <StaticChip>{text}</StaticChip>
          )}
        </li>
      ))}
    </ul>
  );
};
