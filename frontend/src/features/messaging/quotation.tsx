import {
  type ConversationLine,
  type MessageLine,
  quotedBy,
} from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { attachmentTexts } from '../../i18n/attachment.js';
import { messageActTexts } from '../../i18n/message-acts.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QuietButton } from '../../ui/buttons.js';
import styles from './quotation.module.css';
import { showLine } from './show-line.js';
import { useCallSentence } from './use-call-sentence.js';
import { useWriter } from './use-writer.js';

interface QuotationProps {
  /** What was written, or is on its way. */
  line: { quotes?: number | undefined };
  lines: readonly ConversationLine[];
  view: ConversationView;
}

/** What a message speaks to, over its own words. The words are those that stand there now: a removed text is not kept alive here. */
export const Quotation = ({ line, lines, view }: QuotationProps) => {
  const quoted = quotedBy(line, lines);
  return quoted ? <Quoted line={quoted} view={view} isLink /> : null;
};

/** The message that the box's text will quote, until its writer thinks better of it. */
export const QuotedInBox = ({
  line,
  view,
  onDrop,
}: {
  line: MessageLine;
  view: ConversationView;
  onDrop: () => void;
}) => {
  const { quote } = useTexts(messageActTexts);
  return (
    <div className={styles.inBox}>
      <Quoted line={line} view={view} />
      <QuietButton onClick={onDrop}>{quote.drop}</QuietButton>
    </div>
  );
};

const Quoted = ({
  line,
  view,
  isLink = false,
}: {
  line: MessageLine;
  view: ConversationView;
  isLink?: boolean;
}) => {
  const t = useTexts(messagingTexts);
  const { quote } = useTexts(messageActTexts);
  const { aFile } = useTexts(attachmentTexts);
  const callSentence = useCallSentence();
  const { byline, moment } = useWriter(line, view);
  const words =
    line.body === null
      ? line.recalled
        ? t.recalled
        : t.removed
      : line.card?.kind === 'phoneCall'
        ? callSentence(line.card.reached)
        : line.body || aFile;
  const whose = quote.of(byline, moment);
  return (
    <blockquote className={styles.quotation}>
      <p className={styles.whose}>
        {isLink ? (
          <button type="button" className={styles.toOriginal} onClick={() => showLine(line.seq)}>
            {whose}
          </button>
        ) : (
          whose
        )}
      </p>
      <p className={styles.words}>{words}</p>
    </blockquote>
  );
};
