import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { Sender } from '@rinnalla/shared/messaging/conversation-entry';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { messagingTexts } from '../../i18n/messaging.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useMember } from '../../platform/session.js';

/** Who wrote, for which organization, and when, in words. */
export const useWriter = (
  { sender, at }: { sender: Sender; at: string },
  view: ConversationView,
): { byline: string; moment: string } => {
  const t = useTexts(messagingTexts);
  const language = useLanguage();
  const now = useNow();
  const { person } = useMember();
  const organization = view.organizations.find(({ id }) => id === sender.organizationId);
  const name = sender.personId === person.id ? t.you : sender.name;
  return {
    byline:
      organization && sender.personId !== person.id
        ? `${name}, ${inLanguage(organization.name, language).text}`
        : name,
    moment: formatMoment(at, language, now),
  };
};
