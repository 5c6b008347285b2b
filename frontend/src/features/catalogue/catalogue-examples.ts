import type { PublicOfferingView } from '@rinnalla/shared/catalogue/offering';
import { emptyServiceContent } from '@rinnalla/shared/catalogue/service-content';
import type {
  OwnServiceCardView,
  OwnServiceView,
  PublicServiceView,
  ServiceCardView,
} from '@rinnalla/shared/catalogue/service';
import type { ServiceSearchView } from '@rinnalla/shared/catalogue/service-search';
import type { MunicipalityView } from '@rinnalla/shared/catalogue/catalogue-routes';

/** Builders of what the server answers, for tests: each test states only what matters to it. */

const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const serviceIdOf = (number: number): string => idOf(1000 + number);

const confirmedAt = '2026-11-10T09:00:00.000Z';

export const aCard = (number: number, change: Partial<ServiceCardView> = {}): ServiceCardView => ({
  id: serviceIdOf(number),
  title: { fi: `Palvelu ${number}`, sv: `Service ${number}`, en: `Service ${number}` },
  summary: { fi: 'Opit puutöitä rauhallisessa ryhmässä.' },
  category: 'workshop',
  organization: { id: idOf(1), name: { fi: 'Kymenkaaren Työpajasäätiö sr' }, kind: 'foundation' },
  nationwide: false,
  municipalities: [{ code: '286', name: { fi: 'Kouvola', sv: 'Kouvola' } }],
  deliveryModes: ['onsite'],
  languages: ['fi'],
  support: ['bus'],
  accessibility: [],
  referralMode: 'referral',
  places: { free: 3, updatedAt: '2026-11-24T04:02:00.000Z', waitlistOpen: true, waitlistLength: 0 },
  nextStart: { continuous: false, on: '2026-12-14' },
  assuredAt: confirmedAt,
  freshness: 'fresh',
  origin: 'rinnalla',
  demo: true,
  usualAnswerDays: null,
  matched: [],
  distanceKm: null,
  ...change,
});

export const aSearch = (
  items: ServiceCardView[],
  change: Partial<ServiceSearchView> = {},
): ServiceSearchView => ({
  items,
  total: items.length,
  next: null,
  understood: [],
  dropped: [],
  readAs: null,
  ...change,
});

export const kouvolaMunicipality: MunicipalityView = {
  code: '286',
  name: { fi: 'Kouvola', sv: 'Kouvola', en: 'Kouvola' },
  genitiveFi: 'Kouvolan',
  locativeFi: 'Kouvolassa',
  directionalFi: 'Kouvolaan',
  locativeSv: 'i Kouvola',
  latitude: 60.87,
  longitude: 26.7,
  areaCode: '01',
  region: { code: '08', name: { fi: 'Kymenlaakso', sv: 'Kymmenedalen' } },
  bilingual: false,
};

export const anOffering = (change: Partial<PublicOfferingView> = {}): PublicOfferingView => ({
  id: idOf(50),
  code: 'KV-2027-01',
  intake: 'group',
  status: 'open',
  startsOn: '2026-12-14',
  endsOn: null,
  applyBy: null,
  minToRun: null,
  decisionOn: null,
  capacityMax: 10,
  freePlaces: 3,
  placesUpdatedAt: '2026-11-24T04:02:00.000Z',
  waitlistOpen: true,
  waitlistLength: 0,
  location: null,
  transport: {},
  weeklyTimes: [],
  scheduleText: {},
  languages: [],
  ...change,
});

/** What is written of a service that could be published. */
export const writtenContent = (): OwnServiceView['content'] => ({
  ...emptyServiceContent(),
  title: { fi: 'Puupaja Kaarna' },
  summary: { fi: 'Opit puutöitä rauhallisessa ryhmässä.' },
  description: { fi: 'Puupajalla korjataan kalusteita ja tehdään penkkejä. '.repeat(8).trim() },
  howToGetIn: { fi: 'Sovi omavalmentajasi kanssa.' },
  category: 'workshop',
  serviceClasses: ['P10.7', 'P4.8'],
  targetGroups: ['long_term_unemployed'],
  statutoryBases: ['jarj_valmennus'],
  dataRegime: 'assignment',
  languages: [{ code: 'fi', level: 'fluent' }],
  deliveryModes: ['onsite'],
  municipalities: ['286'],
  support: ['bus'],
  fundingTypes: ['purchase_framework'],
  contact: { role: { fi: 'Palveluohjaaja' }, name: null, phone: '05 123 4567', email: null },
  substituteContact: { role: { fi: 'Vastaava ohjaaja' }, name: null, phone: '05 765 4321', email: null },
});

export const aPublicService = (change: Partial<PublicServiceView> = {}): PublicServiceView => {
  const { substituteContact: _substitute, priceIsPublic: _public, ...content } = writtenContent();
  return {
    ...content,
    id: serviceIdOf(1),
    municipalities: [{ code: '286', name: { fi: 'Kouvola', sv: 'Kouvola' } }],
    organization: {
      id: idOf(1),
      name: { fi: 'Kymenkaaren Työpajasäätiö sr' },
      kind: 'foundation',
      businessId: null,
      description: {},
      website: null,
    },
    offerings: [anOffering()],
    places: null,
    nextStart: { continuous: false, on: '2026-12-14' },
    decisionRequired: false,
    assuredAt: confirmedAt,
    freshness: 'fresh',
    origin: 'rinnalla',
    ptvServiceId: null,
    demo: true,
    usualAnswerDays: null,
    actions: { mayRefer: false, mayEdit: false },
    ...change,
  };
};

const ownOffering = { version: 1, reserved: 2, inUse: 5 } as const;

export const anOwnCard = (change: Partial<OwnServiceCardView> = {}): OwnServiceCardView => ({
  id: serviceIdOf(1),
  version: 4,
  status: 'published',
  title: { fi: 'Puupaja Kaarna' },
  category: 'workshop',
  offerings: [{ ...anOffering(), ...ownOffering }],
  actions: ['pause', 'archive', 'confirm'],
  assuredAt: confirmedAt,
  freshness: 'fresh',
  updatedAt: confirmedAt,
  demo: true,
  ...change,
});

export const anOwnService = (change: Partial<OwnServiceView> = {}): OwnServiceView => ({
  id: serviceIdOf(1),
  version: 4,
  status: 'published',
  content: writtenContent(),
  offerings: [
    {
      ...anOffering(),
      ...ownOffering,
      waitlistLimit: null,
      offerExpiryHours: 72,
      startInstructions: { fi: 'Tule pääovelle.' },
    },
  ],
  check: { errors: [], warnings: [], completeness: 100 },
  actions: ['pause', 'archive', 'confirm'],
  assuredAt: confirmedAt,
  freshness: 'fresh',
  publishedAt: confirmedAt,
  updatedAt: confirmedAt,
  demo: true,
  ...change,
});
