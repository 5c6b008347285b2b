import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { MemberView } from '@rinnalla/shared/organization/member-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { IconArrowLeft } from 'suomifi-icons';
import { useLanguage } from '../../i18n/language.js';
import { organizationTexts } from '../../i18n/organization.js';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { LinkButton } from '../../ui/buttons.js';
import { Facts } from '../../ui/facts.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/states.js';
import { InvitationActs } from './invitation-acts.js';
import { MemberForm } from './member-form.js';
import { WhenText } from './member-line.js';
import { MemberStatusLabel } from './member-status-label.js';
import { memberQuery } from './members.queries.js';
import { daysText } from './membership-days.js';
import { titleBeside } from './title-beside.js';
import styles from './people.module.css';
import { DutiesPanel, LeftDutiesPanel } from './duties-panel.js';
import { OfficePanel } from './office-panel.js';
import { ResetFactorsPanel } from './reset-factors-panel.js';
import { SubstitutesPanel } from './substitutes-panel.js';

/** One person's membership: what it is, and everything that those who lead do with it. */
export const MemberPage = () => {
  const { membershipId = '' } = useParams();
  const { page, member: t } = useTexts(peopleTexts);
  const query = useQuery(memberQuery(membershipId));
  return (
    <Page title={query.data?.member.name ?? page.title} width="reading">
      <div>
        <LinkButton kind="quiet" icon={IconArrowLeft} to={paths.people}>
          {t.back}
        </LinkButton>
      </div>
      <Loaded query={query}>
        {({ member, grantableRoles }) => <MemberParts member={member} grantable={grantableRoles} />}
      </Loaded>
    </Page>
  );
};

const MemberParts = ({ member, grantable }: { member: MemberView; grantable: readonly Role[] }) => {
  const { member: t } = useTexts(peopleTexts);
  const { roles } = useTexts(organizationTexts);
  const language = useLanguage();
  const title = titleBeside(roles[member.role], inLanguage(member.title, language).text);
  return (
    <div className={styles.stack}>
      <Panel title={t.facts} aside={<MemberStatusLabel status={member.status} />}>
        <Facts
          facts={[
            { name: t.role, value: roles[member.role] },
            ...(title ? [{ name: t.title, value: title }] : []),
            { name: t.email, value: member.email },
            { name: t.valid, value: daysText(t, member, language) },
          ]}
        />
        <WhenText member={member} />
        <InvitationActs member={member} />
      </Panel>
      {member.isMe && <p>{t.notYours}</p>}
      {member.may.change && (
        <Panel title={t.change}>
          <MemberForm key={member.membershipId} member={member} grantable={grantable} />
        </Panel>
      )}
      {(member.may.grantOffice || member.offices.length > 0) && <OfficePanel member={member} />}
      {member.may.resetFactors && <ResetFactorsPanel member={member} />}
      {member.may.substitute && <SubstitutesPanel member={member} />}
      {member.may.end &&
        (member.status === 'ended' ? <LeftDutiesPanel member={member} /> : <DutiesPanel member={member} />)}
    </div>
  );
};
