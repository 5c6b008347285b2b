import { isIdentityCode } from '@rinnalla/shared/kernel/identity-code';
import type { Principal } from './principals.js';

/**
 * Who may know of a canary. Of the provider: from which stage of the referral. What no circle names for somebody, they
 * must find in no channel at all.
 */
export type Circle =
  /** The sender's own case workers, and never the provider. */
  | 'sender'
  /** And the provider from sending on (workflow.md 2, staged disclosure). */
  | 'request'
  /** As `request`; of a client with a non-disclosure order from acceptance on. */
  | 'givenName'
  /** As `request`; of a client with a non-disclosure order it is kept nowhere. */
  | 'home'
  | 'promise'
  /** As `promise`, as long as the provider has a task that needs it. */
  | 'safeWay'
  /** As `safeWay`; the order covers it. */
  | 'reach'
  /** From the start, where the service's duty demands it. */
  | 'period'
  /** Both sides, from when it was said; the provider until its access ends. */
  | 'talk'
  /** The provider's own words to the sender. */
  | 'answer'
  | 'senderNotes'
  | 'providerNotes'
  /** What the provider keeps for itself. */
  | 'provider'
  /** Where the service meets: the provider's own, told to the sender on acceptance. */
  | 'place'
  /** Begun and not said: its writer alone. */
  | 'coachAlone'
  | 'workerAlone'
  /** Why a case was opened in an emergency: its opener, the handler and the data protection officer. */
  | 'emergency'
  /** Taken away from everybody. */
  | 'nobody';

/** Every field that is filled with a value that stands nowhere else, and who may know of it. */
export const circles = {
  firstName: 'givenName',
  surname: 'promise',
  language: 'request',
  birthYear: 'sender',
  identityCode: 'period',
  clientGoal: 'sender',
  home: 'home',
  nonDisclosureUntil: 'sender',
  phone: 'reach',
  email: 'reach',
  wishes: 'safeWay',
  consentUntil: 'sender',

  goal: 'request',
  background: 'request',
  agreed: 'request',
  contactWishes: 'request',
  startWish: 'request',
  planExtract: 'promise',
  urgencyReason: 'sender',
  registerReference: 'sender',
  registerPlan: 'sender',

  question: 'talk',
  answer: 'talk',
  secondQuestion: 'talk',
  secondAnswer: 'talk',
  waitNote: 'answer',
  waitWeeks: 'talk',
  declineNote: 'answer',
  withdrawNote: 'sender',
  acceptNote: 'answer',
  firstMeeting: 'answer',
  startNote: 'answer',
  finishNote: 'answer',
  reportNote: 'answer',
  approveNote: 'talk',

  coachMessage: 'talk',
  workerMessage: 'talk',
  editedFrom: 'talk',
  editedTo: 'talk',
  correctedTo: 'talk',
  removed: 'nobody',
  removedEdit: 'nobody',
  recalled: 'nobody',
  proposal: 'talk',
  proposedTime: 'talk',
  meetingAnswer: 'talk',
  agreement: 'talk',
  agreementAnswer: 'talk',
  agreementEnd: 'talk',
  documentRequest: 'talk',
  checklist: 'talk',
  documentAnswer: 'talk',
  documentName: 'talk',
  messageWithFile: 'talk',
  fileName: 'talk',
  fileContent: 'talk',
  unsentFileName: 'coachAlone',
  municipalNote: 'senderNotes',
  municipalFileName: 'senderNotes',
  municipalFileContent: 'senderNotes',
  associationNote: 'providerNotes',
  associationFileName: 'providerNotes',
  coachDraft: 'coachAlone',
  coachNotesDraft: 'coachAlone',
  workerDraft: 'workerAlone',
  templateName: 'provider',
  templateBody: 'provider',
  meetingPlace: 'place',
  explanation: 'emergency',
} as const satisfies Record<string, Circle>;
export type CanaryName = keyof typeof circles;

/** `said` is what is typed; `sought` is what is looked for, in small letters. */
export interface Canary {
  said: string;
  sought: string;
}
export type Canaries = Record<CanaryName, Canary>;

/** One word that no other field, case or language holds. */
const word = (tag: string, name: string): string => `kanaria${tag}${name}z`.toLowerCase();

/** Of one case. `tag` is a letter that no other case of the test has, `number` likewise from 0 to 9. */
export const canariesOf = (tag: string, number: number): Canaries => {
  const words = Object.fromEntries(
    Object.keys(circles).map((name) => {
      const sought = word(tag, name);
      return [name, { said: `Sana ${sought} kertoo, missä tämä luetaan.`, sought }];
    }),
  ) as Canaries;
  const single = (name: CanaryName, said = word(tag, name)): Canary => ({ said, sought: said.toLowerCase() });
  const inJson = (said: string, sought: string): Canary => ({ said, sought });
  return {
    ...words,
    firstName: single('firstName'),
    surname: single('surname'),
    language: inJson('qa' + tag.toLowerCase(), `"qa${tag.toLowerCase()}"`),
    birthYear: inJson('1937', '"birthyear":1937'),
    identityCode: single('identityCode', anIdentityCode(960 + number)),
    home: inJson('099', '"099"'),
    nonDisclosureUntil: single('nonDisclosureUntil', `2031-07-1${number}`),
    phone: single('phone', `+358 40 777 31${number}7`),
    email: single('email', `${word(tag, 'email')}@asiakas.example`),
    consentUntil: single('consentUntil', `2027-04-1${number}`),
    startWish: single('startWish', `2027-03-1${number}`),
    urgencyReason: inJson('violence', '"violence"'),
    waitWeeks: inJson('93', 'weeks":93'),
    firstMeeting: single('firstMeeting', `2026-11-26T10:1${number}:37.000Z`),
    proposedTime: single('proposedTime', `2026-12-01T11:2${number}:00.000Z`),
    fileName: single('fileName', `${word(tag, 'fileName')}.pdf`),
    unsentFileName: single('unsentFileName', `${word(tag, 'unsentFileName')}.pdf`),
    municipalFileName: single('municipalFileName', `${word(tag, 'municipalFileName')}.pdf`),
    associationFileName: single('associationFileName', `${word(tag, 'associationFileName')}.pdf`),
    registerReference: single('registerReference'),
    fileContent: single('fileContent'),
    municipalFileContent: single('municipalFileContent'),
    meetingPlace: single('meetingPlace', `${word(tag, 'meetingPlace')} 5`),
    templateName: single('templateName'),
  };
};

const anIdentityCode = (number: number): string => {
  const marks = '0123456789ABCDEFHJKLMNPRSTUVWXY';
  const code = `130737-${number}${marks[Number(`130737${number}`) % 31]}`;
  if (!isIdentityCode(code)) throw new Error(`${code} is no identity code.`);
  return code;
};

/**
 * Where the referral stands, as far as disclosure knows. `record`: the provider's access has ended before it promised a
 * place; `takenBack`: the client ended it later.
 */
export type Stage =
  | 'sent'
  | 'acknowledged'
  | 'waitlisted'
  | 'accepted'
  | 'started'
  | 'closing'
  | 'completed'
  | 'record'
  | 'takenBack';

const order: readonly Stage[] = [
  'sent',
  'acknowledged',
  'waitlisted',
  'accepted',
  'started',
  'closing',
  'completed',
];
const from = (stage: Stage, first: Stage): boolean =>
  stage !== 'record' && stage !== 'takenBack' && order.indexOf(stage) >= order.indexOf(first);

const providerMayKnow = (circle: Circle, stage: Stage, nonDisclosure: boolean): boolean => {
  switch (circle) {
    case 'request':
    case 'talk':
      return from(stage, 'sent');
    case 'givenName':
      return from(stage, nonDisclosure ? 'accepted' : 'sent');
    case 'home':
      return from(stage, 'sent') && !nonDisclosure;
    case 'promise':
      return from(stage, 'accepted');
    case 'safeWay':
      return from(stage, 'accepted') && stage !== 'completed';
    case 'reach':
      return from(stage, 'accepted') && stage !== 'completed' && !nonDisclosure;
    case 'period':
      return from(stage, 'started');
    case 'answer':
    case 'providerNotes':
    case 'provider':
    case 'place':
      return true;
    default:
      return false;
  }
};

const senderMayKnow = (circle: Circle, stage: Stage): boolean => {
  if (circle === 'place') return from(stage, 'accepted') || stage === 'takenBack';
  const never: readonly Circle[] = [
    'providerNotes',
    'provider',
    'coachAlone',
    'workerAlone',
    'emergency',
    'nobody',
  ];
  return !never.includes(circle);
};

/** The rule in the words of the specification, not of the product's own code. */
export const mayKnow = (
  principal: Principal,
  circle: Circle,
  stage: Stage,
  nonDisclosure: boolean,
): boolean => {
  switch (principal) {
    case 'coach':
      return senderMayKnow(circle, stage) || circle === 'coachAlone' || circle === 'emergency';
    case 'colleague':
      return senderMayKnow(circle, stage) && !nonDisclosure;
    case 'coordinator':
      return (senderMayKnow(circle, stage) && !nonDisclosure) || circle === 'emergency';
    case 'worker':
      return providerMayKnow(circle, stage, nonDisclosure) || circle === 'workerAlone';
    case 'manager':
      return providerMayKnow(circle, stage, nonDisclosure);
    case 'dpo':
      return circle === 'emergency';
    default:
      return false;
  }
};
