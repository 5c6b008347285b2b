import { asLocalTime, instantAt, localTime } from '@rinnalla/shared/kernel/helsinki-time';
import { localDate } from '@rinnalla/shared/kernel/local-date';
import { z } from 'zod';
import type { Act } from '../use-transition.js';

/** How a promise is typed: a place, and either a first meeting by the clock or a first day. */
export const acceptInput = z
  .strictObject({
    offeringId: z.uuid(),
    begins: z.enum(['meeting', 'startDay']),
    meetingDay: localDate.nullish(),
    meetingTime: localTime.nullish(),
    startDate: localDate.nullish(),
    note: z.string().trim().max(600).nullish(),
  })
  .superRefine((input, context) => {
    const asked =
      input.begins === 'meeting' ? (['meetingDay', 'meetingTime'] as const) : (['startDate'] as const);
    for (const name of asked) {
      if (!input[name]) context.addIssue({ code: 'custom', path: [name], message: 'required' });
    }
  });
export type AcceptInput = z.output<typeof acceptInput>;

/** Times are Finnish wall-clock times, sent as instants. */
export const acceptActOf = ({
  offeringId,
  begins,
  meetingDay,
  meetingTime,
  startDate,
  note,
}: AcceptInput): Act => ({
  action: 'accept',
  offeringId,
  note: note || null,
  ...(begins === 'meeting' && meetingDay && meetingTime
    ? { firstMeetingAt: instantAt(meetingDay, asLocalTime(meetingTime)).toISOString() }
    : { startDate }),
});
