import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { clientTexts } from '../../i18n/client.js';
import { useTexts } from '../../i18n/use-texts.js';
import { LockMark } from '../../ui/lock-mark.js';
import styles from './client.module.css';

export type ClientRow = ResponseOf<typeof clientRoutes.list>['items'][number];

/** Clients to choose from: first name and their own words, which tell two Annas apart. */
export const ClientRows = ({
  rows,
  onPick,
}: {
  rows: readonly ClientRow[];
  onPick: (clientId: string) => void;
}) => {
  const { choose: t, summary } = useTexts(clientTexts);
  if (rows.length === 0) return null;
  return (
    <ul className={styles.rows} aria-label={t.list}>
      {rows.map(({ id, firstName, goal, nonDisclosure, openReferrals }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.row}
            aria-label={[
              `${firstName}: ${goal}`,
              openReferrals > 0 && t.openReferrals(openReferrals),
              nonDisclosure && summary.nonDisclosure,
            ]
              .filter(Boolean)
              .join(' ')}
            onClick={() => onPick(id)}
          >
            <span className={styles.name}>{firstName}</span>
            <span>{goal}</span>
            {openReferrals > 0 && <span className={styles.quiet}>{t.openReferrals(openReferrals)}</span>}
            {nonDisclosure && <LockMark>{summary.nonDisclosure}</LockMark>}
          </button>
        </li>
      ))}
    </ul>
  );
};
