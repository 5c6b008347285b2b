import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { serviceId } from '../kernel/id.js';
import { serviceSearchQuery, serviceSearchView } from './service-search.js';
import { publicServiceView, serviceCardView } from './service.js';
import { termView } from './vocabulary.js';

const serviceParams = z.strictObject({ serviceId });

/** A code of the national register in three languages; `parent` is the wider code. */
const registerTerm = z.object({
  code: z.string(),
  parent: z.string().nullable(),
  label: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
});

/** A municipality with the forms that Finnish and Swedish sentences need. */
export const municipalityView = z.object({
  code: z.string(),
  name: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  /** "Kouvolan", "Kouvolassa", "Kouvolaan" – "Tampereen", "Tampereella", "Tampereelle". */
  genitiveFi: z.string(),
  locativeFi: z.string(),
  directionalFi: z.string(),
  /** "i Kouvola", "på Kimitoön". */
  locativeSv: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  areaCode: z.string(),
  region: z.object({ code: z.string(), name: z.object({ fi: z.string(), sv: z.string() }) }),
  /** Swedish is an official language of the municipality, alone or with Finnish. */
  bilingual: z.boolean(),
});
export type MunicipalityView = z.output<typeof municipalityView>;

export const catalogueRoutes = {
  search: defineRoute({
    method: 'GET',
    path: '/services',
    summary: 'Published services by words, place and conditions, best match first.',
    access: 'public',
    query: serviceSearchQuery,
    response: serviceSearchView,
  }),
  suggest: defineRoute({
    method: 'GET',
    path: '/search-suggestions',
    summary: 'Titles and keywords of published services that begin like the last word.',
    access: 'public',
    query: z.strictObject({
      q: z.string().trim().min(2).max(100),
      language: z.enum(['fi', 'sv', 'en']).default('fi'),
    }),
    response: z.object({ items: z.array(z.string()) }),
  }),
  service: defineRoute({
    method: 'GET',
    path: '/services/:serviceId',
    summary: 'One published service with its offerings and free places.',
    access: 'public',
    params: serviceParams,
    response: publicServiceView,
  }),
  similar: defineRoute({
    method: 'GET',
    path: '/services/:serviceId/similar',
    summary: 'Up to six published services like this one, those with room first.',
    access: 'public',
    params: serviceParams,
    response: z.object({ items: z.array(serviceCardView) }),
  }),
  vocabularies: defineRoute({
    method: 'GET',
    path: '/vocabularies',
    summary: 'The closed lists of the catalogue with names in three languages.',
    access: 'public',
    response: z.object({
      categories: z.array(termView.extend({ serviceClasses: z.array(z.string()) })),
      targetGroups: z.array(termView),
      deliveryModes: z.array(termView),
      languages: z.array(termView),
      languageLevels: z.array(termView),
      interpretationModes: z.array(termView),
      accessibility: z.array(termView),
      support: z.array(termView),
      cards: z.array(termView),
      groupForms: z.array(termView),
      referralModes: z.array(termView),
      statutoryBases: z.array(
        termView.extend({
          act: z.string(),
          url: z.string().nullable(),
          validFrom: z.string().nullable(),
          validTo: z.string().nullable(),
        }),
      ),
      fundingTypes: z.array(termView),
      priceUnits: z.array(termView),
      dataRegimes: z.array(termView),
      reportingDuties: z.array(termView),
      provisionTypes: z.array(termView),
      serviceClasses: z.array(registerTerm),
      lifeEvents: z.array(registerTerm),
    }),
  }),
  municipalities: defineRoute({
    method: 'GET',
    path: '/municipalities',
    summary: 'The municipalities of Finland, by Finnish name.',
    access: 'public',
    response: z.object({ items: z.array(municipalityView) }),
  }),
} as const;
