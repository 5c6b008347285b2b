import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ReactNode } from 'react';
import { AccessFields } from './steps/access-fields.js';
import { AudienceFields } from './steps/audience-fields.js';
import { ContactFields } from './steps/contact-fields.js';
import { DescriptionFields } from './steps/description-fields.js';
import { OfferingFields } from './steps/offering-fields.js';
import { PlaceFields } from './steps/place-fields.js';
import styles from './service-editor.module.css';

interface StepFieldsProps {
  step: number;
  service: OwnServiceView | undefined;
  onKeep: (service: OwnServiceView) => void;
}

/** Every step stays in the page, so that nothing typed is lost and each refusal finds its label; one is in sight. */
export const StepFields = ({ step, service, onKeep }: StepFieldsProps) => {
  const steps: Record<string, ReactNode> = {
    description: <DescriptionFields />,
    audience: <AudienceFields />,
    place: <PlaceFields />,
    access: <AccessFields />,
    contact: <ContactFields />,
    offerings: <OfferingFields service={service} onKeep={onKeep} />,
  };
  return Object.entries(steps).map(([name, fields], position) => (
    <div key={name} className={styles.fields} hidden={position !== step}>
      {fields}
    </div>
  ));
};
