import type { ConversationLine, MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { AgreementAnswer } from './agreements/agreement-answer.js';
import { AgreementCard } from './agreements/agreement-card.js';
import { CallEntry } from './call-entry.js';
import { ChecklistCard } from './checklists/checklist-card.js';
import { DocumentAnswer } from './documents/document-answer.js';
import { DocumentCard } from './documents/document-card.js';
import { MeetingAnswer, MeetingCard } from './meeting-card.js';
import { MessageText } from './message-text.js';
import { otherSides } from './use-mentions.js';

interface MessageContentProps {
  line: MessageLine;
  lines: readonly ConversationLine[];
  view: ConversationView;
}

/** A message's words and its card. An agreement's words are what was agreed, a checklist's its items: they stand inside. */
export const MessageContent = ({ line, lines, view }: MessageContentProps) => {
  const { card } = line;
  const place = { line, lines, view };
  const text = line.body ? (
    <MessageText
      body={line.body}
      mentions={line.mentions}
      sides={otherSides(view, line.sender.organizationId)}
    />
  ) : null;
  switch (card?.kind) {
    case undefined:
      return text;
    case 'agreement':
      return <AgreementCard {...place}>{text}</AgreementCard>;
    case 'checklist':
      return <ChecklistCard line={line} view={view} />;
    case 'agreementAnswer':
      return (
        <>
          <AgreementAnswer {...place} card={card} />
          {text}
        </>
      );
    case 'documentRequest':
      return (
        <>
          {text}
          <DocumentCard {...place} card={card} />
        </>
      );
    case 'documentAnswer':
      return (
        <>
          <DocumentAnswer {...place} card={card} />
          {text}
        </>
      );
    case 'meetingProposal':
      return (
        <>
          {text}
          <MeetingCard {...place} card={card} />
        </>
      );
    case 'meetingAnswer':
      return (
        <>
          {text}
          <MeetingAnswer card={card} />
        </>
      );
    case 'phoneCall':
      return (
        <>
          {text}
          <CallEntry reached={card.reached} />
        </>
      );
  }
};
