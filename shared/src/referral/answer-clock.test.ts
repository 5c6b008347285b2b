import fc from 'fast-check';
import { type UrgencyClass, mayChangeUrgency, urgencyClasses } from '../commissioning/urgency-class.js';
import { asLocalTime, helsinkiDateOf, helsinkiTimeOf, instantAt } from '../kernel/helsinki-time.js';
import { asLocalDate } from '../kernel/local-date.js';
import { isWorkingDay, workingDaysBetween } from '../kernel/working-days.js';
import { answerDueAt, raisedAnswerDueAt, resumedAnswerDueAt, startDueAt } from './answer-clock.js';

const at = (date: string, time: string): Date => instantAt(asLocalDate(date), asLocalTime(time));
const anInstant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2031, 0, 1) })
  .map((ms) => new Date(ms));
const anUrgency = fc.constantFrom(...urgencyClasses);

describe('an answer is owed', () => {
  it.each<[UrgencyClass, string, string, string, string]>([
    ['K1', '2026-11-24', '09:10', '2026-11-25', '09:10'],
    ['K2', '2026-11-24', '09:10', '2026-11-26', '16:00'],
    ['K3', '2026-11-24', '08:00', '2026-12-01', '16:00'],
    ['K4', '2026-11-24', '08:00', '2026-12-08', '16:00'],
    ['K1', '2026-11-27', '15:00', '2026-11-30', '15:00'],
    ['K1', '2026-12-23', '10:00', '2026-12-28', '10:00'],
    ['K2', '2026-12-23', '10:00', '2026-12-29', '16:00'],
    ['K1', '2026-11-28', '23:30', '2026-11-30', '23:30'],
    ['K1', '2026-10-23', '09:10', '2026-10-26', '09:10'],
    ['K1', '2026-03-27', '09:10', '2026-03-30', '09:10'],
    ['K3', '2026-06-16', '12:00', '2026-06-24', '16:00'],
  ])('%s sent %s %s by %s %s', (urgency, day, time, dueDay, dueTime) => {
    expect(answerDueAt(urgency, at(day, time))).toEqual(at(dueDay, dueTime));
  });

  it('on a working day, later than it was sent', () => {
    fc.assert(
      fc.property(anUrgency, anInstant, (urgency, sentAt) => {
        const due = answerDueAt(urgency, sentAt);
        expect(due.getTime()).toBeGreaterThan(sentAt.getTime());
        expect(isWorkingDay(helsinkiDateOf(due))).toBe(true);
        expect(helsinkiTimeOf(due)).toBe(urgency === 'K1' ? helsinkiTimeOf(sentAt) : '16:00');
      }),
    );
  });

  it('by the period that a service model has tuned', () => {
    const periods = { answerWorkingDays: 2, start: { workingDays: 7 } };
    expect(answerDueAt('K1', at('2026-11-24', '09:10'), periods)).toEqual(at('2026-11-26', '09:10'));
  });
});

describe('after a question was answered', () => {
  const due = at('2026-12-01', '16:00');

  it('as many working days are left as were when it was asked', () => {
    expect(resumedAnswerDueAt('K3', at('2026-11-26', '10:00'), due, at('2026-12-03', '10:00'))).toEqual(
      at('2026-12-08', '16:00'),
    );
  });

  it('at least one working day is left', () => {
    expect(resumedAnswerDueAt('K3', at('2026-12-01', '15:59'), due, at('2026-12-03', '10:00'))).toEqual(
      at('2026-12-04', '16:00'),
    );
    expect(resumedAnswerDueAt('K3', at('2026-12-01', '15:59'), due, at('2026-12-03', '20:00'))).toEqual(
      at('2026-12-04', '20:00'),
    );
    expect(
      resumedAnswerDueAt(
        'K1',
        at('2026-11-24', '12:00'),
        at('2026-11-25', '09:10'),
        at('2026-11-27', '18:00'),
      ),
    ).toEqual(at('2026-11-30', '18:00'));
  });

  it('the time never shrinks below what was left, nor below one working day', () => {
    fc.assert(
      fc.property(anUrgency, anInstant, fc.integer({ min: 0, max: 20 * 24 }), (urgency, sentAt, hours) => {
        const dueAt = answerDueAt(urgency, sentAt);
        const resumedAt = new Date(sentAt.getTime() + hours * 3_600_000);
        const resumed = resumedAnswerDueAt(urgency, sentAt, dueAt, resumedAt);
        const left = workingDaysBetween(helsinkiDateOf(sentAt), helsinkiDateOf(dueAt));
        expect(workingDaysBetween(helsinkiDateOf(resumedAt), helsinkiDateOf(resumed))).toBeGreaterThanOrEqual(
          Math.max(1, left),
        );
        expect(resumed.getTime()).toBeGreaterThanOrEqual(resumedAt.getTime() + 23 * 3_600_000);
      }),
    );
  });
});

describe('a raised class', () => {
  it('gives the shorter period from the raise on', () => {
    expect(raisedAnswerDueAt('K1', at('2026-11-25', '10:00'), at('2026-12-01', '16:00'))).toEqual(
      at('2026-11-26', '10:00'),
    );
  });

  it('never gives more time than there was', () => {
    const due = at('2026-12-01', '16:00');
    expect(raisedAnswerDueAt('K2', at('2026-12-01', '10:00'), due)).toEqual(due);
  });

  it('may be raised by both sides and lowered by the sender only', () => {
    expect([mayChangeUrgency('provider', 'K3', 'K1'), mayChangeUrgency('sender', 'K3', 'K2')]).toEqual([
      true,
      true,
    ]);
    expect([mayChangeUrgency('provider', 'K1', 'K3'), mayChangeUrgency('sender', 'K1', 'K3')]).toEqual([
      false,
      true,
    ]);
    expect([mayChangeUrgency('provider', 'K2', 'K2'), mayChangeUrgency('sender', 'K2', 'K2')]).toEqual([
      false,
      false,
    ]);
  });
});

describe('a start is owed', () => {
  it.each<[UrgencyClass, string, string]>([
    ['K1', '2026-11-24', '2026-12-01'],
    ['K2', '2026-11-24', '2026-12-08'],
    ['K3', '2026-11-24', '2026-12-28'],
    ['K3', '2026-11-16', '2026-12-16'],
  ])('%s accepted %s by %s 16.00', (urgency, accepted, due) => {
    expect(startDueAt(urgency, at(accepted, '13:00'))).toEqual(at(due, '16:00'));
  });

  it('on the agreed day, once there is one', () => {
    expect(startDueAt('K4', at('2026-11-24', '13:00'))).toBeUndefined();
    expect(startDueAt('K4', at('2026-11-24', '13:00'), asLocalDate('2027-01-11'))).toEqual(
      at('2027-01-11', '16:00'),
    );
  });
});
