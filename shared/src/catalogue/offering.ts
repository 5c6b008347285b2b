import { z } from 'zod';
import { instantText } from '../kernel/helsinki-time.js';
import { localDate } from '../kernel/local-date.js';
import { localizedView } from '../kernel/localized.js';
import { serviceLanguageCode } from './practicalities.js';
import { draftText, limits, municipalityCode } from './service-content.js';

/** `continuous` = one may begin at any time, `group` = people begin together on a day. */
export const intakes = ['continuous', 'group'] as const;
/** What the association says of it. Full and running are derived from places and days, never stored. */
export const offeringStatuses = ['planned', 'open', 'ended', 'cancelled'] as const;
export type OfferingStatus = (typeof offeringStatuses)[number];
/** To whom the address is shown: everybody, the parties once a place is promised, or nobody (told aloud). */
export const addressVisibilities = ['public', 'on_acceptance', 'never'] as const;
export type AddressVisibility = (typeof addressVisibilities)[number];

const day = localDate;
const places = z.number().int().min(0).max(500);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'invalid' });

const locationInput = z.strictObject({
  municipality: municipalityCode,
  address: z.string().trim().max(200).nullable().default(null),
  entranceNote: draftText(limits.alert),
  latitude: z.number().min(59).max(71).nullable().default(null),
  longitude: z.number().min(19).max(32).nullable().default(null),
  addressVisibility: z.enum(addressVisibilities),
});

/** One day of an ordinary week; ISO weekday, 1 = Monday. */
const weeklyTime = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  startsAt: timeOfDay,
  endsAt: timeOfDay,
});

export const offeringInput = z
  .strictObject({
    code: z.string().trim().max(40).default(''),
    intake: z.enum(intakes),
    status: z.enum(offeringStatuses).default('open'),
    startsOn: day.nullable().default(null),
    endsOn: day.nullable().default(null),
    /** Last moment to apply, ISO 8601 with offset. */
    applyBy: instantText.nullable().default(null),
    minToRun: places.nullable().default(null),
    decisionOn: day.nullable().default(null),
    capacityMax: places,
    waitlistOpen: z.boolean().default(true),
    waitlistLimit: places.nullable().default(null),
    /** Working hours (Mon–Fri around the clock, holidays out) that an offered place is held. */
    offerExpiryHours: z.number().int().min(1).max(240).default(72),
    location: locationInput.nullable().default(null),
    transport: draftText(limits.shortText),
    weeklyTimes: z.array(weeklyTime).max(21).default([]),
    scheduleText: draftText(limits.shortText),
    languages: z.array(serviceLanguageCode).max(23).default([]),
    startInstructions: draftText(limits.shortText),
  })
  .refine((offering) => offering.intake !== 'group' || offering.startsOn !== null, {
    error: 'required',
    path: ['startsOn'],
  })
  .refine((offering) => !offering.startsOn || !offering.endsOn || offering.startsOn <= offering.endsOn, {
    error: 'endBeforeStart',
    path: ['endsOn'],
  })
  .refine((offering) => offering.weeklyTimes.every((time) => time.startsAt < time.endsAt), {
    error: 'endBeforeStart',
    path: ['weeklyTimes'],
  });
export type OfferingContent = z.output<typeof offeringInput>;

/** Where; the address and the point are `null` for a reader who may not see them (yet). */
export const offeringLocationView = z.object({
  municipality: z.string(),
  address: z.string().nullable(),
  entranceNote: localizedView,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  addressVisibility: z.enum(addressVisibilities),
});

const offeringFields = {
  id: z.string(),
  code: z.string(),
  intake: z.enum(intakes),
  status: z.enum(offeringStatuses),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  applyBy: z.string().nullable(),
  minToRun: z.number().nullable(),
  decisionOn: z.string().nullable(),
  capacityMax: z.number(),
  /** max − in use − reserved, never below 0. */
  freePlaces: z.number(),
  /** When the free places were last changed or confirmed. */
  placesUpdatedAt: z.string(),
  waitlistOpen: z.boolean(),
  waitlistLength: z.number(),
  location: offeringLocationView.nullable(),
  transport: localizedView,
  weeklyTimes: z.array(z.object({ weekday: z.number(), startsAt: z.string(), endsAt: z.string() })),
  scheduleText: localizedView,
  languages: z.array(z.string()),
};

/** An offering as anybody sees it. */
export const publicOfferingView = z.object(offeringFields);
export type PublicOfferingView = z.output<typeof publicOfferingView>;

/** An offering as its own organization sees it; `version` guards the next change. */
export const ownOfferingView = z.object({
  ...offeringFields,
  version: z.number(),
  reserved: z.number(),
  inUse: z.number(),
  waitlistLimit: z.number().nullable(),
  offerExpiryHours: z.number(),
  startInstructions: localizedView,
});
export type OwnOfferingView = z.output<typeof ownOfferingView>;

/** New free places in one click: what is promised and in use stays, the maximum follows. */
export const freePlacesInput = z.strictObject({ freePlaces: places, version: z.number().int().min(1) });

/** Free places by the invariant; below zero only while something is deliberately over-booked. */
export const freePlacesOf = (counts: { capacityMax: number; reserved: number; inUse: number }): number =>
  Math.max(0, counts.capacityMax - counts.reserved - counts.inUse);

/** Whether somebody could be referred to it: open, not ended, and a place or an open queue. */
export const takesReferrals = (
  offering: { status: OfferingStatus; endsOn: string | null; waitlistOpen: boolean; freePlaces: number },
  today: string,
): boolean =>
  offering.status === 'open' &&
  (offering.endsOn ?? '9999-12-31') >= today &&
  (offering.freePlaces > 0 || offering.waitlistOpen);
