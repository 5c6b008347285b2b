import { readFileSync } from 'node:fs';
import type { Category } from '@rinnalla/shared/catalogue/categories';
import type { FundingType } from '@rinnalla/shared/catalogue/funding';
import type { DeliveryMode, ServiceLanguage } from '@rinnalla/shared/catalogue/practicalities';
import type { UrgencyClass } from '@rinnalla/shared/catalogue/urgency';
import type { ContactWay, Need, PlanType } from '@rinnalla/shared/client/needs';
import type { Language, Localized } from '@rinnalla/shared/kernel/localized';
import type { Role } from '@rinnalla/shared/organization/role';

/** The demonstration as it is written in `backend/demo`: invented through and through (CC0-1.0). */
export interface DemonstrationOrganization {
  id: string;
  name: string;
  type: 'association' | 'foundation';
  homeMunicipality: { code: string };
  languages: ServiceLanguage[];
  description: Localized;
  email: string;
}

export interface DemonstrationService {
  id: string;
  organisationId: string;
  category: Category;
  title: Localized;
  summary: Localized;
  description: Localized;
  keywords: { fi: string[] };
  targetGroups: string[];
  age: { min: number; max: number };
  municipalities: { code: string }[];
  serviceArea: 'municipalities' | 'nationwide';
  location: {
    municipality: string;
    lat: number;
    lon: number;
    addressVisibility: 'public' | 'on_acceptance';
  } | null;
  deliveryModes: DeliveryMode[];
  languages: ServiceLanguage[];
  features: string[];
  statutoryBases: string[];
  referral: { mode: 'referral' | 'self' | 'both'; decisionRequired: boolean };
  urgencyAccepted: UrgencyClass[];
  offering: {
    id: string;
    capacity: { max: number; available: number };
    waitlistLength: number;
    nextStart: { mode: 'fixed' | 'rolling'; offsetDays: number | null };
    durationWeeks: number | null;
    intensity: string;
    intake: 'group' | 'continuous';
  };
  funding: FundingType;
  price: { amount: number; unit: string };
  competences: string[];
  ptv: { serviceClasses: string[]; lifeEvents: string[] };
}

export interface DemonstrationPerson {
  givenName: string;
  surname: string;
  email: string;
  role: Role;
  title: Localized;
  language?: Language;
  officeHolder?: boolean;
  /** Its sign-in is printed at the start and offered on the sign-in page. */
  shown?: boolean;
  /** Given name of the colleague who stands in. */
  substitute?: string;
}

export interface DemonstrationClient {
  handler: string;
  firstName: string;
  surname: string;
  identityCode: string;
  language: string;
  goal: string;
  needs: Need[];
  planType: PlanType;
  homeMunicipality: string | null;
  contact: { way: ContactWay; phone: string | null; email: string | null; wishes: string | null };
  /** Non-disclosure for safety reasons, ending so many days from now. */
  nonDisclosureDays?: number;
}

export interface Demonstration {
  organizations: DemonstrationOrganization[];
  services: DemonstrationService[];
  authorities: {
    municipality: string;
    name: Localized;
    casePrefix: string;
    email: string;
    people: DemonstrationPerson[];
  }[];
  associations: {
    organization: string;
    name: Localized;
    businessId: string;
    people: DemonstrationPerson[];
  }[];
  clients: DemonstrationClient[];
  /** Ready messages; `key` tells them apart when they are loaded again. */
  templates: { key: string; name: Localized; body: Localized }[];
}

const read = <Part extends keyof Demonstration>(file: string): Pick<Demonstration, Part> =>
  JSON.parse(readFileSync(new URL(import.meta.resolve(`#demo/${file}`)), 'utf8')) as Pick<
    Demonstration,
    Part
  >;

export const readDemonstration = (): Demonstration => ({
  ...read<'organizations' | 'services'>('services.json'),
  ...read<'authorities' | 'associations' | 'clients'>('people.json'),
  ...read<'templates'>('message-templates.json'),
});
