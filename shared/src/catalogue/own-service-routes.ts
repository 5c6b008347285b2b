import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { pageOf, pageQuery } from '../contract/page.js';
import { offeringId, serviceId } from '../kernel/id.js';
import { freePlacesInput, offeringInput, ownOfferingView } from './offering.js';
import { serviceContentInput } from './service-content.js';
import { serviceStatuses } from './service-lifecycle.js';
import { ownServiceCardView, ownServiceView } from './service.js';

const serviceParams = z.strictObject({ serviceId });
const offeringParams = z.strictObject({ offeringId });
const version = z.number().int().min(1);
const seenVersion = z.strictObject({ version });

/** What an association does with its own services; the catalogue shows them (`catalogue-routes`). */
export const ownServiceRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/own-services',
    summary: 'Services of the organization one acts for, with the places of each offering.',
    access: 'signedIn',
    query: z.strictObject({ ...pageQuery, status: z.enum(serviceStatuses).optional() }),
    response: pageOf(ownServiceCardView),
  }),
  create: defineRoute({
    method: 'POST',
    path: '/services',
    summary: 'A new draft for the organization one acts for.',
    access: 'signedIn',
    body: z.strictObject({ content: serviceContentInput }),
    response: ownServiceView,
  }),
  editing: defineRoute({
    method: 'GET',
    path: '/services/:serviceId/editing',
    summary: 'A service as its own organization writes it.',
    access: 'signedIn',
    params: serviceParams,
    response: ownServiceView,
  }),
  save: defineRoute({
    method: 'PUT',
    path: '/services/:serviceId/editing',
    summary: 'Saves the whole content; a published service must still pass the publish check.',
    access: 'signedIn',
    params: serviceParams,
    body: z.strictObject({ version, content: serviceContentInput }),
    response: ownServiceView,
  }),
  publish: defineRoute({
    method: 'POST',
    path: '/services/:serviceId/publish',
    summary: 'Publishes a service that passes the publish check.',
    access: 'signedIn',
    status: 200,
    params: serviceParams,
    body: seenVersion,
    response: ownServiceView,
  }),
  pause: defineRoute({
    method: 'POST',
    path: '/services/:serviceId/pause',
    summary: 'Takes a published service out of the catalogue for a while.',
    access: 'signedIn',
    status: 200,
    params: serviceParams,
    body: seenVersion,
    response: ownServiceView,
  }),
  archive: defineRoute({
    method: 'POST',
    path: '/services/:serviceId/archive',
    summary: 'Puts a service away; nothing is deleted.',
    access: 'signedIn',
    status: 200,
    params: serviceParams,
    body: seenVersion,
    response: ownServiceView,
  }),
  confirm: defineRoute({
    method: 'POST',
    path: '/services/:serviceId/confirm',
    summary: '"Still right": renews the day on which the service was last confirmed.',
    access: 'signedIn',
    status: 200,
    params: serviceParams,
    body: seenVersion,
    response: ownServiceView,
  }),
  addOffering: defineRoute({
    method: 'POST',
    path: '/services/:serviceId/offerings',
    summary: 'A new offering of a service.',
    access: 'signedIn',
    params: serviceParams,
    body: z.strictObject({ offering: offeringInput }),
    response: ownServiceView,
  }),
  saveOffering: defineRoute({
    method: 'PUT',
    path: '/offerings/:offeringId',
    summary: 'Saves an offering; the maximum never falls below what is promised and in use.',
    access: 'signedIn',
    params: offeringParams,
    body: z.strictObject({ version, offering: offeringInput }),
    response: ownServiceView,
  }),
  setFreePlaces: defineRoute({
    method: 'PUT',
    path: '/offerings/:offeringId/free-places',
    summary: 'Free places in one click; confirms them as well when the number is the same.',
    access: 'signedIn',
    params: offeringParams,
    body: freePlacesInput,
    response: ownOfferingView,
  }),
} as const;
