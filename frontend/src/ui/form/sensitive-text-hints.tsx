import { kindsOf } from '@rinnalla/shared/client/sensitive-kinds';
import { findSensitive } from '@rinnalla/shared/client/sensitive-text';
import { useWatch } from 'react-hook-form';
import { IconWarning } from 'suomifi-icons';
import { sensitiveTexts } from '../../i18n/sensitive.js';
import { useTexts } from '../../i18n/use-texts.js';
import styles from './sensitive-text-notice.module.css';

/** What the field of this name seems to carry. */
export const SensitiveTextHints = ({ name }: { name: string }) => {
  const t = useTexts(sensitiveTexts);
  const text = useWatch({ name }) as string | null | undefined;
  const hints = text ? kindsOf(findSensitive(text)) : [];
  return (
    <div role="status">
      {hints.map((hint) => (
        <p key={hint} className={styles.notice}>
          <IconWarning aria-hidden />
          {t[hint]}
        </p>
      ))}
    </div>
  );
};
