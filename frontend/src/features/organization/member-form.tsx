import type { Problem } from '@rinnalla/shared/kernel/problem';
import { type MemberView, memberRoutes } from '@rinnalla/shared/organization/member-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { useQueryClient } from '@tanstack/react-query';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { asProblem } from '../../platform/query-client.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton } from '../../ui/buttons.js';
import { Form } from '../../ui/form/form.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { useToast } from '../../ui/toast.js';
import { memberKeys } from './members.queries.js';
import { RoleField, TitleAndDays } from './role-field.js';

/** Role, title and days. Who was second sees what the first has saved, and is told by whom. */
export const MemberForm = ({ member, grantable }: { member: MemberView; grantable: readonly Role[] }) => {
  const { member: t } = useTexts(peopleTexts);
  const toast = useToast();
  const queryClient = useQueryClient();
  const change = useAction(memberRoutes.change, {
    stale: () => [[...memberKeys.all]],
    onDone: () => toast({ text: t.saved }),
  });
  const form = useServerForm({
    schema: memberRoutes.change.body,
    defaultValues: {
      version: member.version,
      role: member.role,
      title: member.title,
      validFrom: member.validFrom,
      validTo: member.validTo,
    } as never,
  });
  const sentence = sentenceOf(t, form.problem);
  return (
    <Form
      form={form}
      label={t.change}
      onSubmit={async (body) => {
        try {
          await change.mutateAsync({
            params: { membershipId: member.membershipId },
            body,
          });
        } catch (error) {
          const problem = asProblem(error);
          if (problem.code === 'changedMeanwhile') {
            toast({ text: t.changedMeanwhile(nameIn(problem)) });
            await queryClient.invalidateQueries({ queryKey: memberKeys.all });
          }
          throw problem;
        }
      }}
      {...(sentence && { problemSentence: sentence })}
    >
      <p>{t.changeLead}</p>
      <RoleField grantable={grantable} />
      <TitleAndDays />
      <div>
        <PrimaryButton type="submit" busy={form.busy}>
          {t.save}
        </PrimaryButton>
      </div>
    </Form>
  );
};

const nameIn = ({ extra }: Problem): string => String(extra.details?.['actorName'] ?? '');

const sentenceOf = (
  t: { lastManager: string; changedMeanwhile: (name: string) => string },
  problem: Problem | null,
): string | undefined => {
  if (problem?.extra.reason === 'lastManager') return t.lastManager;
  return problem?.code === 'changedMeanwhile' ? t.changedMeanwhile(nameIn(problem)) : undefined;
};
