import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/use-texts.js';
import styles from './new-rows-bar.module.css';

/** "3 uutta – näytä": new rows wait behind this and never push away what is being read. */
export const NewRowsBar = ({ count, onShow }: { count: number; onShow: () => void }) => {
  const ui = useTexts(uiTexts);
  return (
    <div role="status">
      {count > 0 && (
        <button type="button" className={styles.bar} onClick={onShow}>
          {ui.newRows(count)}
        </button>
      )}
    </div>
  );
};
