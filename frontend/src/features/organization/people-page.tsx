import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { IconPlus } from 'suomifi-icons';
import { mayChangeOrganization } from '@rinnalla/shared/organization/organization-permissions';
import { peopleTexts } from '../../i18n/people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { LinkButton, PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { paths } from '../../platform/paths.js';
import { useMember } from '../../platform/session.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { SearchField } from '../../ui/search-field.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { Tabs } from '../../ui/tabs.js';
import { useToast } from '../../ui/toast.js';
import { InviteForm } from './invite-form.js';
import { MemberLine } from './member-line.js';
import { membersQuery } from './members.queries.js';
import styles from './people.module.css';

/** Henkilöt: those who lead see who acts for the organization, and invite. */
export const PeoplePage = () => {
  const { page: t, invite } = useTexts(peopleTexts);
  const [isInviting, setInviting] = useState(false);
  const [shown, setShown] = useState('now');
  const role = useMember().acting.role;
  const toast = useToast();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="reading"
      actions={
        !isInviting && (
          <>
            <PrimaryButton icon={IconPlus} onClick={() => setInviting(true)}>
              {t.invite}
            </PrimaryButton>
            {mayChangeOrganization(role) && (
              <LinkButton kind="secondary" to={paths.signInService}>
                {t.signInService}
              </LinkButton>
            )}
          </>
        )
      }
    >
      {isInviting && (
        <Panel title={invite.title}>
          <InviteForm
            onCancel={() => setInviting(false)}
            onInvited={({ member, isInvited }) => {
              setInviting(false);
              toast({ text: isInvited ? invite.invited(member.name) : invite.added(member.name) });
            }}
          />
        </Panel>
      )}
      <Tabs
        label={t.views}
        selected={shown}
        onSelect={setShown}
        tabs={[
          { id: 'now', label: t.now, content: <MemberList ended={false} /> },
          { id: 'ended', label: t.ended, content: <MemberList ended /> },
        ]}
      />
    </Page>
  );
};

const MemberList = ({ ended }: { ended: boolean }) => {
  const { page: t } = useTexts(peopleTexts);
  const [words, setWords] = useState('');
  const name = useDeferredValue(words.trim());
  const query = useInfiniteQuery(membersQuery(ended, name));
  return (
    <div className={styles.stack}>
      <SearchField label={t.search} value={words} onChange={setWords} />
      <Loaded query={query} rows={5}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <NobodyFound ended={ended} name={name} />;
          return (
            <ul className={styles.lines} aria-label={ended ? t.listEnded : t.listNow}>
              {items.map((member) => (
                <MemberLine key={member.membershipId} member={member} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <div>
          <SecondaryButton busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.more}
          </SecondaryButton>
        </div>
      )}
    </div>
  );
};

const NobodyFound = ({ ended, name }: { ended: boolean; name: string }) => {
  const { page: t } = useTexts(peopleTexts);
  const nobody = ended ? t.emptyEnded : t.emptyNow;
  return <EmptyState title={name === '' ? nobody : t.emptySearch(name)} />;
};
