import { inLanguage, type Localized } from '@rinnalla/shared/kernel/localized';
import { fillTemplate, type TemplatePlaceholder } from '@rinnalla/shared/messaging/message-template';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { call } from '../../platform/call.js';
import { paths } from '../../platform/paths.js';
import { useMember } from '../../platform/session.js';
import { LinkButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { WrittenLanguage } from './written-language.js';
import { messagingKeys } from './messaging.queries.js';
import styles from './template-picker.module.css';

interface TemplatePickerProps {
  view: ConversationView;
  onChoose: (text: string) => void;
  onClose: () => void;
}

/** The organization's ready messages, filled in with how the case is called and who talks; each can be changed before it is sent. */
export const TemplatePicker = ({ view, onChoose, onClose }: TemplatePickerProps) => {
  const t = useTexts(conversationToolTexts).templates;
  const own = useLanguage();
  const [language, setLanguage] = useState(own);
  const valuesOf = useValues(view);
  const templates = useQuery({
    queryKey: messagingKeys.templates,
    queryFn: ({ signal }) => call(templateRoutes.list, {}, { signal }),
  });
  return (
    <Dialog title={t.title} onClose={onClose}>
      <Loaded query={templates}>
        {({ items, mayKeep }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={t.empty}>{!mayKeep && t.emptyHelp}</EmptyState>
            ) : (
              <>
                <WrittenLanguage label={t.language} value={language} onChange={setLanguage} />
                <ul className={styles.list}>
                  {items.map(({ id, name, body }) => {
                    const title = inLanguage(name, language).text;
                    const text = fillTemplate(inLanguage(body, language).text, valuesOf(language));
                    return (
                      <li key={id} className={styles.item}>
                        <h3>{title}</h3>
                        <p className={styles.text}>{text}</p>
                        <SecondaryButton accessibleName={t.insert(title)} onClick={() => onChoose(text)}>
                          {t.use}
                        </SecondaryButton>
                      </li>
                    );
                  })}
                </ul>
              </>
            )}
            {mayKeep && (
              <LinkButton to={paths.messageTemplates} kind="quiet">
                {t.manage}
              </LinkButton>
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  );
};

const useValues = (view: ConversationView) => {
  const { person, acting } = useMember();
  const nameOf = (
    name: Localized | undefined,
    language: Parameters<typeof inLanguage>[1],
  ): string | undefined => name && inLanguage(name, language).text;
  return (language: Parameters<typeof inLanguage>[1]): Partial<Record<TemplatePlaceholder, string>> => {
    const other = nameOf(view.organizations.find(({ id }) => id !== acting.organization.id)?.name, language);
    return {
      caseNumber: view.caseNumber,
      service: inLanguage(view.serviceTitle, language).text,
      ownName: `${person.givenName} ${person.surname}`,
      ownOrganization: inLanguage(acting.organization.name, language).text,
      ...(other ? { otherOrganization: other } : {}),
    };
  };
};
