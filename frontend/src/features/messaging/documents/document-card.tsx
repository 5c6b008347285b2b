import { answersTo } from '@rinnalla/shared/messaging/card-answers';
import type { ConversationLine, MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import type { CardOf } from '@rinnalla/shared/messaging/message-card';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { lazy, Suspense, useState } from 'react';
import { IconFileGeneric } from 'suomifi-icons';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { formatMoment } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { useMember } from '../../../platform/session.js';
import { QuietButton, SecondaryButton } from '../../../ui/buttons.js';
import { CardFrame } from '../card-frame.js';
import styles from '../card.module.css';
import { showLine } from '../show-line.js';

const GiveDocumentForm = lazy(async () => ({
  default: (await import('./give-document-form.js')).GiveDocumentForm,
}));
const DeclineDocumentForm = lazy(async () => ({
  default: (await import('./decline-document-form.js')).DeclineDocumentForm,
}));

interface DocumentCardProps {
  line: MessageLine;
  card: CardOf<'documentRequest'>;
  lines: readonly ConversationLine[];
  view: ConversationView;
}

/** Which document is asked for, and what has come of it. The other side answers here. */
export const DocumentCard = ({ line, card, lines, view }: DocumentCardProps) => {
  const { document: t, showAnswer } = useTexts(conversationCardTexts);
  const language = useLanguage();
  const now = useNow();
  const { acting } = useMember();
  const [reply] = answersTo(line, 'documentAnswer', lines);
  const isOurs = line.sender.organizationId === acting.organization.id;
  return (
    <CardFrame icon={IconFileGeneric} heading={`${t.card}: ${t.kinds[card.document]}`}>
      {reply ? (
        <div className={styles.foot}>
          <p className={reply.card.given ? styles.confirmed : styles.waits}>
            {t[reply.card.given ? 'given' : 'declined'](
              reply.sender.name,
              formatMoment(reply.at, language, now),
            )}
          </p>
          <QuietButton onClick={() => showLine(reply.seq)}>{showAnswer}</QuietButton>
        </div>
      ) : isOurs || !view.writable ? (
        <p className={styles.waits}>{t.waitsOther}</p>
      ) : (
        <Answers line={line} view={view} />
      )}
    </CardFrame>
  );
};

const Answers = ({ line, view }: Pick<DocumentCardProps, 'line' | 'view'>) => {
  const t = useTexts(conversationCardTexts).document;
  const [open, setOpen] = useState<'give' | 'decline'>();
  const form = { line, view, onClose: () => setOpen(undefined) };
  return (
    <>
      <p className={styles.waits}>{t.waitsYou}</p>
      <div className={styles.answers}>
        <SecondaryButton onClick={() => setOpen('give')}>{t.give}</SecondaryButton>
        <QuietButton onClick={() => setOpen('decline')}>{t.decline}</QuietButton>
      </div>
      <Suspense>
        {open === 'give' && <GiveDocumentForm {...form} />}
        {open === 'decline' && <DeclineDocumentForm {...form} />}
      </Suspense>
    </>
  );
};
