import { mailedRoutes } from '@rinnalla/shared/account/account-routes';
import { newPasswordInput } from '@rinnalla/shared/account/proof-input';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { accountTexts } from '../../i18n/account.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { call } from '../../platform/call.js';
import { paths } from '../../platform/paths.js';
import { asProblem } from '../../platform/query-client.js';
import { sessionKey } from '../../platform/session-key.js';
import { useAction } from '../../platform/use-action.js';
import { LinkButton, PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { Facts } from '../../ui/facts.js';
import { Form } from '../../ui/form/form.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { ErrorState, Loading, ProblemNotice } from '../../ui/states.js';
import styles from './account.module.css';
import { useLinkToken } from './link-token.js';
import { NewPasswordField } from './new-password-field.js';
import { useToProvider } from './session.queries.js';

type Invitation = ResponseOf<typeof mailedRoutes.readInvitation>;

/** Where an invitation's link leads: whom it is for, and the first proof. The second factor comes next. */
export const InvitationPage = () => {
  const { invitation: t, gone, forgotten } = useTexts(accountTexts);
  const token = useLinkToken();
  // Not kept: a link that was used is asked for anew.
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call(mailedRoutes.readInvitation, { body: { token } }, { signal }),
    enabled: token !== '',
    gcTime: 0,
  });
  if (token === '' || (invitation.error && asProblem(invitation.error).status < 429)) {
    return (
      <Page title={gone.title} lead={`${gone.text} ${gone.askInvitation}`} width="reading">
        <div>
          <LinkButton to={paths.signIn} kind="secondary">
            {forgotten.back}
          </LinkButton>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t.title} lead={invitation.data && t.lead(invitation.data.givenName)} width="reading">
      {invitation.data ? (
        <Accept invitation={invitation.data} token={token} />
      ) : invitation.error ? (
        <ErrorState problem={asProblem(invitation.error)} retry={() => void invitation.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
};

const schema = z.strictObject({ password: newPasswordInput });

const Accept = ({ invitation, token }: { invitation: Invitation; token: string }) => {
  const { invitation: t } = useTexts(accountTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const toProvider = useToProvider();
  const accept = useAction(mailedRoutes.acceptInvitation, {
    onDone: async () => {
      // The sign-in that has begun is in its cookie: the session says what it waits for.
      await queryClient.invalidateQueries({ queryKey: sessionKey });
      await navigate(paths.signIn);
    },
  });
  const form = useServerForm({ schema, defaultValues: { password: '' } });
  const organization = invitation.organization && inLanguage(invitation.organization, language).text;
  const { providerId } = invitation;
  return (
    <div className={styles.sections}>
      <Facts
        facts={[
          { name: t.account, value: invitation.email },
          ...(organization ? [{ name: t.organization, value: organization }] : []),
        ]}
      />
      {providerId && organization && (
        <div>
          <SecondaryButton
            busy={toProvider.isPending}
            onClick={() => toProvider.mutate({ body: { providerId, invitation: token } })}
          >
            {t.provider(organization)}
          </SecondaryButton>
          <ProblemNotice problem={toProvider.error} />
        </div>
      )}
      <Panel title={t.withPassword}>
        <Form
          form={form}
          onSubmit={({ password }) => accept.mutateAsync({ body: { token, password } })}
          label={t.withPassword}
        >
          <NewPasswordField />
          <div>
            <PrimaryButton type="submit" busy={form.busy}>
              {t.submit}
            </PrimaryButton>
          </div>
        </Form>
      </Panel>
    </div>
  );
};
