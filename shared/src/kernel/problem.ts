/**
 * The closed vocabulary of refusals. Every answer ≥ 400 carries one of these codes as
 * `application/problem+json` (RFC 9457); the browser translates the code, nobody parses the message.
 */
export const problemStatus = {
  invalidInput: 400,
  notSignedIn: 401,
  wrongCredentials: 401,
  foreignOrigin: 403,
  notAllowed: 403,
  confirmIdentity: 403,
  notFound: 404,
  changedMeanwhile: 409,
  wrongStatus: 409,
  idempotencyConflict: 409,
  alreadyExists: 409,
  noFreePlace: 409,
  tooLarge: 413,
  unprocessable: 422,
  tooManyRequests: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** One field's refusal: `path` as in the request (`body.goal`), `code` from the field vocabulary. */
export interface FieldProblem {
  path: string;
  code: FieldProblemCode;
  /** Numbers a translated sentence needs: a limit, a length. Never what was typed. */
  limit?: number;
}

export const fieldProblemCodes = [
  'required',
  'tooShort',
  'tooLong',
  'tooFew',
  'tooMany',
  'tooSmall',
  'tooLarge',
  'notANumber',
  'notADate',
  'notAnEmail',
  'notABusinessId',
  'notAPhone',
  'notInList',
  'unknownField',
  'endBeforeStart',
  'inThePast',
  'duplicate',
  'commonPassword',
  'guessablePassword',
  'invalid',
] as const;
export type FieldProblemCode = (typeof fieldProblemCodes)[number];

/** The body of every refusal. `details` are named values for a sentence, listed by the code that uses them. */
export interface ProblemBody {
  type: 'about:blank';
  title: string;
  status: number;
  code: ProblemCode;
  /** A finer, also closed, reason: a referral guard's name such as `consentMissing`. */
  reason?: string;
  fields?: FieldProblem[];
  details?: Record<string, string | number | boolean | null>;
  requestId?: string;
}

/** Thrown by rules and use cases on either side; the filter turns it into `ProblemBody`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: ProblemCode,
    readonly extra: Pick<ProblemBody, 'reason' | 'fields' | 'details'> = {},
  ) {
    super(extra.reason ? `${code}: ${extra.reason}` : code);
  }
  get status(): number {
    return problemStatus[this.code];
  }
}
