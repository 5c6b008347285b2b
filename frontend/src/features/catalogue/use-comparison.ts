import type { ServiceCardView } from '@rinnalla/shared/catalogue/service';
import { useState } from 'react';

const comparedAtMost = 3;

export interface Comparison {
  services: readonly ServiceCardView[];
  isChosen: (serviceId: string) => boolean;
  isFull: boolean;
  toggle: (service: ServiceCardView) => void;
  clear: () => void;
}

/** Up to three services side by side, while the reader is on this screen. */
export const useComparison = (): Comparison => {
  const [services, setServices] = useState<readonly ServiceCardView[]>([]);
  const isChosen = (serviceId: string): boolean => services.some(({ id }) => id === serviceId);
  return {
    services,
    isChosen,
    isFull: services.length >= comparedAtMost,
    toggle: (service) =>
      setServices((chosen) =>
        chosen.some(({ id }) => id === service.id)
          ? chosen.filter(({ id }) => id !== service.id)
          : [...chosen, service].slice(0, comparedAtMost),
      ),
    clear: () => setServices([]),
  };
};
