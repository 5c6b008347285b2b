import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { uuidOf } from '../kernel/id.js';
import type { Role } from '../organization/role.js';

/** Why a case that is kept from one is opened: a closed list, beside the opener's own words. */
export const emergencyPurposes = ['danger', 'urgentContact', 'handlerAway', 'authorityRequest'] as const;
export type EmergencyPurpose = (typeof emergencyPurposes)[number];

export const emergencyHours = 4;

/**
 * A coordinator of the sender's organization: they answer for its clients when a handler is away, and lack nothing but
 * those whose order closes them out. Nobody else; a coach asks the coordinator, and a manager has no case access.
 */
export const mayOpenInEmergency = (role: Role): boolean => role === 'coordinator';

export const openingView = z.object({
  id: z.uuid(),
  caseNumber: z.string(),
  clientId: z.uuid(),
  /** Of the opener alone: where to go. */
  referralId: z.uuid().nullable(),
  openedBy: z.string(),
  isMine: z.boolean(),
  purpose: z.enum(emergencyPurposes),
  explanation: z.string(),
  openedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  isOpen: z.boolean(),
});
export type OpeningView = z.output<typeof openingView>;

export const emergencyRoutes = {
  open: defineRoute({
    method: 'POST',
    path: '/emergency-openings',
    summary:
      'Opens a case of the own organization that is kept from the coordinator, to be read for four hours. Alerts the handler and the data protection officer.',
    access: 'signedIn',
    requiresStepUp: true,
    body: z.strictObject({
      caseNumber: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-ZÅÄÖ]{2,5}-\d{4}-\d{4,8}$/, { error: 'invalid' }),
      purpose: z.enum(emergencyPurposes, { error: 'notInList' }),
      explanation: z.string().trim().min(10).max(500),
    }),
    response: openingView,
  }),
  list: defineRoute({
    method: 'GET',
    path: '/emergency-openings',
    summary:
      'One’s own openings, those of one’s own clients, or for the data protection officer the organization’s: of the last thirty days.',
    access: 'signedIn',
    response: z.object({ items: z.array(openingView) }),
  }),
  close: defineRoute({
    method: 'DELETE',
    path: '/emergency-openings/:openingId',
    summary: 'The opener ends it before its time.',
    access: 'signedIn',
    params: z.strictObject({ openingId: uuidOf<'EmergencyOpeningId'>() }),
    response: z.object({ closed: z.literal(true) }),
  }),
};
