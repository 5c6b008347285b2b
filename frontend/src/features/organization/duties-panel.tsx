import type { MemberView } from '@rinnalla/shared/organization/member-routes';
import { useQuery } from '@tanstack/react-query';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { LinkButton } from '../../ui/buttons.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { dutiesQuery } from './members.queries.js';

/** What a membership left whose days are over: nothing takes no room. */
export const LeftDutiesPanel = ({ member }: { member: MemberView }) => {
  const { ending: t } = useTexts(peopleTexts);
  const count = useQuery(dutiesQuery(member.membershipId)).data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <Panel title={t.leftPanel} tone="note">
      <p>{t.leftBehind(count)}</p>
      <div>
        <LinkButton kind="secondary" to={paths.endMember(member.membershipId)}>
          {t.moveLeft}
        </LinkButton>
      </div>
    </Panel>
  );
};

/** What the person answers for, to whom it falls when the last day has passed, and the way to end it now. */
export const DutiesPanel = ({ member }: { member: MemberView }) => {
  const { ending: t } = useTexts(peopleTexts);
  const query = useQuery(dutiesQuery(member.membershipId));
  return (
    <Panel title={t.panel}>
      <Loaded query={query} rows={1}>
        {({ items, successors }) => {
          const heir = successors.find(({ isHeir }) => isHeir);
          return (
            <>
              <p>{items.length === 0 ? t.nothing : t.answersFor(items.length)}</p>
              {items.length > 0 && member.validTo && <p>{heir ? t.fallsTo(heir.name) : t.fallsToNobody}</p>}
            </>
          );
        }}
      </Loaded>
      <div>
        <LinkButton kind="secondary" to={paths.endMember(member.membershipId)}>
          {t.open}
        </LinkButton>
      </div>
    </Panel>
  );
};
