import { type Need, needLabels } from '@rinnalla/shared/client/needs';
import { useLanguage } from '../../i18n/language.js';
import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ChipList } from '../../ui/chips.js';

/** Practical needs as words side by side. */
export const NeedList = ({ needs }: { needs: readonly Need[] }) => {
  const t = useTexts(referralTexts);
  const language = useLanguage();
  return (
    <ChipList label={t.needs} items={needs.map((need) => ({ id: need, text: needLabels[need][language] }))} />
  );
};
