import type { CheckedOffering, PublishError, PublishWarning } from './publish-check.js';
import { fieldOfFinding, publishCheck, publishErrors, publishWarnings } from './publish-check.js';
import type { ServiceContent } from './service-content.js';
import { emptyServiceContent } from './service-content.js';

const today = '2026-11-24';
const circumstances = { today, areaIsBilingual: false };

const anOffering = (given: Partial<CheckedOffering> = {}): CheckedOffering => ({
  status: 'open',
  endsOn: null,
  location: { addressVisibility: 'public' },
  startInstructions: { fi: 'Tule pääovelle.' },
  ...given,
});

const aService = (given: Partial<ServiceContent> = {}): ServiceContent => ({
  ...emptyServiceContent(),
  title: { fi: 'Puupaja' },
  summary: { fi: 'Opit puutöitä ja työelämän rytmin.' },
  description: { fi: 'Puupajalla korjataan kalusteita. '.repeat(10) },
  howToGetIn: { fi: 'Soita valmentajalle.' },
  category: 'workshop',
  serviceClasses: ['P10.7'],
  targetGroups: ['long_term_unemployed'],
  statutoryBases: ['none'],
  dataRegime: 'assignment',
  languages: [{ code: 'fi', level: 'native' }],
  deliveryModes: ['onsite'],
  fundingTypes: ['purchase_direct'],
  municipalities: ['286'],
  support: ['lunch'],
  contact: { role: { fi: 'Valmentaja' }, name: null, phone: '040 000 0001', email: null },
  substituteContact: { role: { fi: 'Ohjaaja' }, name: null, phone: null, email: 'paja@paja.example' },
  ...given,
});

const errorsOf = (given: Partial<ServiceContent>, offerings = [anOffering()]): PublishError[] =>
  publishCheck(aService(given), offerings, circumstances).errors;
const warningsOf = (given: Partial<ServiceContent>, offerings = [anOffering()]): PublishWarning[] =>
  publishCheck(aService(given), offerings, circumstances).warnings;

describe('the publish check', () => {
  it('finds nothing in a whole service', () => {
    expect(publishCheck(aService(), [anOffering()], circumstances)).toEqual({
      errors: [],
      warnings: [],
      completeness: 100,
    });
  });

  it.each<[PublishError, Partial<ServiceContent>]>([
    ['titleMissing', { title: { en: 'Only in English' } }],
    ['summaryMissing', { summary: { fi: '  ' } }],
    ['summaryTooLong', { summary: { fi: 'Lyhyt.', sv: 'x'.repeat(151) } }],
    ['categoryMissing', { category: null }],
    ['serviceClassMissing', { serviceClasses: [] }],
    ['targetGroupMissing', { targetGroups: [] }],
    ['areaMissing', { municipalities: [] }],
    ['languageMissing', { languages: [] }],
    ['deliveryModeMissing', { deliveryModes: [] }],
    ['statutoryBasisMissing', { statutoryBases: [] }],
    ['statutoryBasisNotInForce', { statutoryBases: ['none', 'kokeilu'] }],
    ['howToGetInMissing', { howToGetIn: {} }],
    ['contactMissing', { contact: null }],
    ['substituteMissing', { substituteContact: null }],
    ['dataRegimeMissing', { dataRegime: null }],
  ])('tells %s alone', (error, given) => {
    expect(errorsOf(given)).toEqual([error]);
  });

  it('tells everything at once, in the order of the form', () => {
    const { errors } = publishCheck(emptyServiceContent(), [], circumstances);

    expect(errors).toEqual(
      publishErrors.filter(
        (code) => !['summaryTooLong', 'statutoryBasisNotInForce', 'addressNotProtected'].includes(code),
      ),
    );
  });

  it('takes 150 characters of summary and no more', () => {
    expect(errorsOf({ summary: { fi: 'x'.repeat(150) } })).toEqual([]);
  });

  it('asks for no municipality of a nationwide service', () => {
    expect(errorsOf({ municipalities: [], nationwide: true })).toEqual([]);
  });

  it.each(['contact', 'substituteContact'] as const)('wants a role and a way to reach the %s', (field) => {
    const error = field === 'contact' ? 'contactMissing' : 'substituteMissing';

    expect(
      errorsOf({ [field]: { role: { fi: 'Ohjaaja' }, name: 'Outi', phone: null, email: null } }),
    ).toEqual([error]);
    expect(errorsOf({ [field]: { role: {}, name: 'Outi', phone: '040 000 0002', email: null } })).toEqual([
      error,
    ]);
  });

  it('judges a statutory basis by the day', () => {
    const during = publishCheck(aService({ statutoryBases: ['kokeilu'] }), [anOffering()], {
      ...circumstances,
      today: '2024-12-31',
    });

    expect(during.errors).toEqual([]);
  });

  it.each<[string, CheckedOffering[]]>([
    ['there is no offering', []],
    ['it is only planned', [anOffering({ status: 'planned' })]],
    ['it is cancelled', [anOffering({ status: 'cancelled' })]],
    ['it ended yesterday', [anOffering({ endsOn: '2026-11-23' })]],
  ])('wants an open offering when %s', (_case, offerings) => {
    expect(errorsOf({}, offerings)).toEqual(['openOfferingMissing']);
  });

  it('takes a day for “no places now” instead of an open offering, until the day has passed', () => {
    expect(errorsOf({ noPlacesUntil: today }, [])).toEqual([]);
    expect(errorsOf({ noPlacesUntil: '2026-11-23' }, [])).toEqual(['openOfferingMissing']);
  });

  it('takes an offering that ends today', () => {
    expect(errorsOf({}, [anOffering({ endsOn: today })])).toEqual([]);
  });

  it('never shows everybody the address of a service for people who have met violence', () => {
    const given: Partial<ServiceContent> = { targetGroups: ['women', 'violence_survivors'] };

    expect(errorsOf(given)).toEqual(['addressNotProtected']);
    expect(errorsOf(given, [anOffering({ location: { addressVisibility: 'on_acceptance' } })])).toEqual([]);
    expect(errorsOf(given, [anOffering({ location: null })])).toEqual([]);
  });

  it.each<[PublishWarning, Partial<ServiceContent>, CheckedOffering[]]>([
    ['descriptionShort', { description: { fi: 'Liian lyhyt.' } }, [anOffering()]],
    ['locationMissing', {}, [anOffering({ location: null })]],
    ['fundingMissing', { fundingTypes: [] }, [anOffering()]],
    ['practicalitiesMissing', { support: [], accessibility: [] }, [anOffering()]],
    ['startInstructionsMissing', {}, [anOffering({ startInstructions: {} })]],
  ])('warns of %s and lets publish', (warning, given, offerings) => {
    expect(warningsOf(given, offerings)).toEqual([warning]);
    expect(errorsOf(given, offerings)).toEqual([]);
  });

  it('warns of a missing Swedish summary only where Swedish is spoken', () => {
    const inBilingualArea = (given: Partial<ServiceContent>) =>
      publishCheck(aService(given), [anOffering()], { ...circumstances, areaIsBilingual: true }).warnings;

    expect(inBilingualArea({})).toEqual(['swedishSummaryMissing']);
    expect(inBilingualArea({ summary: { fi: 'Paja.', sv: 'Verkstad.' } })).toEqual([]);
    expect(warningsOf({})).toEqual([]);
  });

  it('asks for no place of a remote service, nor of one without an open offering', () => {
    expect(warningsOf({ deliveryModes: ['remote'] }, [anOffering({ location: null })])).toEqual([]);
    expect(
      warningsOf({ noPlacesUntil: today }, [
        anOffering({ status: 'ended', location: null, startInstructions: {} }),
      ]),
    ).toEqual([]);
  });

  it('fills the ring as the points are put in order', () => {
    const empty = publishCheck(emptyServiceContent(), [], circumstances).completeness;
    const nearly = publishCheck(aService({ fundingTypes: [] }), [anOffering()], circumstances).completeness;

    expect(empty).toBeLessThan(nearly);
    expect(nearly).toBe(96);
  });

  it('leads each finding to a field of the form', () => {
    const fields = new Set([...Object.keys(emptyServiceContent()), 'offerings']);

    expect(
      [...publishErrors, ...publishWarnings].filter((code) => !fields.has(fieldOfFinding[code])),
    ).toEqual([]);
  });
});
