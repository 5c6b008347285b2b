import type { ServiceSearchView } from '@rinnalla/shared/catalogue/service-search';

/** What the engine took from the words of a query. */
export type Understood = ServiceSearchView['understood'][number];

/**
 * Beginnings of words by which a code of a closed list is understood in a query, in three languages. The words stay in
 * the search as well: this only shows the reader what was understood.
 */
export const queryTerms: readonly {
  kind: Understood['kind'];
  code: string;
  beginnings: readonly string[];
}[] = [
  { kind: 'category', code: 'workshop', beginnings: ['työpaj', 'paja', 'verkstad', 'workshop'] },
  {
    kind: 'category',
    code: 'rehabilitative_work',
    beginnings: ['kuntoutt', 'kuty', 'rehabiliter', 'rehabilitat'],
  },
  { kind: 'category', code: 'work_coaching', beginnings: ['työhönvalmen', 'arbetsträning', 'coaching'] },
  { kind: 'category', code: 'work_trial', beginnings: ['työkokeil', 'arbetspröv'] },
  { kind: 'category', code: 'pay_subsidy_job', beginnings: ['palkkatu', 'lönesubvention'] },
  { kind: 'category', code: 'micro_job', beginnings: ['miniduun', 'keikkatyö', 'minijobb'] },
  {
    kind: 'category',
    code: 'companion',
    beginnings: ['rinnallakulk', 'tukihenkilö', 'följeslag', 'companion'],
  },
  { kind: 'category', code: 'competence_credit', beginnings: ['opinnollist', 'studifier'] },
  { kind: 'category', code: 'digital_support', beginnings: ['digituk', 'digitalt stöd'] },
  { kind: 'category', code: 'green_care', beginnings: ['green'] },
  { kind: 'language', code: 'sv', beginnings: ['ruotsi', 'ruotsinkiel', 'svensk', 'swedish'] },
  { kind: 'language', code: 'en', beginnings: ['englanni', 'engelsk', 'english'] },
  { kind: 'language', code: 'ru', beginnings: ['venäjä', 'venäjänkiel', 'rysk', 'russian'] },
  { kind: 'language', code: 'uk', beginnings: ['ukraina', 'ukrainsk', 'ukrainian'] },
  { kind: 'language', code: 'ar', beginnings: ['arabia', 'arabisk', 'arabic'] },
  { kind: 'language', code: 'so', beginnings: ['somali'] },
  { kind: 'language', code: 'fa', beginnings: ['persia', 'farsi', 'persisk', 'persian'] },
  { kind: 'language', code: 'fse', beginnings: ['viittoma', 'teckenspråk', 'sign language'] },
  { kind: 'deliveryMode', code: 'remote', beginnings: ['etänä', 'etäyh', 'verkossa', 'distans', 'remote'] },
  { kind: 'deliveryMode', code: 'home', beginnings: ['kotiin', 'kotikäyn', 'hembesök'] },
  { kind: 'support', code: 'bus', beginnings: ['bussi', 'buss', 'joukkoliik'] },
  { kind: 'support', code: 'transport_pickup', beginnings: ['kyyti', 'kyydi', 'kuljetu', 'skjuts'] },
  { kind: 'support', code: 'childcare', beginnings: ['lastenhoi', 'lapsipark', 'barnpass', 'childcare'] },
  { kind: 'support', code: 'lunch', beginnings: ['lounas', 'lounaa', 'lunch'] },
  { kind: 'support', code: 'evening', beginnings: ['ilta', 'illa', 'illoin', 'kväll', 'evening'] },
  { kind: 'support', code: 'anonymous', beginnings: ['nimettöm', 'anonym'] },
  { kind: 'support', code: 'no_booking', beginnings: ['ajanvarau', 'tidsbok'] },
  { kind: 'support', code: 'outdoor', beginnings: ['ulkona', 'utomhus', 'outdoor'] },
];
