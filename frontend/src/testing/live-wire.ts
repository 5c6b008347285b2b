import type { SocketAnswer } from '@rinnalla/shared/contract/define-socket-event';
import type { Wire } from '../platform/realtime.js';

/** The live connection of a component test: says what the test tells it to, remembers what was asked. */
export class LiveWire implements Wire {
  connected = false;
  readonly asked: { event: string; payload: unknown }[] = [];
  answer: (event: string, payload: unknown) => SocketAnswer<unknown> = () => ({ ok: true, value: {} });
  private readonly handlers = new Map<string, ((...args: unknown[]) => void)[]>();
  private readonly everything: ((event: string, ...args: unknown[]) => void)[] = [];

  readonly on = (event: string, handler: (...args: unknown[]) => void): void => {
    this.handlers.set(event, [...(this.handlers.get(event) ?? []), handler]);
  };
  readonly onAny = (handler: (event: string, ...args: unknown[]) => void): void => {
    this.everything.push(handler);
  };
  readonly emitWithAck = (event: string, ...payload: unknown[]): Promise<unknown> => {
    this.asked.push({ event, payload: payload[0] });
    return Promise.resolve(this.answer(event, payload[0]));
  };
  readonly close = (): void => this.lose();

  connect(): void {
    this.connected = true;
    for (const handler of this.handlers.get('connect') ?? []) handler();
  }
  lose(): void {
    this.connected = false;
    for (const handler of this.handlers.get('disconnect') ?? []) handler('transport close');
  }
  /** The server tells something. */
  says(event: string, payload: unknown): void {
    for (const handler of this.everything) handler(event, payload);
  }
}
