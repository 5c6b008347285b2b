import type { ReceiverCard } from '@rinnalla/shared/referral/referral';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { Dialog } from '../../../ui/dialog.js';
import { GoalQuote } from '../goal-quote.js';
import { ReceiverCardFacts } from '../receiver-card-facts.js';
import type { PickedService } from '../service-picker.js';
import { useLocalized } from '../use-localized.js';
import styles from './composer.module.css';

interface ShowToClientProps {
  before: ReceiverCard;
  after: ReceiverCard;
  service: PickedService;
  onClose: () => void;
}

const said = [
  'goal',
  'needs',
  'background',
  'agreed',
  'planType',
  'binding',
  'language',
  'ageBand',
  'municipality',
  'areaName',
  'contactWishes',
] as const;

/** What only the promise of a place opens: the later card without what the earlier one has told. */
const openedLater = (after: ReceiverCard): ReceiverCard => {
  const later = { ...after };
  for (const name of said) delete later[name];
  return later;
};

/** The screen turned to the client: large, plain, nothing but what is told about them. */
export const ShowToClient = ({ before, after, service, onClose }: ShowToClientProps) => {
  const { toClient: t } = useTexts(composerTexts);
  const text = useLocalized();
  return (
    <Dialog title={t.title} onClose={onClose} size="full">
      <div className={styles.toClient}>
        {before.goal && (
          <div>
            <p>{t.youSaid}</p>
            <GoalQuote goal={before.goal} />
          </div>
        )}
        <p>{t.where(text(service.title))}</p>
        <section>
          <h3>{t.now}</h3>
          <ReceiverCardFacts card={before} without={['goal']} />
        </section>
        <section>
          <h3>{t.later}</h3>
          <ReceiverCardFacts card={openedLater(after)} />
        </section>
        <p>{t.never}</p>
        <p>{t.ask}</p>
      </div>
    </Dialog>
  );
};
