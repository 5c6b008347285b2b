import type { Term } from './vocabulary.js';
import { codeIn } from './vocabulary.js';

export const deliveryModes = [
  { code: 'onsite', label: { fi: 'Paikan päällä', sv: 'På plats', en: 'On site' } },
  { code: 'remote', label: { fi: 'Etänä', sv: 'På distans', en: 'Remote' } },
  { code: 'home', label: { fi: 'Kotona', sv: 'Hemma', en: 'At home' } },
  {
    code: 'outreach',
    label: { fi: 'Työntekijä tulee luokse', sv: 'Medarbetaren kommer till dig', en: 'A worker comes to you' },
  },
  {
    code: 'hybrid',
    label: {
      fi: 'Sekä paikan päällä että etänä',
      sv: 'Både på plats och på distans',
      en: 'Both on site and remote',
    },
  },
] as const satisfies readonly Term[];
export type DeliveryMode = (typeof deliveryModes)[number]['code'];
export const deliveryModeCode = codeIn(deliveryModes);

/** ISO 639-1 or -3. An interpreter is not a service language: see `interpretationModes`. */
export const serviceLanguages = [
  { code: 'fi', label: { fi: 'suomi', sv: 'finska', en: 'Finnish' } },
  { code: 'sv', label: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' } },
  { code: 'en', label: { fi: 'englanti', sv: 'engelska', en: 'English' } },
  { code: 'ru', label: { fi: 'venäjä', sv: 'ryska', en: 'Russian' } },
  { code: 'uk', label: { fi: 'ukraina', sv: 'ukrainska', en: 'Ukrainian' } },
  { code: 'ar', label: { fi: 'arabia', sv: 'arabiska', en: 'Arabic' } },
  { code: 'so', label: { fi: 'somali', sv: 'somaliska', en: 'Somali' } },
  { code: 'fa', label: { fi: 'persia', sv: 'persiska', en: 'Persian' } },
  { code: 'prs', label: { fi: 'dari', sv: 'dari', en: 'Dari' } },
  { code: 'ku', label: { fi: 'kurdi', sv: 'kurdiska', en: 'Kurdish' } },
  { code: 'et', label: { fi: 'viro', sv: 'estniska', en: 'Estonian' } },
  { code: 'vi', label: { fi: 'vietnam', sv: 'vietnamesiska', en: 'Vietnamese' } },
  { code: 'th', label: { fi: 'thai', sv: 'thai', en: 'Thai' } },
  { code: 'zh', label: { fi: 'kiina', sv: 'kinesiska', en: 'Chinese' } },
  { code: 'es', label: { fi: 'espanja', sv: 'spanska', en: 'Spanish' } },
  { code: 'fr', label: { fi: 'ranska', sv: 'franska', en: 'French' } },
  { code: 'tr', label: { fi: 'turkki', sv: 'turkiska', en: 'Turkish' } },
  { code: 'se', label: { fi: 'pohjoissaame', sv: 'nordsamiska', en: 'Northern Sámi' } },
  { code: 'smn', label: { fi: 'inarinsaame', sv: 'enaresamiska', en: 'Inari Sámi' } },
  { code: 'sms', label: { fi: 'koltansaame', sv: 'skoltsamiska', en: 'Skolt Sámi' } },
  { code: 'rom', label: { fi: 'romanikieli', sv: 'romani', en: 'Romani' } },
  {
    code: 'fse',
    label: { fi: 'suomalainen viittomakieli', sv: 'finskt teckenspråk', en: 'Finnish Sign Language' },
  },
  {
    code: 'fss',
    label: {
      fi: 'suomenruotsalainen viittomakieli',
      sv: 'finlandssvenskt teckenspråk',
      en: 'Finland-Swedish Sign Language',
    },
  },
] as const satisfies readonly Term[];
export type ServiceLanguage = (typeof serviceLanguages)[number]['code'];
export const serviceLanguageCode = codeIn(serviceLanguages);

export const languageLevels = [
  { code: 'native', label: { fi: 'äidinkielenä', sv: 'som modersmål', en: 'as a first language' } },
  { code: 'fluent', label: { fi: 'sujuvasti', sv: 'flytande', en: 'fluently' } },
  { code: 'basic', label: { fi: 'auttavasti', sv: 'hjälpligt', en: 'basically' } },
] as const satisfies readonly Term[];
export const languageLevelCode = codeIn(languageLevels);

export const interpretationModes = [
  { code: 'none', label: { fi: 'Ei tulkkausta', sv: 'Ingen tolkning', en: 'No interpretation' } },
  {
    code: 'on_request',
    label: { fi: 'Tulkki pyynnöstä', sv: 'Tolk på begäran', en: 'Interpreter on request' },
  },
  {
    code: 'included',
    label: { fi: 'Tulkkaus kuuluu palveluun', sv: 'Tolkning ingår', en: 'Interpretation included' },
  },
] as const satisfies readonly Term[];
export const interpretationModeCode = codeIn(interpretationModes);

export const accessibilityFeatures = [
  {
    code: 'step_free',
    label: { fi: 'Esteetön sisäänkäynti', sv: 'Tröskelfri ingång', en: 'Step-free entrance' },
  },
  { code: 'lift', label: { fi: 'Hissi', sv: 'Hiss', en: 'Lift' } },
  { code: 'accessible_wc', label: { fi: 'Esteetön WC', sv: 'Tillgänglig toalett', en: 'Accessible toilet' } },
  { code: 'hearing_loop', label: { fi: 'Induktiosilmukka', sv: 'Induktionsslinga', en: 'Hearing loop' } },
  { code: 'sign_language', label: { fi: 'Viittomakieli', sv: 'Teckenspråk', en: 'Sign language' } },
  { code: 'quiet_room', label: { fi: 'Hiljainen tila', sv: 'Tyst rum', en: 'Quiet room' } },
  { code: 'low_scent', label: { fi: 'Tuoksuton tila', sv: 'Doftfri miljö', en: 'Low-scent space' } },
  { code: 'seated_work', label: { fi: 'Työ istuen', sv: 'Sittande arbete', en: 'Seated work' } },
  {
    code: 'adjustable_desk',
    label: { fi: 'Säädettävä työpiste', sv: 'Justerbar arbetsplats', en: 'Adjustable desk' },
  },
  {
    code: 'written_instructions',
    label: { fi: 'Kirjalliset ohjeet', sv: 'Skriftliga anvisningar', en: 'Written instructions' },
  },
  {
    code: 'picture_instructions',
    label: { fi: 'Kuvaohjeet', sv: 'Bildanvisningar', en: 'Picture instructions' },
  },
  { code: 'easy_language', label: { fi: 'Selkokieli', sv: 'Lättläst språk', en: 'Easy language' } },
  {
    code: 'guide_dog_ok',
    label: { fi: 'Opaskoira tervetullut', sv: 'Ledarhund välkommen', en: 'Guide dogs welcome' },
  },
  {
    code: 'personal_assistant_ok',
    label: { fi: 'Avustaja tervetullut', sv: 'Assistent välkommen', en: 'Personal assistants welcome' },
  },
  {
    code: 'parking_accessible',
    label: { fi: 'Esteetön pysäköinti', sv: 'Tillgänglig parkering', en: 'Accessible parking' },
  },
  {
    code: 'gender_neutral_wc',
    label: { fi: 'Sukupuolineutraali WC', sv: 'Könsneutral toalett', en: 'Gender-neutral toilet' },
  },
  {
    code: 'safe_location',
    label: { fi: 'Turvallinen, suojattu paikka', sv: 'Trygg, skyddad plats', en: 'Safe, protected place' },
  },
] as const satisfies readonly Term[];
export const accessibilityFeatureCode = codeIn(accessibilityFeatures);

/** Practical help that decides whether a person can come at all. */
export const supportFeatures = [
  { code: 'transport_pickup', label: { fi: 'Kyyti kotoa', sv: 'Skjuts hemifrån', en: 'Pick-up from home' } },
  { code: 'bus', label: { fi: 'Bussilla pääsee', sv: 'Nås med buss', en: 'Reachable by bus' } },
  { code: 'taxi_reimbursed', label: { fi: 'Taksi korvataan', sv: 'Taxi ersätts', en: 'Taxi reimbursed' } },
  { code: 'childcare', label: { fi: 'Lastenhoito', sv: 'Barnpassning', en: 'Childcare' } },
  {
    code: 'stroller',
    label: { fi: 'Lastenvaunuilla pääsee', sv: 'Plats för barnvagn', en: 'Stroller friendly' },
  },
  { code: 'lunch', label: { fi: 'Lounas', sv: 'Lunch', en: 'Lunch' } },
  { code: 'breakfast', label: { fi: 'Aamupala', sv: 'Frukost', en: 'Breakfast' } },
  { code: 'work_clothes', label: { fi: 'Työvaatteet', sv: 'Arbetskläder', en: 'Work clothes' } },
  { code: 'device_loan', label: { fi: 'Laite lainaksi', sv: 'Utrustning till låns', en: 'Device on loan' } },
  { code: 'evening', label: { fi: 'Iltaisin', sv: 'Kvällstid', en: 'Evenings' } },
  { code: 'weekend', label: { fi: 'Viikonloppuisin', sv: 'Veckoslut', en: 'Weekends' } },
  { code: 'flexible_hours', label: { fi: 'Joustavat ajat', sv: 'Flexibla tider', en: 'Flexible hours' } },
  { code: 'no_booking', label: { fi: 'Ilman ajanvarausta', sv: 'Utan tidsbokning', en: 'No booking' } },
  { code: 'anonymous', label: { fi: 'Nimettömänä', sv: 'Anonymt', en: 'Anonymous' } },
  { code: 'home_visits', label: { fi: 'Kotikäynnit', sv: 'Hembesök', en: 'Home visits' } },
  {
    code: 'employer_visits',
    label: { fi: 'Työpaikkakäynnit', sv: 'Arbetsplatsbesök', en: 'Workplace visits' },
  },
  { code: 'mobile_unit', label: { fi: 'Liikkuva yksikkö', sv: 'Mobil enhet', en: 'Mobile unit' } },
  {
    code: 'pet_ok',
    label: { fi: 'Lemmikki voi tulla mukaan', sv: 'Husdjur får följa med', en: 'Pets welcome' },
  },
  {
    code: 'animals_present',
    label: { fi: 'Paikalla on eläimiä', sv: 'Djur på platsen', en: 'Animals present' },
  },
  { code: 'outdoor', label: { fi: 'Ulkona', sv: 'Utomhus', en: 'Outdoors' } },
  {
    code: 'phone_only',
    label: { fi: 'Hoituu puhelimella', sv: 'Går att sköta per telefon', en: 'Possible by phone' },
  },
] as const satisfies readonly Term[];
export type SupportFeature = (typeof supportFeatures)[number]['code'];
export const supportFeatureCode = codeIn(supportFeatures);

export const workCards = [
  { code: 'hygiene_passport', label: { fi: 'Hygieniapassi', sv: 'Hygienpass', en: 'Hygiene passport' } },
  {
    code: 'safety_card',
    label: { fi: 'Työturvallisuuskortti', sv: 'Arbetssäkerhetskort', en: 'Occupational safety card' },
  },
  { code: 'hot_work', label: { fi: 'Tulityökortti', sv: 'Heta arbeten-kort', en: 'Hot work card' } },
  { code: 'first_aid', label: { fi: 'Ensiapukortti', sv: 'Första hjälpen-kort', en: 'First aid card' } },
  { code: 'alcohol', label: { fi: 'Anniskelupassi', sv: 'Serveringspass', en: 'Alcohol serving passport' } },
  { code: 'forklift', label: { fi: 'Trukkikortti', sv: 'Truckkort', en: 'Forklift card' } },
] as const satisfies readonly Term[];
export const workCardCode = codeIn(workCards);

export const groupForms = [
  { code: 'individual', label: { fi: 'Yksilöllisesti', sv: 'Individuellt', en: 'Individually' } },
  { code: 'group', label: { fi: 'Ryhmässä', sv: 'I grupp', en: 'In a group' } },
  { code: 'both', label: { fi: 'Yksin ja ryhmässä', sv: 'Individuellt och i grupp', en: 'Both' } },
] as const satisfies readonly Term[];
export const groupFormCode = codeIn(groupForms);

export const referralModes = [
  { code: 'referral', label: { fi: 'Ohjattuna', sv: 'Genom hänvisning', en: 'By referral' } },
  { code: 'self', label: { fi: 'Itse hakeutuen', sv: 'På eget initiativ', en: 'On one’s own initiative' } },
  {
    code: 'both',
    label: {
      fi: 'Ohjattuna tai itse',
      sv: 'Genom hänvisning eller på eget initiativ',
      en: 'By referral or on one’s own',
    },
  },
] as const satisfies readonly Term[];
export const referralModeCode = codeIn(referralModes);
