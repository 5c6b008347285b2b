import { emergencyPurposes, emergencyRoutes } from '@rinnalla/shared/privacy/emergency-routes';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { formatClock } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { useAction } from '../../platform/use-action.js';
import { LinkButton, PrimaryButton } from '../../ui/buttons.js';
import { RadioField } from '../../ui/form/choice-fields.js';
import { Form } from '../../ui/form/form.js';
import { TextareaField, TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import styles from './privacy.module.css';
import { openingsQuery, privacyKeys } from './privacy.queries.js';

/** A coordinator opens a case that is kept from them: what follows is told first. */
export const EmergencyPage = () => {
  const { emergency: t } = useTexts(privacyTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const form = useServerForm({
    schema: emergencyRoutes.open.body,
    defaultValues: { caseNumber: '', explanation: '' } as never,
  });
  const open = useAction(emergencyRoutes.open, {
    stale: () => [privacyKeys.openings],
    onDone: ({ referralId }) => referralId && void navigate(paths.referral(referralId)),
  });
  const mine = useQuery(openingsQuery).data?.items.filter(({ isMine, isOpen }) => isMine && isOpen) ?? [];
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      {mine.length > 0 && (
        <Panel title={t.mine}>
          <ul className={styles.list}>
            {mine.map(({ id, referralId, caseNumber, endsAt }) => (
              <li key={id} className={styles.line}>
                <p>{t.isOpen(formatClock(endsAt, language))}</p>
                {referralId && (
                  <LinkButton kind="secondary" to={paths.referral(referralId)}>
                    {t.goToCase(caseNumber)}
                  </LinkButton>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel>
        <p className={styles.plain}>{t.warning}</p>
        <Form form={form} label={t.open} onSubmit={(body) => open.mutateAsync({ body })}>
          <TextField name="caseNumber" label={t.caseNumber} hint={t.caseNumberHint} />
          <RadioField
            name="purpose"
            label={t.purpose}
            options={emergencyPurposes.map((value) => ({ value, label: t.purposes[value] }))}
          />
          <TextareaField name="explanation" label={t.explanation} hint={t.explanationHint} max={500} />
          <div>
            <PrimaryButton type="submit" busy={form.busy}>
              {t.submit}
            </PrimaryButton>
          </div>
        </Form>
      </Panel>
    </Page>
  );
};
