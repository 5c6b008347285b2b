import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import type { ReactNode } from 'react';
import { NewRowsBar } from '../../ui/new-rows-bar.js';
import { useSteadyRows } from '../../ui/steady-rows.js';
import { ReferralLine } from './referral-line.js';
import styles from './referral-list.module.css';

interface ReferralListProps {
  label: string;
  rows: readonly ReferralRow[];
  /** Rows that stood elsewhere on the same screen: they may move here while one reads. */
  isAtHome?: (row: ReferralRow) => boolean;
  actionOf?: (row: ReferralRow, position: number) => ReactNode;
  factOf?: (row: ReferralRow) => string | undefined;
}

/** Referrals under each other; new ones wait behind a bar. */
export const ReferralList = ({ label, rows: fresh, isAtHome, actionOf, factOf }: ReferralListProps) => {
  const { rows, newCount, showNew } = useSteadyRows(fresh, ({ id }) => id, isAtHome);
  return (
    <div className={styles.steady}>
      <NewRowsBar count={newCount} onShow={showNew} />
      <ul className={styles.list} aria-label={label}>
        {rows.map((row, position) => (
          <li key={row.id}>
            <ReferralLine row={row} action={actionOf?.(row, position)} fact={factOf?.(row)} />
          </li>
        ))}
      </ul>
    </div>
  );
};
