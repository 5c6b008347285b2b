import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import { type ReactNode, useState } from 'react';
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

/** A step that has been opened stays in the page, so that each refusal finds its label; one step is in sight. */
export const StepFields = ({ step, service, onKeep }: StepFieldsProps) => {
  const [opened, setOpened] = useState<readonly number[]>([step]);
  if (!opened.includes(step)) setOpened([...opened, step]);
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
      {opened.includes(position) && fields}
    </div>
  ));
};
