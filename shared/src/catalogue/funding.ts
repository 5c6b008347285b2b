import type { Term } from './vocabulary.js';
import { codeIn } from './vocabulary.js';

/**
 * Who keeps the register of the service's clients, and so what the sender must do first:
 * `assignment` = the association works for the authority (inform), `joint` = both (inform, and consent
 * to the part that is the association's own), `own` = the association's own register (consent).
 */
export const dataRegimes = [
  {
    code: 'assignment',
    label: {
      fi: 'Toimeksianto: kunnan rekisteri',
      sv: 'Uppdrag: kommunens register',
      en: 'Assignment: the authority’s register',
    },
  },
  { code: 'joint', label: { fi: 'Yhteinen rekisteri', sv: 'Gemensamt register', en: 'Joint register' } },
  {
    code: 'own',
    label: {
      fi: 'Järjestön oma rekisteri',
      sv: 'Organisationens eget register',
      en: 'The organisation’s own register',
    },
  },
] as const satisfies readonly Term[];
export type DataRegime = (typeof dataRegimes)[number]['code'];
export const dataRegimeCode = codeIn(dataRegimes);

interface FundingTerm extends Term {
  /** Referrals use up an agreement line only under these. */
  readonly hasAgreementLines: boolean;
  readonly dataRegime: DataRegime;
}

export const fundingTypes = [
  {
    code: 'purchase_framework',
    label: {
      fi: 'Ostopalvelu, puitesopimus',
      sv: 'Köptjänst, ramavtal',
      en: 'Purchased, framework agreement',
    },
    hasAgreementLines: true,
    dataRegime: 'assignment',
  },
  {
    code: 'purchase_direct',
    label: { fi: 'Ostopalvelu, suorahankinta', sv: 'Köptjänst, direktupphandling', en: 'Purchased directly' },
    hasAgreementLines: true,
    dataRegime: 'assignment',
  },
  {
    code: 'service_voucher',
    label: { fi: 'Palveluseteli', sv: 'Servicesedel', en: 'Service voucher' },
    hasAgreementLines: true,
    dataRegime: 'assignment',
  },
  {
    code: 'grant_municipal',
    label: { fi: 'Kunnan avustus', sv: 'Kommunalt bidrag', en: 'Municipal grant' },
    hasAgreementLines: false,
    dataRegime: 'own',
  },
  {
    code: 'grant_partnership',
    label: { fi: 'Kumppanuusavustus', sv: 'Partnerskapsbidrag', en: 'Partnership grant' },
    hasAgreementLines: false,
    dataRegime: 'own',
  },
  {
    code: 'stea',
    label: { fi: 'STEA-avustus', sv: 'STEA-bidrag', en: 'STEA grant' },
    hasAgreementLines: false,
    dataRegime: 'own',
  },
  {
    code: 'esf',
    label: { fi: 'Euroopan sosiaalirahasto', sv: 'Europeiska socialfonden', en: 'European Social Fund' },
    hasAgreementLines: false,
    dataRegime: 'own',
  },
  {
    code: 'wellbeing_county',
    label: { fi: 'Hyvinvointialue', sv: 'Välfärdsområde', en: 'Wellbeing services county' },
    hasAgreementLines: true,
    dataRegime: 'assignment',
  },
  {
    code: 'kela',
    label: { fi: 'Kela', sv: 'FPA', en: 'Kela' },
    hasAgreementLines: true,
    dataRegime: 'assignment',
  },
  {
    code: 'pay_subsidy',
    label: { fi: 'Palkkatuki', sv: 'Lönesubvention', en: 'Pay subsidy' },
    hasAgreementLines: false,
    dataRegime: 'own',
  },
  {
    code: 'parish',
    label: { fi: 'Seurakunta', sv: 'Församling', en: 'Parish' },
    hasAgreementLines: false,
    dataRegime: 'own',
  },
  {
    code: 'own',
    label: { fi: 'Oma rahoitus', sv: 'Egen finansiering', en: 'Own funds' },
    hasAgreementLines: false,
    dataRegime: 'own',
  },
  {
    code: 'mixed',
    label: { fi: 'Useita rahoittajia', sv: 'Flera finansiärer', en: 'Several funders' },
    hasAgreementLines: false,
    dataRegime: 'joint',
  },
] as const satisfies readonly FundingTerm[];
export type FundingType = (typeof fundingTypes)[number]['code'];
export const fundingTypeCode = codeIn(fundingTypes);

/** The register a service usually has by who pays for it; different ones together make it joint. */
export const usualDataRegimeOf = (funding: readonly FundingType[]): DataRegime | null => {
  const regimes = new Set(
    fundingTypes.filter((term) => funding.includes(term.code)).map((term) => term.dataRegime),
  );
  if (regimes.size > 1) return 'joint';
  return [...regimes][0] ?? null;
};

export const priceUnits = [
  { code: 'day', label: { fi: 'päivä', sv: 'dag', en: 'day' } },
  { code: 'half_day', label: { fi: 'puoli päivää', sv: 'halv dag', en: 'half day' } },
  { code: 'hour', label: { fi: 'tunti', sv: 'timme', en: 'hour' } },
  { code: 'month', label: { fi: 'kuukausi', sv: 'månad', en: 'month' } },
  { code: 'client', label: { fi: 'asiakas', sv: 'kund', en: 'client' } },
  { code: 'group', label: { fi: 'ryhmä', sv: 'grupp', en: 'group' } },
  { code: 'result', label: { fi: 'tulos', sv: 'resultat', en: 'result' } },
  { code: 'km', label: { fi: 'kilometri', sv: 'kilometer', en: 'kilometre' } },
] as const satisfies readonly Term[];
export const priceUnitCode = codeIn(priceUnits);

export const provisionTypes = [
  { code: 'selfProduced', label: { fi: 'Itse tuotettu', sv: 'Egenproducerad', en: 'Self-produced' } },
  { code: 'purchased', label: { fi: 'Ostopalvelu', sv: 'Köptjänst', en: 'Purchased' } },
  { code: 'voucher', label: { fi: 'Palveluseteli', sv: 'Servicesedel', en: 'Voucher' } },
  { code: 'other', label: { fi: 'Muu', sv: 'Annat', en: 'Other' } },
] as const satisfies readonly Term[];
export const provisionTypeCode = codeIn(provisionTypes);

export const reportingDuties = [
  { code: 'none', label: { fi: 'Ei raportointia', sv: 'Ingen rapportering', en: 'No reporting' } },
  { code: 'start_end', label: { fi: 'Alku ja loppu', sv: 'Början och slut', en: 'Start and end' } },
  { code: 'attendance', label: { fi: 'Läsnäolo', sv: 'Närvaro', en: 'Attendance' } },
  { code: 'monthly', label: { fi: 'Kuukausittain', sv: 'Varje månad', en: 'Monthly' } },
  {
    code: 'full',
    label: { fi: 'Läsnäolo ja väliarviot', sv: 'Närvaro och delutvärderingar', en: 'Attendance and reviews' },
  },
] as const satisfies readonly Term[];
export const reportingDutyCode = codeIn(reportingDuties);
