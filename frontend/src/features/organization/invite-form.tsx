import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { languages } from '@rinnalla/shared/kernel/localized';
import { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { useInfiniteQuery } from '@tanstack/react-query';
import { helsinkiDay } from '../../i18n/dates.js';
import { languageNames, useLanguage } from '../../i18n/language.js';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, QuietButton } from '../../ui/buttons.js';
import { RadioField } from '../../ui/form/choice-fields.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { memberKeys, membersQuery } from './members.queries.js';
import styles from './people.module.css';
import { RoleField, TitleAndDays } from './role-field.js';

interface InviteFormProps {
  onInvited: (answer: ResponseOf<typeof memberRoutes.invite>) => void;
  onCancel: () => void;
}

/** Who, in which role, from when: the invitation leaves by mail. */
export const InviteForm = ({ onInvited, onCancel }: InviteFormProps) => {
  const { invite: t } = useTexts(peopleTexts);
  const language = useLanguage();
  const now = useNow();
  const grantable = useInfiniteQuery(membersQuery(false, '')).data?.pages[0]?.grantableRoles ?? [];
  const invite = useAction(memberRoutes.invite, { stale: () => [[...memberKeys.all]] });
  const form = useServerForm({
    schema: memberRoutes.invite.body,
    defaultValues: {
      email: '',
      givenName: '',
      surname: '',
      language,
      title: {},
      validFrom: helsinkiDay(now),
      validTo: null,
    } as never,
  });
  const sentences: Partial<Record<string, string>> = { alreadyExists: t.exists, notAllowed: t.own };
  const sentence = form.problem ? sentences[form.problem.code] : undefined;
  return (
    <Form
      form={form}
      label={t.title}
      onSubmit={async (body) => onInvited(await invite.mutateAsync({ body }))}
      {...(sentence && { problemSentence: sentence })}
    >
      <p>{t.lead}</p>
      <TextField name="email" label={t.email} type="email" autoComplete="off" />
      <div className={styles.pair}>
        <TextField name="givenName" label={t.givenName} autoComplete="off" />
        <TextField name="surname" label={t.surname} autoComplete="off" />
      </div>
      <RadioField
        name="language"
        label={t.language}
        columns
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <RoleField grantable={grantable} />
      <TitleAndDays />
      <div className={styles.buttons}>
        <PrimaryButton type="submit" busy={form.busy}>
          {t.submit}
        </PrimaryButton>
        <QuietButton onClick={onCancel}>{t.cancel}</QuietButton>
      </div>
    </Form>
  );
};
