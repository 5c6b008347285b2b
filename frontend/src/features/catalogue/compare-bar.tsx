import type { ServiceCardView } from '@rinnalla/shared/catalogue/service';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { PrimaryButton, QuietButton } from '../../ui/buttons.js';
import { DataTable } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import styles from './compare-bar.module.css';
import { LocalizedText } from './localized-text.js';
import { PlacesLabel, useNextStart } from './places-label.js';
import { AreaText } from './result-card.js';
import type { Comparison } from './use-comparison.js';
import { useTerms } from './vocabulary.js';

/** What is chosen for comparison, at the bottom of the list, and the comparison itself. */
export const CompareBar = ({ comparison }: { comparison: Comparison }) => {
  const { compare: t } = useTexts(catalogueTexts);
  const [isOpen, setOpen] = useState(false);
  const count = comparison.services.length;
  if (count === 0) return null;
  return (
    <section className={styles.bar} aria-label={t.bar}>
      <p>
        <strong>{t.chosen(count)}.</strong> {count === 1 ? t.needsTwo : comparison.isFull ? t.full : ''}
      </p>
      <div className={styles.acts}>
        <PrimaryButton disabled={count < 2} onClick={() => setOpen(true)}>
          {t.open}
        </PrimaryButton>
        <QuietButton onClick={comparison.clear}>{t.clear}</QuietButton>
      </div>
      {isOpen && (
        <Dialog title={t.title} size="wide" onClose={() => setOpen(false)}>
          <ComparisonTable services={comparison.services} />
        </Dialog>
      )}
    </section>
  );
};

interface ComparedFact {
  name: string;
  valueOf: (service: ServiceCardView) => ReactNode;
}

const ComparisonTable = ({ services }: { services: readonly ServiceCardView[] }) => {
  const { compare: t, facts, card } = useTexts(catalogueTexts);
  const { namesOf } = useTerms();
  const nextStart = useNextStart();
  const names =
    (vocabulary: 'languages' | 'deliveryModes' | 'support' | 'accessibility') => (service: ServiceCardView) =>
      namesOf(vocabulary, service[vocabulary]) || '–';
  const rows: ComparedFact[] = [
    { name: facts.places, valueOf: ({ places }) => <PlacesLabel places={places} /> },
    { name: facts.when, valueOf: (service) => nextStart(service.nextStart) },
    { name: facts.what, valueOf: ({ summary }) => <LocalizedText text={summary} /> },
    { name: facts.provider, valueOf: ({ organization }) => <LocalizedText text={organization.name} /> },
    {
      name: facts.area,
      valueOf: (service) => (
        <>
          <AreaText service={service} />
          {service.distanceKm !== null &&
            service.distanceKm >= 1 &&
            ` · ${card.distance(Math.round(service.distanceKm))}`}
        </>
      ),
    },
    { name: facts.modes, valueOf: names('deliveryModes') },
    { name: facts.languages, valueOf: names('languages') },
    { name: facts.support, valueOf: names('support') },
    { name: facts.accessibility, valueOf: names('accessibility') },
  ];
  return (
    <DataTable
      caption={t.title}
      keyOf={({ name }) => name}
      rows={rows}
      columns={[
        { id: 'fact', heading: t.what, cell: ({ name }) => name, isRowHeading: true },
        ...services.map((service) => ({
          id: service.id,
          heading: (
            <Link to={paths.service(service.id)}>
              <LocalizedText text={service.title} />
            </Link>
          ),
          cell: ({ valueOf }: ComparedFact) => valueOf(service),
        })),
      ]}
    />
  );
};
