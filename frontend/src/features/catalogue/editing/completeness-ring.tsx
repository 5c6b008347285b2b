import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import styles from './service-editor.module.css';

const radius = 20;
const around = 2 * Math.PI * radius;

/** How much of what makes a service easy to find is written; the number stands beside the ring. */
export const CompletenessRing = ({ percent }: { percent: number }) => {
  const { preview: t } = useTexts(serviceEditingTexts);
  return (
    <p className={styles.ring}>
      <svg viewBox="0 0 48 48" aria-hidden>
        <circle cx="24" cy="24" r={radius} fill="none" stroke="#d3dad8" strokeWidth="6" />
        <circle
          cx="24"
          cy="24"
          r={radius}
          fill="none"
          stroke="#0b4f4a"
          strokeWidth="6"
          strokeDasharray={`${(percent / 100) * around} ${around}`}
          transform="rotate(-90 24 24)"
        />
      </svg>
      {t.completeness(percent)}
    </p>
  );
};
