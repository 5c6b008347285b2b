import type { PublicServiceView } from '@rinnalla/shared/catalogue/service';
import type { ComponentType, ReactNode } from 'react';
import { IconCalendar, IconGroupOfPeople, IconHint, IconLogin } from 'suomifi-icons';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Panel } from '../../ui/panel.js';
import { isWritten, LocalizedText } from './localized-text.js';
import { useNextStart } from './places-label.js';
import { AreaText } from './result-card.js';
import styles from './service-page.module.css';
import { useTerms } from './vocabulary.js';

interface EssentialProps {
  name: string;
  icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  children: ReactNode;
}

const Essential = ({ name, icon: Icon, children }: EssentialProps) => (
  <div className={styles.essential}>
    <Icon aria-hidden />
    <h3>{name}</h3>
    <div>{children}</div>
  </div>
);

/** What happens, for whom, when, how to get in: what a reader decides by. */
export const EssentialFacts = ({ service }: { service: PublicServiceView }) => {
  const { facts: t, page } = useTexts(catalogueTexts);
  const nextStart = useNextStart();
  const { nameOf, namesOf } = useTerms();
  return (
    <Panel title={page.essentials} tone="spruce">
      <div className={styles.essentials}>
        <Essential name={t.what} icon={IconHint}>
          {service.category ? nameOf('category', service.category) : <LocalizedText text={service.summary} />}
          <p className={styles.muted}>
            <AreaText service={service} />
          </p>
        </Essential>
        <Essential name={t.whom} icon={IconGroupOfPeople}>
          {namesOf('targetGroups', service.targetGroups)}
          {(service.ageMin !== null || service.ageMax !== null) && (
            <p className={styles.muted}>{t.ages(service.ageMin, service.ageMax)}</p>
          )}
        </Essential>
        <Essential name={t.when} icon={IconCalendar}>
          {nextStart(service.nextStart)}
        </Essential>
        <Essential name={t.how} icon={IconLogin}>
          {isWritten(service.howToGetIn) ? <LocalizedText text={service.howToGetIn} /> : '–'}
          {service.decisionRequired && <p className={styles.muted}>{page.decisionRequired}</p>}
        </Essential>
      </div>
    </Panel>
  );
};
