import { asLocalDate } from '../kernel/local-date.js';
import {
  approvalDueAt,
  clarificationDueAt,
  closingDueAt,
  offerDueAt,
  plannedEndDueAt,
  progressDueAt,
  relevanceDueAt,
} from './turn-due.js';

describe('the clocks that remind', () => {
  const tuesday = new Date('2026-11-24T08:00:00+02:00');

  it('end at 16.00 in Finland', () => {
    expect(clarificationDueAt(tuesday)).toEqual(new Date('2026-12-01T16:00:00+02:00'));
    expect(relevanceDueAt(new Date('2026-11-20T08:00:00+02:00'))).toEqual(
      new Date('2026-12-21T16:00:00+02:00'),
    );
  });

  it('never end on a free day', () => {
    expect(relevanceDueAt(tuesday)).toEqual(new Date('2026-12-28T16:00:00+02:00'));
    expect(progressDueAt(asLocalDate('2026-11-26'))).toEqual(new Date('2026-12-28T16:00:00+02:00'));
    expect(plannedEndDueAt(asLocalDate('2026-12-06'))).toEqual(new Date('2026-12-07T16:00:00+02:00'));
  });

  it('hold an offered place for 72 hours of working days', () => {
    expect(offerDueAt(new Date('2026-11-26T08:00:00+02:00'))).toEqual(new Date('2026-12-01T08:00:00+02:00'));
  });

  it('give ten working days for the closing report, and ten for its approval', () => {
    expect(closingDueAt(tuesday)).toEqual(new Date('2026-12-08T16:00:00+02:00'));
    expect(approvalDueAt(new Date('2026-12-18T09:00:00+02:00'))).toEqual(
      new Date('2027-01-07T16:00:00+02:00'),
    );
  });
});
