import { placesConfirmedEveryDays } from '@rinnalla/shared/catalogue/freshness';
import type { OwnServiceCardView } from '@rinnalla/shared/catalogue/service';
import { useId } from 'react';
import { IconCheck, IconMinus, IconPlus } from 'suomifi-icons';
import { daysUntil, formatMoment, formatNearDate } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { problemTexts } from '../../../i18n/problem.js';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { SecondaryButton } from '../../../ui/buttons.js';
import { useToast } from '../../../ui/toast.js';
import styles from './own-services-page.module.css';
import { useFreePlaces } from './use-free-places.js';

interface FreePlacesProps {
  offering: OwnServiceCardView['offerings'][number];
  title: string;
  mayEdit: boolean;
}

/** Free places of a group: plus and minus save at once, with undo; old numbers ask to be confirmed. */
export const FreePlaces = ({ offering, title, mayEdit }: FreePlacesProps) => {
  const { places: t, own } = useTexts(serviceEditingTexts);
  const { problems } = useTexts(problemTexts);
  const language = useLanguage();
  const now = useNow();
  const toast = useToast();
  const id = useId();
  const { wanted, saving, problem, set } = useFreePlaces(offering);
  const name = useOfferingName()(offering);
  const updated = formatMoment(offering.placesUpdatedAt, language, now);
  const isOld = -daysUntil(offering.placesUpdatedAt, now) >= placesConfirmedEveryDays;

  const change = async (count: number): Promise<void> => {
    const before = offering.freePlaces;
    if (await set(count)) toast({ text: t.savedToast(count), undo: () => void set(before) });
  };
  const step = (by: number): void => {
    if (wanted + by >= 0) void change(wanted + by);
  };

  return (
    <div className={styles.offering} role="group" aria-label={t.group(title, name)}>
      {mayEdit ? (
        <div className={styles.stepper}>
          <button
            type="button"
            className={styles.step}
            aria-label={t.fewer}
            aria-describedby={id}
            aria-disabled={wanted === 0}
            onClick={() => step(-1)}
          >
            <IconMinus aria-hidden />
          </button>
          <span className={styles.count}>{wanted}</span>
          <button
            type="button"
            className={styles.step}
            aria-label={t.more}
            aria-describedby={id}
            onClick={() => step(1)}
          >
            <IconPlus aria-hidden />
          </button>
        </div>
      ) : (
        <span className={styles.count}>{wanted}</span>
      )}
      <div className={styles.words}>
        <strong id={id}>
          <span className="visually-hidden">{wanted} </span>
          {t.free(wanted)}
        </strong>
        <span className={styles.muted}>{name}</span>
        <span className={styles.muted}>
          {t.taken(offering.inUse, offering.reserved, offering.waitlistLength)}
        </span>
        <span className={`${styles.muted} ${isOld ? styles.old : ''}`} role="status">
          {saving === 'saving' ? t.saving : isOld ? t.old(updated) : t.updated(updated)}
        </span>
        {mayEdit && isOld && (
          <div>
            <SecondaryButton
              icon={IconCheck}
              accessibleName={t.stillRightHere(`${title}, ${name}`)}
              onClick={() => void change(wanted)}
            >
              {own.stillRight}
            </SecondaryButton>
          </div>
        )}
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.code === 'changedMeanwhile' ? t.changedMeanwhile : problems[problem.code]}
        </p>
      )}
    </div>
  );
};

/** "KV-2027-01, alkaa ma 7.12.", or the start alone when the group has no code. */
export const useOfferingName = () => {
  const { places: t } = useTexts(serviceEditingTexts);
  const language = useLanguage();
  const now = useNow();
  return ({ code, intake, startsOn }: { code: string; intake: string; startsOn: string | null }): string => {
    const start =
      intake === 'group' && startsOn ? t.starts(formatNearDate(startsOn, language, now)) : t.continuous;
    return code && !isMadeCode(code) ? t.coded(code, start) : start;
  };
};

/** A code that was made from the start itself ("jatkuva", "2026-12") says nothing new beside the start. */
const isMadeCode = (code: string): boolean => /^(?:jatkuva|\d{4}-\d{2})$/.test(code);
