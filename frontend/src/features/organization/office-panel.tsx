import type { MemberView, OfficeView } from '@rinnalla/shared/organization/member-routes';
import { officeRoutes } from '@rinnalla/shared/organization/office-routes';
import { useState } from 'react';
import { helsinkiDay } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useAction } from '../../platform/use-action.js';
import { QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { DateField } from '../../ui/form/date-field.js';
import { Form } from '../../ui/form/form.js';
import { TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { memberKeys } from './members.queries.js';
import { daysText } from './membership-days.js';
import styles from './people.module.css';

const stale = () => [[...memberKeys.all]];

/** Virkasuhde of a member: an attribute, told with its authority, task and days; given, changed and ended here. */
export const OfficePanel = ({ member }: { member: MemberView }) => {
  const { office: t, member: words } = useTexts(peopleTexts);
  const language = useLanguage();
  const toast = useToast();
  const [editing, setEditing] = useState<OfficeView | 'new'>();
  const end = useAction(officeRoutes.end, { stale, onDone: () => toast({ text: t.ended }) });
  return (
    <Panel title={t.title}>
      <p className={styles.quiet}>{t.lead}</p>
      {member.offices.length === 0 && <p>{t.none}</p>}
      <ul className={styles.lines}>
        {member.offices.map((office) => (
          <li key={office.id} className={styles.line}>
            <div>
              <p className={styles.name}>{office.task}</p>
              <p>{office.authority}</p>
              <p className={styles.quiet}>{daysText(words, office, language)}</p>
              {office.grantedByName && <p className={styles.quiet}>{t.grantedBy(office.grantedByName)}</p>}
            </div>
            {member.may.grantOffice && (
              <div className={styles.buttons}>
                <SecondaryButton accessibleName={t.changeOf(office.task)} onClick={() => setEditing(office)}>
                  {t.change}
                </SecondaryButton>
                <QuietButton
                  accessibleName={t.endOf(office.task)}
                  busy={end.isPending}
                  onClick={() =>
                    end.mutate({ params: { membershipId: member.membershipId, officeId: office.id } })
                  }
                >
                  {t.end}
                </QuietButton>
              </div>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={end.error} />
      {editing && (
        <OfficeForm
          key={editing === 'new' ? 'new' : editing.id}
          member={member}
          office={editing === 'new' ? undefined : editing}
          onDone={() => setEditing(undefined)}
        />
      )}
      {!editing && member.may.grantOffice && (
        <div>
          <SecondaryButton onClick={() => setEditing('new')}>{t.give}</SecondaryButton>
        </div>
      )}
    </Panel>
  );
};

interface OfficeFormProps {
  member: MemberView;
  office: OfficeView | undefined;
  onDone: () => void;
}

const OfficeForm = ({ member, office, onDone }: OfficeFormProps) => {
  const { office: t, invite } = useTexts(peopleTexts);
  const now = useNow();
  const toast = useToast();
  const options = {
    stale,
    onDone: () => {
      toast({ text: t.saved });
      onDone();
    },
  };
  const give = useAction(officeRoutes.give, options);
  const change = useAction(officeRoutes.change, options);
  const form = useServerForm({
    schema: officeRoutes.give.body,
    defaultValues: {
      authority: office?.authority ?? '',
      task: office?.task ?? '',
      validFrom: office?.validFrom ?? helsinkiDay(now),
      validTo: office?.validTo ?? null,
    } as never,
  });
  const { membershipId } = member;
  return (
    <Form
      form={form}
      label={office ? t.changeOf(office.task) : t.give}
      onSubmit={(body) =>
        office
          ? change.mutateAsync({
              params: { membershipId, officeId: office.id },
              body: { ...body, version: office.version },
            })
          : give.mutateAsync({ params: { membershipId }, body })
      }
      {...(form.problem?.code === 'alreadyExists' && { problemSentence: t.double })}
    >
      <TextField name="authority" label={t.authority} hint={t.authorityHint} autoComplete="off" />
      <TextField name="task" label={t.task} hint={t.taskHint} autoComplete="off" />
      <div className={styles.pair}>
        <DateField name="validFrom" label={invite.validFrom} />
        <DateField name="validTo" label={invite.validTo} optional hint={invite.validToHint} />
      </div>
      <div className={styles.buttons}>
        <SecondaryButton type="submit" busy={form.busy}>
          {t.save}
        </SecondaryButton>
        <QuietButton onClick={onDone}>{invite.cancel}</QuietButton>
      </div>
    </Form>
  );
};
