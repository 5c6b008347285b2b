import type { ProblemCode } from '../kernel/problem.js';
import type { MessageParts } from './message-parts.js';

/** An own message between the keyboard and the log. Lives in memory only. */
export interface Echo {
  /** Made by the sender, once per message: the same for every try. */
  clientMessageId: string;
  body: string;
  /** What goes with the words: the same for every try too. */
  parts?: MessageParts;
  /** `sent`: acknowledged with a number, its entry not here yet. `notSent`: waits for the writer's decision. */
  state: 'waiting' | 'sending' | 'sent' | 'notSent';
  /** Why it was not sent. */
  code?: ProblemCode;
  reason?: string;
}

export type OutboxAction =
  | { type: 'messageWritten'; clientMessageId: string; body: string; parts?: MessageParts }
  | { type: 'sendStarted'; clientMessageId: string }
  | { type: 'sendAccepted'; clientMessageId: string; seq: number }
  /** No answer came, or one that time may cure: it waits in its place and is tried again under the same id. */
  | { type: 'sendPostponed'; clientMessageId: string }
  | { type: 'sendRefused'; clientMessageId: string; code: ProblemCode; reason?: string }
  | { type: 'retryAsked'; clientMessageId: string }
  /** The writer takes it back, into the box or away. */
  | { type: 'echoTaken'; clientMessageId: string };

/** What its writer gave, without what became of it. */
const written = ({
  clientMessageId,
  body,
  parts,
}: Pick<Echo, 'clientMessageId' | 'body' | 'parts'>): Pick<Echo, 'clientMessageId' | 'body' | 'parts'> =>
  parts ? { clientMessageId, body, parts } : { clientMessageId, body };

export const stepOutbox = (echoes: readonly Echo[], action: OutboxAction): readonly Echo[] => {
  const { clientMessageId } = action;
  const put = (change: Pick<Echo, 'state'> & Partial<Echo>): readonly Echo[] =>
    echoes.map((echo) => (echo.clientMessageId === clientMessageId ? { ...written(echo), ...change } : echo));
  switch (action.type) {
    case 'messageWritten':
      return echoes.some((echo) => echo.clientMessageId === clientMessageId)
        ? echoes
        : [...echoes, { ...written(action), state: 'waiting' }];
    case 'sendStarted':
      return put({ state: 'sending' });
    case 'sendAccepted':
      return put({ state: 'sent' });
    case 'sendPostponed':
    case 'retryAsked':
      return put({ state: 'waiting' });
    case 'sendRefused':
      return put({
        state: 'notSent',
        code: action.code,
        ...(action.reason ? { reason: action.reason } : {}),
      });
    case 'echoTaken':
      return echoes.filter((echo) => echo.clientMessageId !== clientMessageId);
  }
};

/** The next one to send: one at a time, in the order of writing; a failed one holds those behind it. */
export const nextToSend = (echoes: readonly Echo[]): Echo | undefined => {
  const first = echoes.find((echo) => echo.state !== 'sent');
  return first?.state === 'waiting' ? first : undefined;
};

/** Written but not acknowledged: shown as not sent, and a reason to warn before the tab closes. */
export const unsentOf = (echoes: readonly Echo[]): readonly Echo[] =>
  echoes.filter((echo) => echo.state !== 'sent');
