import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { conversationCardTexts } from '../../../i18n/conversation-cards.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { QuietButton } from '../../../ui/buttons.js';
import { TemplatePicker } from '../template-picker.js';

/** Puts the lines of a ready message under those that are written already. */
export const ReadyItems = ({ view }: { view: ConversationView }) => {
  const t = useTexts(conversationCardTexts).checklist;
  const { getValues, setValue } = useFormContext<{ body: string }>();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <div>
      <QuietButton onClick={() => setChoosing(true)}>{t.ready}</QuietButton>
      {isChoosing && (
        <TemplatePicker
          view={view}
          onClose={() => setChoosing(false)}
          onChoose={(text) => {
            setValue('body', [getValues('body'), text].filter(Boolean).join('\n'));
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
};
