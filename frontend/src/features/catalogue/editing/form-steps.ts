import {
  fieldOfFinding,
  type PublishError,
  type PublishWarning,
} from '@rinnalla/shared/catalogue/publish-check';

/** Which field stands in which of the six steps; a field that is not named here belongs to the first. */
const stepFields: readonly (readonly string[])[] = [
  [
    'title',
    'alternativeTitle',
    'summary',
    'description',
    'category',
    'serviceClasses',
    'keywords',
    'outcomePromise',
  ],
  [
    'targetGroups',
    'lifeEvents',
    'ageMin',
    'ageMax',
    'eligibility',
    'notSuitableWhen',
    'languages',
    'interpretation',
    'easyLanguage',
  ],
  [
    'nationwide',
    'municipalities',
    'deliveryModes',
    'groupForm',
    'groupSizeMax',
    'intensity',
    'durationWeeksMin',
    'durationWeeksTypical',
    'durationWeeksMax',
    'support',
    'accessibility',
    'accessibilityText',
  ],
  [
    'referralMode',
    'howToGetIn',
    'statutoryBases',
    'dataRegime',
    'reportingDuty',
    'bindingPossible',
    'urgencyAccepted',
    'benefitsEffect',
    'fundingTypes',
    'clientFeeCents',
  ],
  ['contact', 'substituteContact', 'alert'],
  ['noPlacesUntil', 'offerings'],
];

export const stepCount = stepFields.length;

/** The step of a field by its path: `title.sv` stands in the first. */
export const stepOf = (path: string): number => {
  const [field = ''] = path.split('.');
  return Math.max(
    0,
    stepFields.findIndex((fields) => fields.includes(field)),
  );
};

export const stepOfFinding = (finding: PublishError | PublishWarning): number =>
  stepOf(fieldOfFinding[finding]);
