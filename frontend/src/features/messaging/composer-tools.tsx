import type { MessageParts } from '@rinnalla/shared/messaging/message-parts';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { lazy, Suspense, useState } from 'react';
import { conversationCardTexts } from '../../i18n/conversation-cards.js';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QuietButton } from '../../ui/buttons.js';
import { CallTools } from './call-tools.js';
import { useConversationSlots } from './conversation-slots.js';

const AgreementForm = lazy(async () => ({
  default: (await import('./agreements/agreement-form.js')).AgreementForm,
}));
const DocumentRequestForm = lazy(async () => ({
  default: (await import('./documents/document-request-form.js')).DocumentRequestForm,
}));
const ChecklistForm = lazy(async () => ({
  default: (await import('./checklists/checklist-form.js')).ChecklistForm,
}));
const MeetingForm = lazy(async () => ({ default: (await import('./meeting-form.js')).MeetingForm }));
const TemplatePicker = lazy(async () => ({ default: (await import('./template-picker.js')).TemplatePicker }));

interface ComposerToolsProps {
  view: ConversationView;
  onInsert: (text: string) => void;
  /** Sends beside what is being written, and leaves that alone. */
  onSendBeside: (words: string, parts: MessageParts) => void;
}

/** What helps to write, or writes what can be acted on. What waits for the other side is written only where it reads. */
export const ComposerTools = ({ view, onInsert, onSendBeside }: ComposerToolsProps) => {
  const t = useTexts(conversationToolTexts);
  const cards = useTexts(conversationCardTexts);
  const { Acts } = useConversationSlots();
  const [open, setOpen] = useState<'templates' | 'meeting' | 'agreement' | 'document' | 'checklist'>();
  const close = (): void => setOpen(undefined);
  const form = { contacts: view.contacts, onClose: close, onSend: onSendBeside };
  return (
    <>
      <QuietButton onClick={() => setOpen('templates')}>{t.templates.open}</QuietButton>
      {view.audience === 'shared' && (
        <>
          <QuietButton onClick={() => setOpen('meeting')}>{t.meeting.open}</QuietButton>
          <QuietButton onClick={() => setOpen('agreement')}>{cards.agreement.open}</QuietButton>
          <QuietButton onClick={() => setOpen('document')}>{cards.document.open}</QuietButton>
        </>
      )}
      <QuietButton onClick={() => setOpen('checklist')}>{cards.checklist.open}</QuietButton>
      {view.audience === 'shared' && Acts && <Acts view={view} />}
      <CallTools onSend={(card) => onSendBeside('', { card })} />
      <Suspense>
        {open === 'templates' && (
          <TemplatePicker
            view={view}
            onClose={close}
            onChoose={(text) => {
              close();
              onInsert(text);
            }}
          />
        )}
        {open === 'meeting' && <MeetingForm {...form} />}
        {open === 'agreement' && <AgreementForm {...form} />}
        {open === 'document' && <DocumentRequestForm {...form} />}
        {open === 'checklist' && <ChecklistForm view={view} onClose={close} onSend={onSendBeside} />}
      </Suspense>
    </>
  );
};
