import type { Problem } from '@rinnalla/shared/kernel/problem';
import { type MemberView, memberRoutes } from '@rinnalla/shared/organization/member-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { useQueryClient } from '@tanstack/react-query';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton } from '../../ui/buttons.js';
import { Form } from '../../ui/form/form.js';
import { keepTyped } from '../../ui/form/keep-typed.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { useToast } from '../../ui/toast.js';
import { memberKeys, memberQuery } from './members.queries.js';
import { RoleField, TitleAndDays } from './role-field.js';

const valuesOf = ({ version, role, title, validFrom, validTo }: MemberView) => ({
  version,
  role,
  title,
  validFrom,
  validTo,
});

/** Role, title and days. Who was second is told by whom, sees above what the first has saved, and keeps what they typed. */
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
    defaultValues: valuesOf(member) as never,
  });
  const sentence = sentenceOf(t, form.problem);
  return (
    <Form
      form={form}
      label={t.change}
      onSubmit={async (body) => {
        const saved = await keepTyped(
          () => change.mutateAsync({ params: { membershipId: member.membershipId }, body }),
          async () => {
            const stored = await queryClient.fetchQuery({
              ...memberQuery(member.membershipId),
              staleTime: 0,
            });
            form.methods.setValue('version', stored.member.version);
          },
        );
        form.methods.reset(valuesOf(saved.member) as never);
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
