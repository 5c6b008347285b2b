import type { Localized } from '../kernel/localized.js';
import type { AddressVisibility, OfferingStatus } from './offering.js';
import type { ServiceContent } from './service-content.js';
import { limits } from './service-content.js';
import { findBasisInForce } from './statutory-bases.js';

/** What stops publishing, in the order in which the form tells them. */
export const publishErrors = [
  'titleMissing',
  'summaryMissing',
  'summaryTooLong',
  'categoryMissing',
  'serviceClassMissing',
  'targetGroupMissing',
  'areaMissing',
  'languageMissing',
  'deliveryModeMissing',
  'statutoryBasisMissing',
  'statutoryBasisNotInForce',
  'howToGetInMissing',
  'contactMissing',
  'substituteMissing',
  'openOfferingMissing',
  'addressNotProtected',
  'dataRegimeMissing',
] as const;
export type PublishError = (typeof publishErrors)[number];

/** What is told but stops nothing; a missing translation never stops publishing. */
export const publishWarnings = [
  'swedishSummaryMissing',
  'descriptionShort',
  'locationMissing',
  'fundingMissing',
  'practicalitiesMissing',
  'startInstructionsMissing',
] as const;
export type PublishWarning = (typeof publishWarnings)[number];

/** The field of the form that each finding is about. */
export const fieldOfFinding = {
  titleMissing: 'title',
  summaryMissing: 'summary',
  summaryTooLong: 'summary',
  categoryMissing: 'category',
  serviceClassMissing: 'serviceClasses',
  targetGroupMissing: 'targetGroups',
  areaMissing: 'municipalities',
  languageMissing: 'languages',
  deliveryModeMissing: 'deliveryModes',
  statutoryBasisMissing: 'statutoryBases',
  statutoryBasisNotInForce: 'statutoryBases',
  howToGetInMissing: 'howToGetIn',
  contactMissing: 'contact',
  substituteMissing: 'substituteContact',
  openOfferingMissing: 'offerings',
  addressNotProtected: 'offerings',
  dataRegimeMissing: 'dataRegime',
  swedishSummaryMissing: 'summary',
  descriptionShort: 'description',
  locationMissing: 'offerings',
  fundingMissing: 'fundingTypes',
  practicalitiesMissing: 'support',
  startInstructionsMissing: 'offerings',
} as const satisfies Record<PublishError | PublishWarning, keyof ServiceContent | 'offerings'>;

/** What the check needs to know of an offering. */
export interface CheckedOffering {
  status: OfferingStatus;
  endsOn: string | null;
  location: { addressVisibility: AddressVisibility } | null;
  startInstructions: Localized;
}

export interface PublishCheck {
  errors: PublishError[];
  warnings: PublishWarning[];
  /** Share of all points in order, 0–100: the ring on the form. */
  completeness: number;
}

interface Circumstances {
  /** Today in Helsinki, `YYYY-MM-DD`. */
  today: string;
  /** Whether any municipality of the area is bilingual or Swedish-speaking; nationwide is. */
  areaIsBilingual: boolean;
}

const written = (text: Localized): boolean => Boolean(text.fi?.trim() || text.sv?.trim());
const reachable = (contact: ServiceContent['contact']): boolean =>
  contact !== null && written(contact.role) && Boolean(contact.phone || contact.email);
const longest = (text: Localized): number =>
  Math.max(0, ...Object.values(text).map((value) => value?.length ?? 0));
const isOpen = (offering: CheckedOffering, today: string): boolean =>
  offering.status === 'open' && (offering.endsOn ?? '9999-12-31') >= today;

type Rules<Code extends string> = Record<
  Code,
  (content: ServiceContent, offerings: readonly CheckedOffering[], circumstances: Circumstances) => boolean
>;

/** Each holds when the finding is to be told. */
const errorRules: Rules<PublishError> = {
  titleMissing: (content) => !written(content.title),
  summaryMissing: (content) => !written(content.summary),
  summaryTooLong: (content) => longest(content.summary) > limits.summary,
  categoryMissing: (content) => content.category === null,
  serviceClassMissing: (content) => content.serviceClasses.length === 0,
  targetGroupMissing: (content) => content.targetGroups.length === 0,
  areaMissing: (content) => !content.nationwide && content.municipalities.length === 0,
  languageMissing: (content) => content.languages.length === 0,
  deliveryModeMissing: (content) => content.deliveryModes.length === 0,
  statutoryBasisMissing: (content) => content.statutoryBases.length === 0,
  statutoryBasisNotInForce: (content, _offerings, { today }) =>
    content.statutoryBases.some((code) => !findBasisInForce(code, today)),
  howToGetInMissing: (content) => !written(content.howToGetIn),
  contactMissing: (content) => !reachable(content.contact),
  substituteMissing: (content) => !reachable(content.substituteContact),
  openOfferingMissing: (content, offerings, { today }) =>
    !offerings.some((offering) => isOpen(offering, today)) && (content.noPlacesUntil ?? '') < today,
  addressNotProtected: (content, offerings) =>
    content.targetGroups.includes('violence_survivors') &&
    offerings.some((offering) => offering.location?.addressVisibility === 'public'),
  dataRegimeMissing: (content) => content.dataRegime === null,
};

const warningRules: Rules<PublishWarning> = {
  swedishSummaryMissing: (content, _offerings, { areaIsBilingual }) => areaIsBilingual && !content.summary.sv,
  descriptionShort: (content) => longest(content.description) < limits.descriptionAtLeast,
  locationMissing: (content, offerings, { today }) =>
    content.deliveryModes.includes('onsite') &&
    offerings.some((offering) => isOpen(offering, today)) &&
    !offerings.some((offering) => isOpen(offering, today) && offering.location),
  fundingMissing: (content) => content.fundingTypes.length === 0,
  practicalitiesMissing: (content) => content.support.length === 0 && content.accessibility.length === 0,
  startInstructionsMissing: (_content, offerings, { today }) =>
    offerings.some((offering) => isOpen(offering, today) && !written(offering.startInstructions)),
};

/** Judges whether a service can be published, and what would make it easier to find and to choose. */
export const publishCheck = (
  content: ServiceContent,
  offerings: readonly CheckedOffering[],
  circumstances: Circumstances,
): PublishCheck => {
  const errors = publishErrors.filter((code) => errorRules[code](content, offerings, circumstances));
  const warnings = publishWarnings.filter((code) => warningRules[code](content, offerings, circumstances));
  const points = publishErrors.length + publishWarnings.length;
  return {
    errors,
    warnings,
    completeness: Math.round((100 * (points - errors.length - warnings.length)) / points),
  };
};
