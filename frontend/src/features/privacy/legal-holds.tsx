import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { type HoldView, holdRoutes } from '@rinnalla/shared/privacy/erasure-routes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate, formatMoment } from '../../i18n/dates.js';
import { keepingTexts } from '../../i18n/keeping.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { DateField } from '../../ui/form/date-field.js';
import { Form } from '../../ui/form/form.js';
import { TextareaField, TextField } from '../../ui/form/text-fields.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { Panel } from '../../ui/panel.js';
import { Loaded, ProblemNotice } from '../../ui/states.js';
import { StatusLabel } from '../../ui/status-label.js';
import { useToast } from '../../ui/toast.js';
import { holdsQuery, keepingKeys } from './keeping.queries.js';
import styles from './privacy.module.css';

/** While one stands nothing of its client is erased. */
export const LegalHolds = () => {
  const { holds: t } = useTexts(keepingTexts);
  const query = useQuery(holdsQuery);
  const [setting, setSetting] = useState(false);
  return (
    <Panel
      title={t.title}
      aside={<SecondaryButton onClick={() => setSetting(true)}>{t.set}</SecondaryButton>}
    >
      <p>{t.lead}</p>
      <Loaded query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t.empty}</p>
          ) : (
            <ul className={styles.list}>
              {items.map((hold) => (
                <Hold key={hold.id} hold={hold} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {setting && <SetHold onClose={() => setSetting(false)} />}
    </Panel>
  );
};

const Hold = ({ hold }: { hold: HoldView }) => {
  const { holds: t } = useTexts(keepingTexts);
  const language = useLanguage();
  const now = useNow();
  const toast = useToast();
  const end = useAction(holdRoutes.end, {
    stale: () => [keepingKeys.holds, keepingKeys.requests],
    onDone: () => toast({ text: t.endDone }),
  });
  const named = hold.caseNumber ?? t.request;
  const days = t.days(formatDate(hold.from, language), hold.to ? formatDate(hold.to, language) : '');
  return (
    <li className={styles.line}>
      <div>
        <p className={styles.name}>{t.line(named, hold.act)}</p>
        <p>{hold.reason}</p>
        <p className={styles.quiet}>
          {days}. {t.setBy(hold.setBy, formatMoment(hold.setAt, language, now))}
        </p>
        <StatusLabel tone={hold.stands ? 'warn' : 'neutral'}>
          {hold.ended
            ? t.ended(hold.ended.by, formatMoment(hold.ended.at, language, now))
            : hold.stands
              ? t.stands
              : t.notYet}
        </StatusLabel>
        <ProblemNotice problem={end.error} />
      </div>
      {!hold.ended && (
        <SecondaryButton
          busy={end.isPending}
          accessibleName={t.endOf(named)}
          onClick={() => end.mutate({ params: { holdId: hold.id }, body: { version: hold.version } })}
        >
          {t.end}
        </SecondaryButton>
      )}
    </li>
  );
};

const SetHold = ({ onClose }: { onClose: () => void }) => {
  const { holds: t } = useTexts(keepingTexts);
  const toast = useToast();
  const today = helsinkiDateOf(new Date(useNow()));
  const form = useServerForm({
    schema: holdRoutes.set.body,
    defaultValues: { caseNumber: '', act: '', reason: '', from: today, to: null } as never,
  });
  const set = useAction(holdRoutes.set, {
    stale: () => [keepingKeys.holds, keepingKeys.requests],
    onDone: () => {
      toast({ text: t.done });
      onClose();
    },
  });
  return (
    <Dialog title={t.set} onClose={onClose}>
      <Form
        form={form}
        label={t.set}
        sentences={{ caseNumber: t.unknownCase }}
        onSubmit={(body) => set.mutateAsync({ body: body as never })}
      >
        <TextField name="caseNumber" label={t.caseNumber} hint={t.caseNumberHint} />
        <TextField name="act" label={t.act} hint={t.actHint} />
        <TextareaField name="reason" label={t.reason} hint={t.reasonHint} max={500} />
        <DateField name="from" label={t.from} />
        <DateField name="to" label={t.to} optional />
        <div className={styles.buttons}>
          <PrimaryButton type="submit" busy={form.busy}>
            {t.submit}
          </PrimaryButton>
          <SecondaryButton onClick={onClose}>{t.cancel}</SecondaryButton>
        </div>
      </Form>
    </Dialog>
  );
};
