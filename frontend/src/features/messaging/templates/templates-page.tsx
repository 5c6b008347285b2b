import { inLanguage, languages } from '@rinnalla/shared/kernel/localized';
import { type TemplateView, templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IconArrowLeft } from 'suomifi-icons';
import { conversationListTexts } from '../../../i18n/conversation-list.js';
import { languageNames, useLanguage } from '../../../i18n/language.js';
import { formatList } from '../../../i18n/numbers.js';
import { uiTexts } from '../../../i18n/ui.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { call } from '../../../platform/call.js';
import { paths } from '../../../platform/paths.js';
import { useAction } from '../../../platform/use-action.js';
import { LinkButton, PrimaryButton, QuietButton, SecondaryButton } from '../../../ui/buttons.js';
import { Dialog } from '../../../ui/dialog.js';
import { Page } from '../../../ui/page.js';
import { EmptyState, Loaded, ProblemNotice } from '../../../ui/states.js';
import { useToast } from '../../../ui/toast.js';
import { messagingKeys } from '../messaging.queries.js';
import pickerStyles from '../template-picker.module.css';
import { TemplateForm } from './template-form.js';
import { withWordedPlaces } from './worded-places.js';

/** Valmiit viestit: those who lead keep them; everyone who meets clients may look at them. */
export const TemplatesPage = () => {
  const t = useTexts(conversationListTexts).keep;
  const templates = useQuery({
    queryKey: messagingKeys.templates,
    queryFn: ({ signal }) => call(templateRoutes.list, {}, { signal }),
  });
  const [editing, setEditing] = useState<TemplateView | 'new'>();
  const mayKeep = templates.data?.mayKeep ?? false;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="reading"
      actions={mayKeep && <PrimaryButton onClick={() => setEditing('new')}>{t.new}</PrimaryButton>}
    >
      <div>
        <LinkButton kind="quiet" icon={IconArrowLeft} to={paths.conversations}>
          {t.back}
        </LinkButton>
      </div>
      <Loaded query={templates}>
        {({ items }) => (
          <>
            {!mayKeep && <p>{t.notYours}</p>}
            {items.length === 0 && <EmptyState title={t.empty}>{mayKeep && t.emptyHelp}</EmptyState>}
            <ul className={pickerStyles.list}>
              {items.map((template) => (
                <TemplateItem
                  key={template.id}
                  template={template}
                  mayKeep={mayKeep}
                  onEdit={() => setEditing(template)}
                />
              ))}
            </ul>
            {/* The newest of what is being edited: a colleague may have changed it meanwhile. */}
            {editing && (
              <TemplateForm
                template={
                  editing === 'new' ? undefined : (items.find(({ id }) => id === editing.id) ?? editing)
                }
                onClose={() => setEditing(undefined)}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};

const TemplateItem = ({
  template,
  mayKeep,
  onEdit,
}: {
  template: TemplateView;
  mayKeep: boolean;
  onEdit: () => void;
}) => {
  const t = useTexts(conversationListTexts).keep;
  const ui = useTexts(uiTexts);
  const language = useLanguage();
  const toast = useToast();
  const [removing, setRemoving] = useState(false);
  const remove = useAction(templateRoutes.remove, {
    stale: () => [[...messagingKeys.templates]],
    onDone: () => toast({ text: t.removed }),
  });
  const name = inLanguage(template.name, language).text;
  const written = languages.filter((one) => template.body[one]).map((one) => languageNames[one]);
  return (
    <li className={pickerStyles.item}>
      <h2>{name}</h2>
      <p className={pickerStyles.text}>
        {withWordedPlaces(inLanguage(template.body, language).text, t.placeholder)}
      </p>
      <p>{t.written(formatList(written, language))}</p>
      {mayKeep && (
        <div className={pickerStyles.choices}>
          <SecondaryButton onClick={onEdit} accessibleName={t.editOf(name)}>
            {t.edit}
          </SecondaryButton>
          <QuietButton onClick={() => setRemoving(true)} accessibleName={t.removeOf(name)}>
            {t.remove}
          </QuietButton>
        </div>
      )}
      {removing && (
        <Dialog
          title={t.removeTitle}
          onClose={() => setRemoving(false)}
          actions={
            <>
              <PrimaryButton
                busy={remove.isPending}
                onClick={() =>
                  remove.mutate({ params: { templateId: template.id }, query: { version: template.version } })
                }
              >
                {t.removeConfirm}
              </PrimaryButton>
              <SecondaryButton onClick={() => setRemoving(false)}>{ui.cancel}</SecondaryButton>
            </>
          }
        >
          <p>{t.removeHelp}</p>
          <ProblemNotice problem={remove.error} />
        </Dialog>
      )}
    </li>
  );
};
