import { useState } from 'react';
import { useController } from 'react-hook-form';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { QuietButton } from '../../../ui/buttons.js';
import { useFieldParts } from '../../../ui/form/form.js';
import { type PickedService, ServicePicker } from '../service-picker.js';
import { useLocalized } from '../use-localized.js';
import styles from './composer.module.css';

interface ServiceFieldProps {
  services: readonly PickedService[];
  onService: (service: PickedService) => void;
  /** Where the sender works: the nearest services first. */
  municipality: string | undefined;
}

/** The service that the referral goes to: shown when chosen, searched until then. */
export const ServiceField = ({ services, onService, municipality }: ServiceFieldProps) => {
  const t = useTexts(composerTexts);
  const text = useLocalized();
  const { id, sentence } = useFieldParts('serviceId', t.service);
  const { field } = useController({ name: 'serviceId' });
  const [changing, setChanging] = useState(false);
  const chosen = services.find((service) => service.id === field.value);
  if (chosen && !changing) {
    return (
      <div className={`${styles.between} ${styles.chosen}`}>
        <div>
          <strong>{text(chosen.title)}</strong>
          <p>{text(chosen.organizationName)}</p>
          {sentence && <p className={styles.refusal}>{sentence}</p>}
        </div>
        <QuietButton id={id} onClick={() => setChanging(true)}>
          {t.changeService}
        </QuietButton>
      </div>
    );
  }
  return (
    <div className={styles.group}>
      {sentence && <p className={styles.refusal}>{sentence}</p>}
      <ServicePicker
        municipality={municipality}
        inputId={id}
        onPick={(service) => {
          onService(service);
          field.onChange(service.id);
          setChanging(false);
        }}
      />
      {chosen && (
        <div>
          <QuietButton onClick={() => setChanging(false)}>{t.keepService}</QuietButton>
        </div>
      )}
    </div>
  );
};
