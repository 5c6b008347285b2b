import { Problem } from '@rinnalla/shared/kernel/problem';
import {
  inLanguage,
  type Language,
  languages,
  localizedText,
  type Localized,
} from '@rinnalla/shared/kernel/localized';
import {
  templateInput,
  type TemplatePlaceholder,
  templatePlaceholders,
} from '@rinnalla/shared/messaging/message-template';
import { type TemplateView, templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { conversationListTexts } from '../../../i18n/conversation-list.js';
import { conversationToolTexts } from '../../../i18n/conversation-tools.js';
import { useLanguage } from '../../../i18n/language.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useAction } from '../../../platform/use-action.js';
import { PrimaryButton, QuietButton } from '../../../ui/buttons.js';
import { Dialog } from '../../../ui/dialog.js';
import { fieldId, Form } from '../../../ui/form/form.js';
import { LocalizedField } from '../../../ui/form/localized-fields.js';
import { SensitiveTextNotice } from '../../../ui/form/sensitive-text-notice.js';
import { useServerForm } from '../../../ui/form/use-server-form.js';
import { useWritingLanguage, WritingLanguageProvider } from '../../../ui/form/writing-language.js';
import { useTextGuard } from '../../../ui/text-guard/use-text-guard.js';
import { useToast } from '../../../ui/toast.js';
import { messagingKeys } from '../messaging.queries.js';
import pickerStyles from '../template-picker.module.css';
import { WrittenLanguage } from '../written-language.js';
import { type PlaceWords, withNamedPlaces, withWordedPlaces } from './worded-places.js';

const inEach = (texts: Localized, change: (text: string) => string): Localized =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const text = texts[language];
      return text === undefined ? [] : [[language, change(text)]];
    }),
  );

/** The contract's input, written with the places in the writer's words. */
const wordedInput = (words: PlaceWords) =>
  templateInput.extend({
    body: localizedText(2_000)
      .transform((texts) => inEach(texts, (text) => withNamedPlaces(text, words)))
      .pipe(templateInput.shape.body),
  });

/** A ready message in three languages, one at a time. Nothing that was typed is lost when somebody else was first. */
export const TemplateForm = ({
  template,
  onClose,
}: {
  template: TemplateView | undefined;
  onClose: () => void;
}) => {
  const t = useTexts(conversationListTexts).keep;
  const tools = useTexts(conversationToolTexts).templates;
  const toast = useToast();
  const queryClient = useQueryClient();
  const reading = useLanguage();
  const [language, setLanguage] = useState<Language>('fi');
  const form = useServerForm({
    schema: wordedInput(t.placeholder),
    defaultValues: {
      name: template?.name ?? {},
      body: inEach(template?.body ?? {}, (text) => withWordedPlaces(text, t.placeholder)),
    },
  });
  const options = {
    stale: () => [[...messagingKeys.templates]],
    onDone: () => {
      toast({ text: t.saved });
      onClose();
    },
  };
  const write = useAction(templateRoutes.write, options);
  const change = useAction(templateRoutes.change, options);
  const [isChanged, setChanged] = useState(false);
  // About no client: the organization's own number and address may stand in it.
  const guard = useTextGuard('none', 'save');
  const title = template ? t.editOf(inLanguage(template.name, reading).text) : t.new;
  return (
    <Dialog title={title} onClose={onClose}>
      <WritingLanguageProvider value={language}>
        <Form
          form={form}
          label={title}
          problemSentence={isChanged ? t.changed : undefined}
          onSubmit={async (values) => {
            const acknowledged = await guard.ask(
              (['name', 'body'] as const).flatMap((field) =>
                Object.entries(values[field]).map(([written, text]) => ({
                  text,
                  fieldId: fieldId(`${field}.${written}`),
                })),
              ),
            );
            if (!acknowledged) return;
            const body = { ...values, ...(acknowledged.length > 0 ? { acknowledged } : {}) };
            try {
              setChanged(false);
              await (template
                ? change.mutateAsync({
                    params: { templateId: template.id },
                    body: { ...body, version: template.version },
                  })
                : write.mutateAsync({ body }));
            } catch (problem) {
              const isOvertaken = problem instanceof Problem && problem.code === 'changedMeanwhile';
              setChanged(isOvertaken);
              if (isOvertaken) await queryClient.invalidateQueries({ queryKey: messagingKeys.templates });
              throw problem;
            }
          }}
        >
          <WrittenLanguage label={tools.language} value={language} onChange={setLanguage} />
          <LocalizedField name="name" label={t.name} max={80} />
          <LocalizedField name="body" label={t.body} hint={t.bodyHint} max={2_000} rows={5} />
          <SensitiveTextNotice name={`body.${language}`} />
          <Placeholders />
          <div>
            <PrimaryButton type="submit" busy={form.busy}>
              {t.save}
            </PrimaryButton>
          </div>
        </Form>
      </WritingLanguageProvider>
      {guard.dialog}
    </Dialog>
  );
};

/** What a template may fill in by itself, added to the end of the text that is being written. */
const Placeholders = () => {
  const t = useTexts(conversationListTexts).keep;
  const language = useWritingLanguage();
  const { getValues, setValue } = useFormContext();
  const name = `body.${language}`;
  const add = (placeholder: TemplatePlaceholder): void => {
    const text = (getValues(name) as string | undefined) ?? '';
    setValue(name, `${text}${text === '' || /\s$/.test(text) ? '' : ' '}{${t.placeholder[placeholder]}}`, {
      shouldDirty: true,
    });
  };
  return (
    <div role="group" aria-label={t.placeholders}>
      <p>{t.placeholders}</p>
      <div className={pickerStyles.choices}>
        {templatePlaceholders.map((placeholder) => (
          <QuietButton key={placeholder} onClick={() => add(placeholder)}>
            {t.placeholder[placeholder]}
          </QuietButton>
        ))}
      </div>
    </div>
  );
};
