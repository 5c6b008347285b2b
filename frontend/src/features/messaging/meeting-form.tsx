import type { ContactRule } from '@rinnalla/shared/client/sensitive-kinds';
import { asLocalTime, instantAt, localTime } from '@rinnalla/shared/kernel/helsinki-time';
import { localDate } from '@rinnalla/shared/kernel/local-date';
import { meetingWays, mostMeetingTimes } from '@rinnalla/shared/messaging/message-card';
import type { MessageParts } from '@rinnalla/shared/messaging/message-parts';
import { messageBody } from '@rinnalla/shared/messaging/message-rules';
import { useId, useState } from 'react';
import { z } from 'zod';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { PrimaryButton, QuietButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { RadioField, SelectField } from '../../ui/form/choice-fields.js';
import { DateField } from '../../ui/form/date-field.js';
import { fieldId, Form } from '../../ui/form/form.js';
import { SensitiveTextNotice } from '../../ui/form/sensitive-text-notice.js';
import { TextareaField } from '../../ui/form/text-fields.js';
import { TimeField } from '../../ui/form/time-field.js';
import { useServerForm } from '../../ui/form/use-server-form.js';
import { useTextGuard } from '../../ui/text-guard/use-text-guard.js';
import styles from './meeting-form.module.css';

const lengths = [15, 30, 45, 60, 90, 120] as const;
const positions = Array.from({ length: mostMeetingTimes }, (_, index) => index);

/** How times are typed: a Finnish day and clock each; the first is needed, what is left empty is none. */
const proposalForm = (now: string) =>
  z
    .strictObject({
      slots: z.array(z.strictObject({ day: localDate.nullish(), time: localTime.nullish() })),
      minutes: z.coerce.number().int(),
      way: z.enum(meetingWays),
      words: messageBody,
    })
    .superRefine(({ slots }, context) => {
      slots.forEach(({ day, time }, index) => {
        const refuse = (field: 'day' | 'time', message: string): void =>
          context.addIssue({ code: 'custom', path: ['slots', index, field], message });
        if (index > 0 && !day && !time) return;
        if (!day) refuse('day', 'required');
        if (!time) refuse('time', 'required');
        if (day && time && instantAt(day, asLocalTime(time)).toISOString() <= now) refuse('day', 'inThePast');
      });
    });

interface MeetingFormProps {
  contacts: ContactRule;
  onSend: (words: string, parts: MessageParts) => void;
  onClose: () => void;
}

/** Proposes one to three times to the other side. Sent like any message: it waits when there is no connection. */
export const MeetingForm = ({ contacts, onSend, onClose }: MeetingFormProps) => {
  const t = useTexts(conversationToolTexts).meeting;
  const formId = useId();
  const guard = useTextGuard(contacts);
  const [opened] = useState(useNow());
  const [count, setCount] = useState(1);
  const form = useServerForm({
    schema: proposalForm(opened),
    defaultValues: {
      slots: positions.map(() => ({ day: null, time: null })),
      minutes: 45,
      way: 'onSite',
      words: t.defaultWords,
    },
  });
  const submit = async ({
    slots,
    minutes,
    way,
    words,
  }: z.output<ReturnType<typeof proposalForm>>): Promise<void> => {
    const times = slots
      .slice(0, count)
      .flatMap(({ day, time }) => (day && time ? [instantAt(day, asLocalTime(time)).toISOString()] : []));
    const acknowledged = await guard.ask([{ text: words, fieldId: fieldId('words') }]);
    if (!acknowledged) return;
    onSend(words, {
      card: { kind: 'meetingProposal', times: [...new Set(times)], minutes, way },
      ...(acknowledged.length > 0 ? { acknowledged } : {}),
    });
    onClose();
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <Form form={form} onSubmit={submit} label={t.title}>
        <p>{t.help}</p>
        {positions.slice(0, count).map((index) => (
          <div key={index} className={styles.slot}>
            <DateField name={`slots.${index}.day`} label={t.day(index + 1)} />
            <TimeField name={`slots.${index}.time`} label={t.time(index + 1)} />
          </div>
        ))}
        {count < mostMeetingTimes && (
          <div>
            <QuietButton onClick={() => setCount(count + 1)}>{t.addTime}</QuietButton>
          </div>
        )}
        <SelectField
          name="minutes"
          label={t.minutes}
          options={lengths.map((minutes) => ({ value: String(minutes), label: t.minutesOption(minutes) }))}
        />
        <RadioField
          name="way"
          label={t.way}
          columns
          options={meetingWays.map((way) => ({ value: way, label: t.ways[way] }))}
        />
        <TextareaField name="words" label={t.words} hint={t.wordsHint} rows={2} />
        <SensitiveTextNotice name="words" />
        <div className={styles.buttons} id={formId}>
          <PrimaryButton type="submit" busy={form.busy}>
            {t.send}
          </PrimaryButton>
        </div>
      </Form>
      {guard.dialog}
    </Dialog>
  );
};
