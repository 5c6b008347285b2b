import type { OwnOfferingView } from '@rinnalla/shared/catalogue/offering';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { IconPlus } from 'suomifi-icons';
import { serviceEditingTexts } from '../../../../i18n/service-editing.js';
import { useTexts } from '../../../../i18n/use-texts.js';
import { QuietButton, SecondaryButton } from '../../../../ui/buttons.js';
import { DateField } from '../../../../ui/form/date-field.js';
import { StatusLabel } from '../../../../ui/status-label.js';
import { useOfferingName } from '../free-places.js';
import { OfferingDialog } from '../offering-dialog.js';
import styles from '../service-editor.module.css';

interface OfferingFieldsProps {
  service: OwnServiceView | undefined;
  onKeep: (service: OwnServiceView) => void;
}

/** The groups and their places; each is saved by itself, because places live faster than the text. */
export const OfferingFields = ({ service, onKeep }: OfferingFieldsProps) => {
  const { offering: t, fields, offeringStatus, own, places } = useTexts(serviceEditingTexts);
  const [opened, setOpened] = useState<OwnOfferingView | 'new'>();
  const nameOf = useOfferingName();
  return (
    <>
      <section className={styles.fields} aria-label={t.heading}>
        <h2>{t.heading}</h2>
        {!service && <p>{t.saveFirst}</p>}
        {service?.offerings.length === 0 && <p>{t.none}</p>}
        {service && service.offerings.length > 0 && (
          <ul className={styles.offerings}>
            {service.offerings.map((offering) => (
              <li key={offering.id} className={styles.offering}>
                <span>
                  <strong>{nameOf(offering)}</strong>
                  <br />
                  {offering.freePlaces} {places.free(offering.freePlaces)}
                </span>
                <StatusLabel tone={offering.status === 'open' ? 'ok' : 'neutral'}>
                  {offeringStatus[offering.status]}
                </StatusLabel>
                <QuietButton
                  accessibleName={t.editThis(nameOf(offering))}
                  onClick={() => setOpened(offering)}
                >
                  {own.edit}
                </QuietButton>
              </li>
            ))}
          </ul>
        )}
        {service && (
          <div>
            <SecondaryButton id="field-offerings" icon={IconPlus} onClick={() => setOpened('new')}>
              {t.add}
            </SecondaryButton>
          </div>
        )}
      </section>
      <DateField name="noPlacesUntil" label={fields.noPlacesUntil} hint={fields.noPlacesHint} optional />
      {service &&
        opened &&
        // Outside the form around it: a form within a form is not a form.
        createPortal(
          <OfferingDialog
            serviceId={service.id}
            offering={opened === 'new' ? undefined : opened}
            onClose={() => setOpened(undefined)}
            onSaved={onKeep}
          />,
          document.body,
        )}
    </>
  );
};
