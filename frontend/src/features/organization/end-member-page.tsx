import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { type DutyView, handoverRoutes } from '@rinnalla/shared/organization/handover-routes';
import type { MemberView } from '@rinnalla/shared/organization/member-routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { IconArrowLeft } from 'suomifi-icons';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { useAction } from '../../platform/use-action.js';
import { LinkButton, PrimaryButton } from '../../ui/buttons.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Loaded, ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { DutyLine, TakerChoice } from './duty-line.js';
import { dutiesQuery, memberKeys, memberQuery } from './members.queries.js';
import styles from './people.module.css';

/** Ending a person's membership: first everything gets a new owner, then it ends, all at once. */
export const EndMemberPage = () => {
  const { membershipId = '' } = useParams();
  const { ending: t } = useTexts(peopleTexts);
  const member = useQuery(memberQuery(membershipId));
  const duties = useQuery(dutiesQuery(membershipId));
  const leaving = member.data?.member;
  const isOver = leaving?.status === 'ended';
  const title = isOver ? t.moveTitle : t.title;
  return (
    <Page
      title={leaving ? title(leaving.name) : t.plainTitle}
      lead={isOver ? t.moveLead : t.lead}
      width="reading"
    >
      <div>
        <LinkButton kind="quiet" icon={IconArrowLeft} to={paths.member(membershipId)}>
          {t.back}
        </LinkButton>
      </div>
      <Loaded query={member}>
        {({ member: found }) => (
          <Loaded query={duties}>
            {(left) => <EndMember key={found.version} member={found} {...left} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
};

type Found = ResponseOf<typeof handoverRoutes.duties>;

const keyOf = ({ kind, id }: Pick<DutyView, 'kind' | 'id'>): string => `${kind} ${id}`;

const EndMember = ({ member, items, successors }: Found & { member: MemberView }) => {
  const { ending: t } = useTexts(peopleTexts);
  const isOver = member.status === 'ended';
  const navigate = useNavigate();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [everythingTo, setEverythingTo] = useState('');
  const [takers, setTakers] = useState<Record<string, string>>({});
  const end = useAction(handoverRoutes.end, {
    stale: () => [[...memberKeys.all]],
    onDone: ({ handedOver }) => {
      toast({ text: t.done(member.name, handedOver) });
      void navigate(paths.people);
    },
  });
  const takerOf = (duty: DutyView): string => takers[keyOf(duty)] ?? everythingTo;
  const open = items.filter((duty) => takerOf(duty) === '' && duty.kind !== 'substitution').length;
  const submit = (): void =>
    end.mutate(
      {
        params: { membershipId: member.membershipId },
        body: {
          version: member.version,
          takers: items.flatMap((duty) => {
            const membershipId = takers[keyOf(duty)];
            return membershipId ? [{ kind: duty.kind, id: duty.id, membershipId }] : [];
          }),
          othersTo: everythingTo || null,
        },
      },
      // Something came meanwhile, or another was first: what there is now stands in the list.
      { onError: () => void queryClient.invalidateQueries({ queryKey: memberKeys.all }) },
    );
  return (
    <div className={styles.stack}>
      {items.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <Panel title={t.duties(items.length)}>
          <TakerChoice
            label={t.everythingTo}
            value={everythingTo}
            successors={successors}
            empty={t.oneByOne}
            onChange={setEverythingTo}
          />
          <ul className={styles.lines} aria-label={t.list}>
            {items.map((duty) => (
              <DutyLine
                key={keyOf(duty)}
                duty={duty}
                successors={successors}
                taker={takerOf(duty)}
                onTaker={(taker) => setTakers((before) => ({ ...before, [keyOf(duty)]: taker }))}
              />
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t.follows}>
        <ul>
          {(isOver ? [] : [t.signedOut]).concat(t.consequences).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p role="status">{open > 0 ? t.stillOpen(open) : ''}</p>
        <div>
          <PrimaryButton busy={end.isPending} disabled={open > 0} onClick={submit}>
            {isOver ? t.moveLeft : t.submit}
          </PrimaryButton>
        </div>
        <ProblemNotice problem={end.error} {...sentenceOf(t, end.error?.extra.reason)} />
      </Panel>
    </div>
  );
};

const sentenceOf = (
  t: { ownerless: string; lastManager: string },
  reason: string | undefined,
): { sentence?: string } => {
  if (reason === 'ownerless') return { sentence: t.ownerless };
  return reason === 'lastManager' ? { sentence: t.lastManager } : {};
};
