import { languages } from '../kernel/localized.js';
import { asLocalDate } from '../kernel/local-date.js';
import { exitCodeLabels, goalOutcomeLabels } from './closing-outcome.js';
import { nextActionLabels, reasonGroupLabels } from './reason-labels.js';
import { reasonGroups, reasonKinds } from './reason.js';
import { findReason, findReasonOn, reasonsOf, referralReasons } from './referral-reasons.js';

const day = asLocalDate('2026-11-24');
const codes = (kind: (typeof reasonKinds)[number]): string[] => reasonsOf(kind, day).map(({ code }) => code);
const everyLabel = [
  ...referralReasons.map(({ label }) => label),
  ...[reasonGroupLabels, nextActionLabels, goalOutcomeLabels, exitCodeLabels].flatMap((labels) =>
    Object.values(labels),
  ),
];

describe('the reasons', () => {
  it('of a decline are those of the lifecycle, in two levels', () => {
    const groups = reasonGroups.map((group) => [
      group,
      reasonsOf('decline', day)
        .filter((reason) => reason.group === group)
        .map(({ code }) => code),
    ]);
    expect(Object.fromEntries(groups.filter(([, found]) => found?.length))).toEqual({
      capacity: ['full', 'no_staff', 'group_started'],
      eligibility: ['target_group', 'age', 'area', 'decision_missing', 'language'],
      need: ['stronger_support', 'other_service', 'assessment_first'],
      practical: ['transport', 'timetable', 'accessibility'],
      safety: ['safety'],
      administrative: ['agreement_ended', 'units_exhausted', 'duplicate', 'error'],
      client: ['does_not_want', 'not_reached', 'got_other'],
      other: ['other'],
    });
  });

  it('of a withdrawal, a pause, an early end and K1 are those of the lifecycle', () => {
    expect(codes('withdraw')).toEqual([
      'error_or_duplicate',
      'need_met',
      'moved',
      'got_work',
      'studies',
      'health',
      'consent_withdrawn',
      'not_reached',
      'deceased',
      'service_ended',
      'filled_elsewhere',
      'other',
    ]);
    expect(codes('pause')).toEqual([
      'illness',
      'care',
      'short_job',
      'rehabilitation',
      'holiday',
      'service_break',
      'other',
    ]);
    expect(codes('end_early')).toEqual([
      'got_work',
      'studies',
      'other_service',
      'absences',
      'health',
      'own_wish',
      'conduct_or_safety',
      'service_ended',
      'funding',
      'moved',
      'deceased',
    ]);
    expect(codes('urgency')).toEqual([
      'housing',
      'service_broken',
      'early_sobriety',
      'asked_for_help_now',
      'violence',
    ]);
  });

  it('are there for every kind, each code once', () => {
    for (const kind of reasonKinds) {
      expect(codes(kind).length).toBeGreaterThan(0);
      expect(new Set(codes(kind)).size).toBe(codes(kind).length);
    }
  });

  it('speak three languages', () => {
    for (const label of everyLabel)
      for (const language of languages) expect(label[language].trim().length).toBeGreaterThan(2);
  });

  it('use no word that is not used on a screen', () => {
    const said = everyLabel
      .flatMap((label) => Object.values(label))
      .join('\n')
      .toLowerCase();
    expect(said).not.toMatch(
      /hylä|hylk|palautet|tapau|resurs|käyttäj|kohdetta|aktivoi|avslag|förkast|reject|non-compliant|\bcase\b|vaikeasti/,
    );
  });

  it('call work and studies a good end', () => {
    expect(
      referralReasons
        .filter(({ kind, positive }) => kind === 'end_early' && positive)
        .map(({ code }) => code),
    ).toEqual(['got_work', 'studies']);
  });

  it('ask for a note where need, safety or another reason is told', () => {
    expect(
      reasonsOf('decline', day)
        .filter(({ noteRequired }) => noteRequired)
        .map(({ code }) => code),
    ).toEqual(['stronger_support', 'other_service', 'assessment_first', 'safety', 'other']);
    expect(referralReasons.filter(({ code, noteRequired }) => code === 'other' && !noteRequired)).toEqual([]);
  });

  it('ask a decliner who knows better for a suggestion', () => {
    expect(
      reasonsOf('decline', day)
        .filter(({ asksSuggestion }) => asksSuggestion)
        .map(({ code }) => code),
    ).toEqual(['target_group', 'stronger_support', 'other_service', 'safety']);
    expect(
      referralReasons.filter(({ kind, asksSuggestion }) => kind !== 'decline' && asksSuggestion),
    ).toEqual([]);
  });

  it('of safety are masked to the client', () => {
    expect(referralReasons.filter(({ maskedToClient }) => maskedToClient).map(({ code }) => code)).toEqual([
      'safety',
      'conduct_or_safety',
    ]);
  });

  it('can be chosen only while they are valid, and read for ever', () => {
    expect(findReasonOn('decline', 'full', asLocalDate('2025-12-31'))).toBeUndefined();
    expect(findReasonOn('decline', 'full', asLocalDate('2026-01-01'))?.code).toBe('full');
    expect(findReason('decline', 'full')?.label.sv).toBe('Gruppen är full');
    expect(findReason('pause', 'full')).toBeUndefined();
  });
});
