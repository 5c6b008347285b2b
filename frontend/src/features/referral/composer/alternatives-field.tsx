import { useState } from 'react';
import { useController } from 'react-hook-form';
import { IconPlus } from 'suomifi-icons';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { uiTexts } from '../../../i18n/ui.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { QuietButton } from '../../../ui/buttons.js';
import { type PickedService, ServicePicker } from '../service-picker.js';
import { useLocalized } from '../use-localized.js';
import styles from './composer.module.css';

const most = 2;

interface AlternativesFieldProps {
  services: readonly PickedService[];
  onService: (service: PickedService) => void;
  municipality: string | undefined;
}

/** Up to two services in order, for the case that the first has no place. Nothing is sent to them. */
export const AlternativesField = ({ services, onService, municipality }: AlternativesFieldProps) => {
  const t = useTexts(composerTexts);
  const ui = useTexts(uiTexts);
  const text = useLocalized();
  const { field } = useController({ name: 'alternativeServiceIds' });
  const [adding, setAdding] = useState(false);
  const ids = field.value as string[];
  const titleOf = (id: string): string => text(services.find((service) => service.id === id)?.title ?? {});
  return (
    <div className={styles.group} role="group" aria-label={t.alternatives}>
      <strong>{t.alternatives}</strong>
      <p className={styles.quiet}>{t.alternativesHint}</p>
      {ids.length > 0 && (
        <ol className={styles.list}>
          {ids.map((id) => (
            <li key={id}>
              {titleOf(id)}{' '}
              <QuietButton
                accessibleName={ui.remove(titleOf(id))}
                onClick={() => field.onChange(ids.filter((other) => other !== id))}
              >
                {ui.remove('').trim()}
              </QuietButton>
            </li>
          ))}
        </ol>
      )}
      {adding ? (
        <>
          <ServicePicker
            municipality={municipality}
            onPick={(service) => {
              onService(service);
              if (!ids.includes(service.id)) field.onChange([...ids, service.id]);
              setAdding(false);
            }}
          />
          <div>
            <QuietButton onClick={() => setAdding(false)}>{t.cancelAdd}</QuietButton>
          </div>
        </>
      ) : (
        ids.length < most && (
          <div>
            <QuietButton icon={IconPlus} onClick={() => setAdding(true)}>
              {t.addAlternative}
            </QuietButton>
          </div>
        )
      )}
    </div>
  );
};
