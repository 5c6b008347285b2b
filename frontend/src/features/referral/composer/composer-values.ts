import type { ClientView } from '@rinnalla/shared/client/client-routes';
import { goalText } from '@rinnalla/shared/client/client-routes';
import { needs } from '@rinnalla/shared/client/needs';
import { needsUrgencyReason, urgencyClasses } from '@rinnalla/shared/commissioning/urgency-class';
import type { InputOf } from '@rinnalla/shared/contract/define-route';
import { localDate } from '@rinnalla/shared/kernel/local-date';
import { changedDraftInput, type referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import type { ReasonKind } from '@rinnalla/shared/referral/reason';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { sendingReasons } from '@rinnalla/shared/referral/sending-reasons';
import { z } from 'zod';

/** What a draft holds; the server's own shape without its version. */
export type DraftContent = Omit<InputOf<typeof referralRoutes.saveDraft>['body'], 'version'>;

const text = (max: number) => z.string().trim().max(max).nullish();

/** Everything that must be right before sending, judged field by field. */
export const composerInput = z
  .strictObject({
    serviceId: z.uuid({ error: 'required' }),
    goal: goalText,
    needs: z.array(z.enum(needs)),
    background: text(600),
    agreed: text(600),
    contactWishes: text(300),
    /** Unset until somebody takes one: what the draft has stays as it is. */
    planExtract: text(1000),
    /** As the server says of this writer and service. */
    mayCarryExtract: z.boolean(),
    binding: z.boolean(),
    urgency: z.enum(urgencyClasses),
    urgencyReason: text(40),
    startWish: localDate.nullish(),
    alternativeServiceIds: z.array(z.uuid()).max(2),
    recordPresent: z.literal(true, { error: 'required' }),
    duplicateOpen: z.boolean(),
    duplicateOverride: text(40),
    notEligible: z.boolean(),
    eligibilityOverride: text(40),
    note: text(600),
  })
  .superRefine((input, context) => {
    const demand = (path: string): void =>
      context.addIssue({ code: 'custom', path: [path], message: 'required' });
    if (needsUrgencyReason(input.urgency) && !input.urgencyReason) demand('urgencyReason');
    if (input.duplicateOpen && !input.duplicateOverride) demand('duplicateOverride');
    if (input.notEligible && !input.eligibilityOverride) demand('eligibilityOverride');
    if (overrideNeedsNote(input) && !input.note) demand('note');
  });
export type ComposerValues = z.input<typeof composerInput>;

type Overrides = Pick<ComposerValues, 'duplicateOverride' | 'eligibilityOverride'>;

/** Whether the reason that was chosen for an exception asks for a word. */
export const overrideNeedsNote = ({ duplicateOverride, eligibilityOverride }: Overrides): boolean =>
  Boolean(
    (duplicateOverride && noteRequired('duplicate_override', duplicateOverride)) ||
      (eligibilityOverride && noteRequired('eligibility_override', eligibilityOverride)),
  );

const noteRequired = (kind: ReasonKind, code: string): boolean =>
  sendingReasons.some((reason) => reason.kind === kind && reason.code === code && reason.noteRequired);

const nothingYet = {
  serviceId: '',
  goal: '',
  needs: [],
  background: '',
  agreed: '',
  contactWishes: '',
  planExtract: undefined as string | undefined,
  mayCarryExtract: false,
  binding: false,
  urgency: 'K3',
  urgencyReason: null,
  startWish: null,
  alternativeServiceIds: [],
  recordPresent: false as unknown as true,
  duplicateOpen: false,
  duplicateOverride: null,
  notEligible: false,
  eligibilityOverride: null,
  note: '',
} satisfies ComposerValues;

/** A new referral begins with what the client has said already. */
export const valuesOfClient = (
  client: Pick<ClientView, 'goal' | 'needs'>,
  serviceId = '',
): ComposerValues => ({
  ...nothingYet,
  serviceId,
  goal: client.goal,
  needs: [...client.needs],
});

export const valuesOfDraft = (draft: ReferralView): ComposerValues => ({
  ...nothingYet,
  serviceId: draft.service.id,
  goal: draft.goal ?? '',
  needs: [...draft.needs],
  background: draft.card.background ?? '',
  agreed: draft.card.agreed ?? '',
  contactWishes: draft.card.contactWishes ?? '',
  planExtract: draft.card.planExtract ?? undefined,
  binding: draft.card.binding ?? false,
  urgency: draft.urgency,
  urgencyReason: draft.urgencyReason,
  startWish: draft.startWish,
  alternativeServiceIds: draft.alternatives.map(({ id }) => id),
});

const kept = (typed: string | null | undefined): string | null => typed?.trim() || null;

/** What can be saved of the values now: 'incomplete' without a service, 'tooLong' when a text goes over. */
export const draftContentOf = (values: ComposerValues): DraftContent | 'incomplete' | 'tooLong' => {
  if (!values.serviceId) return 'incomplete';
  const content: DraftContent = {
    serviceId: values.serviceId,
    goal: values.goal.trim(),
    needs: values.needs,
    background: kept(values.background),
    agreed: kept(values.agreed),
    contactWishes: kept(values.contactWishes),
    ...(values.mayCarryExtract &&
      typeof values.planExtract === 'string' && { planExtract: kept(values.planExtract) }),
    binding: values.binding,
    urgency: values.urgency,
    urgencyReason: needsUrgencyReason(values.urgency) ? kept(values.urgencyReason) : null,
    // A date on its way to being one is not a date yet.
    startWish: localDate.safeParse(values.startWish).data ?? null,
    alternativeServiceIds: values.alternativeServiceIds,
  };
  return changedDraftInput.safeParse({ ...content, version: 1 }).success ? content : 'tooLong';
};
