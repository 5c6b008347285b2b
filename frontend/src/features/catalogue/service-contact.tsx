import type { PublicServiceView } from '@rinnalla/shared/catalogue/service';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Panel } from '../../ui/panel.js';
import { LocalizedText } from './localized-text.js';
import styles from './service-page.module.css';

/** Whom to ask: the role first; a name only when the association gives one. */
export const ServiceContact = ({ service: { contact, organization } }: { service: PublicServiceView }) => {
  const { page: t } = useTexts(catalogueTexts);
  if (!contact && !organization.website) return null;
  return (
    <Panel title={t.contact}>
      <address className={styles.offering}>
        {contact && (
          <>
            <strong>
              <LocalizedText text={contact.role} />
            </strong>
            {contact.name && <span>{contact.name}</span>}
            {contact.phone && <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>}
            {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
          </>
        )}
        {organization.website && (
          <a href={organization.website} rel="noreferrer">
            {organization.website.replace(/^https?:\/\//, '')}
          </a>
        )}
      </address>
    </Panel>
  );
};
