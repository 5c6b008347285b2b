import { Suspense } from 'react';
import { NavLink } from 'react-router';
import { shellTexts } from '../../i18n/shell.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { NavigationItem } from './navigation.js';
import styles from './rail.module.css';

/** The main navigation: at the left, on a phone at the bottom; none where there is nothing to choose from. */
export const Rail = ({ items }: { items: readonly NavigationItem[] }) => {
  const t = useTexts(shellTexts);
  if (items.length < 2) return null;
  return (
    <nav data-rail className={styles.rail} aria-label={t.mainNavigation}>
      <ul className={styles.list}>
        {items.map(({ path, navigation: { label, icon: Icon, badge: Badge } }) => (
          <li key={path} className={styles.item}>
            <NavLink
              to={path}
              className={({ isActive }) => `${styles.link} ${isActive ? styles.current : ''}`}
            >
              <Icon className={styles.icon} aria-hidden />
              <span>{t.nav[label]}</span>
              {Badge && (
                <span className={styles.badge}>
                  <Suspense>
                    <Badge />
                  </Suspense>
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};
