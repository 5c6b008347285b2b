import { type MailChannel, mailChannels } from '@rinnalla/shared/notification/mailing';
import { type NotificationKind, notificationKinds } from '@rinnalla/shared/notification/notification-kinds';
import type { NotificationChannels } from '@rinnalla/shared/notification/notification-routes';
import { useId } from 'react';
import { notificationTexts } from '../../i18n/notification.js';
import { useTexts } from '../../i18n/use-texts.js';
import { asProblem } from '../../platform/query-client.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { ErrorState, Loading, ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import styles from './notification-settings-page.module.css';
import { useChangeSettings, useNotificationSettings } from './notification.queries.js';

const ofConversations: readonly NotificationKind[] = ['message', 'mention'];
const ofWatching: readonly NotificationKind[] = [
  'deletionAsked',
  'deletionConfirmed',
  'disclosureEnded',
  'openedInEmergency',
  'leftWithoutOwner',
];
const groups = {
  referrals: notificationKinds.filter((kind) => ![...ofConversations, ...ofWatching].includes(kind)),
  conversations: ofConversations,
  watching: ofWatching,
} as const;

/** Of what one gets e-mail, kind by kind; each choice is kept at once. */
export const NotificationSettingsPage = () => {
  const t = useTexts(notificationTexts);
  const settings = useNotificationSettings();
  return (
    <Page title={t.settingsTitle} lead={t.settingsLead} width="reading">
      {settings.isError && (
        <ErrorState problem={asProblem(settings.error)} retry={() => void settings.refetch()} />
      )}
      {settings.isPending && <Loading />}
      {settings.data && (
        <div className={styles.groups}>
          {(['referrals', 'conversations', 'watching'] as const).map((group) => (
            <Panel key={group} title={t.groups[group]}>
              {groups[group].map((kind) => (
                <ChannelChoice key={kind} kind={kind} channels={settings.data.channels} />
              ))}
            </Panel>
          ))}
          <p>{t.rests}</p>
          <p>{t.urgentRule}</p>
        </div>
      )}
    </Page>
  );
};

const ChannelChoice = ({ kind, channels }: { kind: NotificationKind; channels: NotificationChannels }) => {
  const t = useTexts(notificationTexts);
  const id = useId();
  const showToast = useToast();
  const change = useChangeSettings(() => showToast({ text: t.saved(t.kinds[kind]) }));
  const shown = change.isPending ? change.variables.body.channels[kind] : undefined;
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t.kinds[kind]}</label>
      <select
        id={id}
        className={styles.select}
        value={shown ?? channels[kind]}
        onChange={({ target }) =>
          change.mutate({ body: { channels: { [kind]: target.value as MailChannel } } })
        }
      >
        {mailChannels.map((channel) => (
          <option key={channel} value={channel}>
            {t.channels[channel]}
          </option>
        ))}
      </select>
      {change.error && <ProblemNotice problem={change.error} />}
    </div>
  );
};
