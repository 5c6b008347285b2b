import { findReason, reasonKindOf } from '@rinnalla/shared/referral/referral-reasons';
import type {
  ConversationLine,
  CorrectionLine,
  EventLine,
  MessageLine,
  ResolutionLine,
} from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { isBinding } from '@rinnalla/shared/messaging/card-answers';
import { useState } from 'react';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useMember } from '../../platform/session.js';
import { MessageFiles } from './attachments/message-files.js';
import { useConversationSlots } from './conversation-slots.js';
import styles from './conversation.module.css';
import { Quotation } from './quotation.js';
import { MessageContent } from './message-content.js';
import { MessageText } from './message-text.js';
import { EarlierTexts } from './earlier-texts.js';
import { MessageActs } from './message-acts.js';
import { MessageEditor } from './message-editor.js';
import { otherSides } from './use-mentions.js';
import { useWriter } from './use-writer.js';

interface LogLineProps {
  line: ConversationLine;
  view: ConversationView;
  lines: readonly ConversationLine[];
  /** Makes what is written next speak to that message. */
  onQuote: (seq: number) => void;
}

export const LogLine = ({ line, view, lines, onQuote }: LogLineProps) => {
  switch (line.kind) {
    case 'message':
      return <MessageItem line={line} view={view} lines={lines} onQuote={onQuote} />;
    case 'correction':
      return <CorrectionItem line={line} view={view} lines={lines} />;
    case 'event':
      return <EventItem line={line} view={view} />;
    case 'resolution':
      return <ResolutionItem line={line} />;
  }
};

const MessageItem = ({ line, view, lines, onQuote }: LogLineProps & { line: MessageLine }) => {
  const t = useTexts(messagingTexts);
  const { person } = useMember();
  const { byline, moment } = useWriter(line, view);
  const [editing, setEditing] = useState(false);
  const isMine = line.sender.personId === person.id;
  return (
    <li data-seq={line.seq} tabIndex={-1} className={`${styles.message} ${isMine ? styles.mine : ''}`}>
      <p className={styles.byline}>
        <b>{byline}</b> <time dateTime={line.at}>{moment}</time>
        {line.earlier.length > 0 && <span> · {t.edited}</span>}
        {line.corrected && line.body !== null && <span> · {t.corrected}</span>}
      </p>
      {line.body === null ? (
        <p className={styles.tombstone}>{line.recalled ? t.recalled : t.removed}</p>
      ) : editing ? (
        <MessageEditor
          line={line}
          conversationId={view.id}
          contacts={view.contacts}
          onDone={() => setEditing(false)}
        />
      ) : (
        <>
          <Quotation line={line} lines={lines} view={view} />
          <MessageContent line={line} lines={lines} view={view} />
          <MessageFiles view={view} line={line} />
          <EarlierTexts texts={line.earlier} />
          <MessageActs
            line={line}
            conversationId={view.id}
            mayTakeAway={isMine && !isBinding(line, lines)}
            mayEdit={view.writable && !line.card}
            onEdit={() => setEditing(true)}
            onQuote={view.writable ? () => onQuote(line.seq) : undefined}
          />
        </>
      )}
    </li>
  );
};

const CorrectionItem = ({
  line,
  view,
  lines,
}: {
  line: CorrectionLine;
  view: ConversationView;
  lines: readonly ConversationLine[];
}) => {
  const t = useTexts(messagingTexts);
  const language = useLanguage();
  const now = useNow();
  const { person } = useMember();
  const { byline, moment } = useWriter(line, view);
  const corrected = lines.find(({ seq }) => seq === line.concerns);
  return (
    <li
      data-seq={line.seq}
      tabIndex={-1}
      className={`${styles.message} ${line.sender.personId === person.id ? styles.mine : ''}`}
    >
      <p className={styles.byline}>
        <b>{t.correctionOf(byline, formatMoment(corrected?.at ?? line.at, language, now))}</b>{' '}
        <time dateTime={line.at}>{moment}</time>
      </p>
      {line.body === null ? (
        <p className={styles.tombstone}>{t.correctionRemoved}</p>
      ) : (
        <MessageText
          body={line.body}
          mentions={line.mentions}
          sides={otherSides(view, line.sender.organizationId)}
        />
      )}
    </li>
  );
};

const EventItem = ({ line, view }: { line: EventLine; view: ConversationView }) => {
  const t = useTexts(messagingTexts);
  const language = useLanguage();
  const now = useNow();
  const { EventCard } = useConversationSlots();
  const kind = reasonKindOf[line.action];
  const reason = kind && line.reason ? findReason(kind, line.reason) : undefined;
  return (
    <li className={styles.event}>
      <p>
        <b>
          {t.steps[line.action]}
          {reason && `: ${inLanguage(reason.label, language).text}`}
          {typeof line.facts['ownerName'] === 'string' && `: ${line.facts['ownerName']}`}
        </b>
        <span>
          {line.sender && ` ${line.sender.name}, `}
          <time dateTime={line.at}>{formatMoment(line.at, language, now)}</time>
        </span>
      </p>
      {EventCard && <EventCard view={view} line={line} />}
    </li>
  );
};

const ResolutionItem = ({ line }: { line: ResolutionLine }) => {
  const t = useTexts(messagingTexts);
  const language = useLanguage();
  const now = useNow();
  return (
    <li className={styles.event}>
      <p>
        <b>{line.resolved ? t.settled : t.reopened}</b> {line.sender.name},{' '}
        <time dateTime={line.at}>{formatMoment(line.at, language, now)}</time>
      </p>
    </li>
  );
};
