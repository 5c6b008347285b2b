import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { useNavigate } from 'react-router';
import { IconArrowRight } from 'suomifi-icons';
import { useLanguage } from '../../i18n/language.js';
import { organizationTexts } from '../../i18n/organization.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { useSession } from '../../platform/session.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { EmptyState, ProblemNotice } from '../../ui/states.js';
import { StatusLabel } from '../../ui/status-label.js';
import { useActFor } from './session.queries.js';
import styles from './sign-in-page.module.css';

/** The person's organizations; one is acted for at a time. */
export const ChooseOrganizationPage = () => {
  const { choose: t, roles } = useTexts(organizationTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const { memberships, acting } = useSession();
  const actFor = useActFor();
  if (memberships.length === 0) {
    return (
      <Page title={t.title} width="reading">
        <EmptyState title={t.none}>{t.noneHelp}</EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      <Panel>
        <ul className={styles.people}>
          {memberships.map(({ id, role, organization }) => {
            const name = inLanguage(organization.name, language).text;
            return (
              <li key={id}>
                <button
                  type="button"
                  className={styles.person}
                  disabled={actFor.isPending}
                  onClick={() =>
                    actFor.mutate(
                      { body: { membershipId: id } },
                      { onSuccess: () => void navigate(paths.home) },
                    )
                  }
                >
                  <span className={styles.names}>
                    <strong>{name}</strong>
                    <span>{roles[role]}</span>
                  </span>
                  {acting?.membershipId === id && <StatusLabel tone="ok">{t.present}</StatusLabel>}
                  <IconArrowRight aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      </Panel>
      <ProblemNotice problem={actFor.error} />
    </Page>
  );
};
