import { mostCounted } from '@rinnalla/shared/referral/referral-routes';
import { statusGroups, type StatusGroup } from '@rinnalla/shared/referral/referral-status';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLanguage } from '../../../i18n/language.js';
import { formatUpTo } from '../../../i18n/numbers.js';
import { referralTexts } from '../../../i18n/referral.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { countsQuery } from '../referral.queries.js';
import styles from './worklist-page.module.css';

interface WorklistFiltersProps {
  group: StatusGroup | undefined;
  list: 'mine' | 'organization';
}

/** Filters as links with how many there are: a filtered list has its own address. */
export const WorklistFilters = ({ group, list }: WorklistFiltersProps) => {
  const { worklist: t } = useTexts(screenTexts);
  const { group: names } = useTexts(referralTexts);
  const [search] = useSearchParams();
  const { data } = useQuery(countsQuery(list));
  const counts = data?.groups ?? [];
  const groups = useChosenInSight(group, Boolean(data));
  const language = useLanguage();
  const shown = (count: number): string => formatUpTo(count, mostCounted, language);
  const withParam = (name: string, value: string | undefined): string => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    return `?${next.toString()}`;
  };
  return (
    <div className={styles.filters}>
      <nav ref={groups} aria-label={t.groups} className={styles.chips}>
        <Chip to={withParam('tilanne', undefined)} isOn={!group}>
          {t.all}
        </Chip>
        {statusGroups.map((candidate) => {
          const found = counts.find((count) => count.group === candidate);
          return (
            <Chip key={candidate} to={withParam('tilanne', candidate)} isOn={group === candidate}>
              {names[candidate]}
              {found && <span className={styles.count}>{shown(found.count)}</span>}
              {found && found.late > 0 && (
                <span className={styles.late}>{t.lateCount(found.late, shown(found.late))}</span>
              )}
            </Chip>
          );
        })}
      </nav>
      <nav aria-label={t.whose} className={styles.chips}>
        <Chip to={withParam('kenen', undefined)} isOn={list === 'organization'}>
          {t.organization}
        </Chip>
        <Chip to={withParam('kenen', 'omat')} isOn={list === 'mine'}>
          {t.mine}
        </Chip>
      </nav>
    </div>
  );
};

/** Where the row is pushed sideways, the chosen one is in its middle; anew when the numbers have come and made the others wider. */
const useChosenInSight = (
  group: StatusGroup | undefined,
  isCounted: boolean,
): RefObject<HTMLElement | null> => {
  const row = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const chosen = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (!row.current || !chosen) return;
    row.current.scrollLeft =
      chosen.offsetLeft - row.current.offsetLeft - (row.current.clientWidth - chosen.offsetWidth) / 2;
  }, [group, isCounted]);
  return row;
};

const Chip = ({ to, isOn, children }: { to: string; isOn: boolean; children: ReactNode }) => (
  <Link
    to={to}
    className={isOn ? styles.on : styles.chip}
    aria-current={isOn ? 'true' : undefined}
    preventScrollReset
  >
    {children}
  </Link>
);
