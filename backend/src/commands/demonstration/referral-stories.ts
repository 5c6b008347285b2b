import { readFileSync } from 'node:fs';
import type { UrgencyClass } from '@rinnalla/shared/commissioning/urgency-class';
import type { Need } from '@rinnalla/shared/client/needs';
import { asLocalTime, instantAt } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays, type LocalDate } from '@rinnalla/shared/kernel/local-date';
import { isWorkingDay } from '@rinnalla/shared/kernel/working-days';

/** So many working days from the day of loading: before it when negative. */
interface Day {
  day: number;
}
export interface Moment extends Day {
  time: string;
}

/** What somebody does with a referral: opens it, takes a step of the workflow, writes, or reads what the others wrote. */
export interface StoryStep extends Moment {
  /** The part before @ of their e-mail address. */
  who: string;
  /** As the contract has it, but days are counted and services are named. */
  act?: {
    action: string;
    firstMeetingAt?: Moment;
    startDate?: Day;
    endDate?: Day;
    suggestedServiceId?: string;
  } & Record<string, unknown>;
  opens?: true;
  says?: string;
  notes?: string;
  reads?: true;
}

export interface ReferralStory {
  client: string;
  service: string;
  by: string;
  urgency?: UrgencyClass;
  urgencyReason?: string;
  needs?: Need[];
  background?: string;
  contactWishes?: string;
  startWish?: Day;
  /** For what was never sent. */
  draftedOn?: Moment;
  steps: StoryStep[];
}

export const readReferralStories = (): ReferralStory[] =>
  (
    JSON.parse(readFileSync(new URL(import.meta.resolve('#demo/referrals.json')), 'utf8')) as {
      referrals: ReferralStory[];
    }
  ).referrals;

/** How many places of each service the stories end up holding. */
export const placesHeld = (stories: readonly ReferralStory[]): Map<string, number> => {
  const held = new Map<string, number>();
  for (const { service, steps } of stories) {
    const actions = steps.map(({ act }) => act?.action);
    if (actions.includes('accept') && !actions.includes('finish'))
      held.set(service, (held.get(service) ?? 0) + 1);
  }
  return held;
};

export const workingDayFrom = (today: LocalDate, days: number): LocalDate => {
  let day = today;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, Math.sign(days));
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
};

export const instantOf = (today: LocalDate, { day, time }: Moment): Date =>
  instantAt(workingDayFrom(today, day), asLocalTime(time.replace('.', ':')));
