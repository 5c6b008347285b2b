import { addDays, localDate, type LocalDate, weekdayOf } from '@rinnalla/shared/kernel/local-date';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { z } from 'zod';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { helsinkiDay } from '../../i18n/dates.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { DateField } from '../../ui/form/date-field.js';
import { Form } from '../../ui/form/form.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import styles from './template-picker.module.css';
import { ProblemNotice } from '../../ui/states.js';
import { messagingKeys } from './messaging.queries.js';

const schema = z.strictObject({
  until: localDate.nullable().refine((day) => day !== null, { error: 'required' }),
});

/** When to come back: the usual days at a press, any other typed. */
export const SnoozeDialog = ({
  conversationId,
  onClose,
}: {
  conversationId: string;
  onClose: () => void;
}) => {
  const t = useTexts(conversationToolTexts).snooze;
  const today = helsinkiDay(useNow());
  const form = useServerForm({ schema, defaultValues: { until: null } });
  const outcome = { stale: () => [[...messagingKeys.all]], onDone: onClose };
  // Two, so that what was refused is told where it was pressed.
  const snooze = useAction(messagingRoutes.snooze, outcome);
  const snoozeAtOnce = useAction(messagingRoutes.snooze, outcome);
  const until = (day: LocalDate) => ({ params: { conversationId }, body: { until: day } });
  const usual = [
    { label: t.tomorrow, day: addDays(today, 1) },
    { label: t.nextMonday, day: addDays(today, 8 - weekdayOf(today)) },
    { label: t.inTwoWeeks, day: addDays(today, 14) },
  ];
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p>{t.help}</p>
      <div className={styles.choices}>
        {usual.map(({ label, day }) => (
          <SecondaryButton
            key={label}
            busy={snoozeAtOnce.isPending}
            onClick={() => snoozeAtOnce.mutate(until(day))}
          >
            {label}
          </SecondaryButton>
        ))}
      </div>
      <ProblemNotice problem={snoozeAtOnce.error} />
      <Form
        form={form}
        onSubmit={({ until: day }) => snooze.mutateAsync(until(day as LocalDate))}
        label={t.title}
      >
        <DateField name="until" label={t.day} />
        <div>
          <PrimaryButton type="submit" busy={form.busy}>
            {t.confirm}
          </PrimaryButton>
        </div>
      </Form>
    </Dialog>
  );
};
