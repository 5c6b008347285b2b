import { catalogueTexts } from '../../i18n/catalogue.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useSimilarServices } from './catalogue.queries.js';
import { ResultCard } from './result-card.js';
import styles from './service-page.module.css';

/** Services like this one, those with room first; nothing at all when there are none. */
export const SimilarServices = ({ serviceId }: { serviceId: string }) => {
  const { page: t } = useTexts(catalogueTexts);
  const { data } = useSimilarServices(serviceId);
  if (!data || data.items.length === 0) return null;
  return (
    <section className={styles.similarPanel} aria-label={t.similar}>
      <h2>{t.similar}</h2>
      <ul className={styles.similar}>
        {data.items.map((service) => (
          <li key={service.id}>
            <ResultCard service={service} />
          </li>
        ))}
      </ul>
    </section>
  );
};
