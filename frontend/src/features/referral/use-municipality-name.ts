import { useLanguage } from '../../i18n/language.js';
import { useMunicipalities } from '../../platform/municipalities.js';

/** "Kouvola" for its code; the code itself while the register is on its way. */
export const useMunicipalityName = (): ((code: string) => string) => {
  const language = useLanguage();
  const municipalities = useMunicipalities();
  return (code) => municipalities.find((one) => one.code === code)?.name[language] ?? code;
};
