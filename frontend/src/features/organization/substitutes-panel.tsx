import type { MemberView } from '@rinnalla/shared/organization/member-routes';
import { mayStandIn } from '@rinnalla/shared/organization/organization-permissions';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { helsinkiDay } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useAction } from '../../platform/use-action.js';
import { QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { SelectField } from '../../ui/form/choice-fields.js';
import { DateField } from '../../ui/form/date-field.js';
import { Form } from '../../ui/form/form.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { colleaguesQuery, memberKeys } from './members.queries.js';
import { daysText } from './membership-days.js';
import styles from './people.module.css';

const stale = () => [[...memberKeys.all]];

/** Who stands in for this person, and a new one. */
export const SubstitutesPanel = ({ member }: { member: MemberView }) => {
  const { substitutes: t, member: words } = useTexts(peopleTexts);
  const language = useLanguage();
  const toast = useToast();
  const [isAppointing, setAppointing] = useState(false);
  const end = useAction(organizationRoutes.endSubstitution, {
    stale,
    onDone: () => toast({ text: t.ended }),
  });
  return (
    <Panel title={t.title}>
      <p className={styles.quiet}>{t.lead}</p>
      {member.substitutes.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className={styles.lines} aria-label={t.title}>
          {member.substitutes.map((one) => (
            <li key={one.id} className={styles.line}>
              <div>
                <p>{t.line(one.substituteName, daysText(words, one, language))}</p>
              </div>
              <QuietButton
                accessibleName={t.endOf(one.substituteName)}
                busy={end.isPending}
                onClick={() => end.mutate({ params: { substitutionId: one.id } })}
              >
                {t.end}
              </QuietButton>
            </li>
          ))}
        </ul>
      )}
      <ProblemNotice problem={end.error} />
      {isAppointing ? (
        <AppointForm member={member} onDone={() => setAppointing(false)} />
      ) : (
        <div>
          <SecondaryButton onClick={() => setAppointing(true)}>{t.appoint}</SecondaryButton>
        </div>
      )}
    </Panel>
  );
};

const AppointForm = ({ member, onDone }: { member: MemberView; onDone: () => void }) => {
  const { substitutes: t, invite } = useTexts(peopleTexts);
  const now = useNow();
  const toast = useToast();
  const colleagues = useQuery(colleaguesQuery).data?.items ?? [];
  const appoint = useAction(organizationRoutes.appointSubstitute, {
    stale,
    onDone: () => {
      toast({ text: t.appointed });
      onDone();
    },
  });
  const form = useServerForm({
    schema: organizationRoutes.appointSubstitute.body,
    defaultValues: {
      membershipId: member.membershipId,
      validFrom: helsinkiDay(now),
      validTo: null,
    } as never,
  });
  const sentences: Partial<Record<string, string>> = { alreadyExists: t.double, notAllowed: t.notToAppoint };
  const sentence = form.problem ? sentences[form.problem.code] : undefined;
  return (
    <Form
      form={form}
      label={t.appoint}
      onSubmit={(body) => appoint.mutateAsync({ body })}
      {...(sentence && { problemSentence: sentence })}
    >
      <SelectField
        name="substituteMembershipId"
        label={t.who}
        options={colleagues
          .filter(({ membershipId, role }) => membershipId !== member.membershipId && mayStandIn(role))
          .map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
      />
      <div className={styles.pair}>
        <DateField name="validFrom" label={invite.validFrom} />
        <DateField name="validTo" label={invite.validTo} optional hint={invite.validToHint} />
      </div>
      <div className={styles.buttons}>
        <SecondaryButton type="submit" busy={form.busy}>
          {t.submit}
        </SecondaryButton>
        <QuietButton onClick={onDone}>{invite.cancel}</QuietButton>
      </div>
    </Form>
  );
};
