import { ComeBack } from './come-back.js';

/** A socket that is told things, and a clock that only remembers what it should wake. */
const aSocket = () => {
  const handlers = new Map<string, (...args: unknown[]) => void>();
  const waits: number[] = [];
  const wakes: (() => void)[] = [];
  let connects = 0;
  const socket = {
    active: false,
    on: (event: string, handler: (...args: unknown[]) => void) => handlers.set(event, handler),
    connect: () => (connects += 1),
  };
  const comeBack = new ComeBack(socket, {
    chance: () => 1,
    later: (ms, work) => {
      waits.push(ms);
      wakes.push(work);
      return () => wakes.splice(wakes.indexOf(work), 1);
    },
  });
  const hears = (event: string, given?: unknown): void => handlers.get(event)?.(given);
  return {
    socket,
    comeBack,
    waits,
    hears,
    wake: () => wakes.splice(0).forEach((work) => work()),
    connects: () => connects,
  };
};

describe('a socket that comes back', () => {
  it('comes back by itself when the server closed it', () => {
    const { hears, wake, waits, connects } = aSocket();

    hears('disconnect', 'io server disconnect');
    wake();

    expect([waits, connects()]).toEqual([[500], 1]);
  });

  it('comes back when a stopping server says so, and asks again with growing pauses while the door cannot answer', () => {
    const { hears, wake, waits } = aSocket();

    hears('serverClosing', { reconnectAfterMs: 1_234 });
    hears('disconnect', 'io server disconnect');
    for (let refusals = 0; refusals < 3; refusals++) {
      wake();
      hears('connect_error', new Error('unavailable'));
    }

    expect(waits).toEqual([1_234, 500, 1_000, 2_000]);
  });

  it('leaves a lost network to the library, and a person without a session outside', () => {
    const { socket, hears, waits } = aSocket();

    hears('disconnect', 'transport close');
    hears('connect_error', new Error('notSignedIn'));
    socket.active = true;
    hears('connect_error', new Error('websocket error'));

    expect(waits).toEqual([]);
  });

  it('comes back to a replaced tab only when it is looked at', () => {
    const { comeBack, hears, waits, connects } = aSocket();

    hears('socketReplaced', {});
    hears('disconnect', 'io server disconnect');
    comeBack.looked();
    comeBack.looked();

    expect([waits, connects()]).toEqual([[], 1]);
  });

  it('stays away when the person has left', () => {
    const { comeBack, hears, wake, connects } = aSocket();

    hears('disconnect', 'io server disconnect');
    comeBack.stop();
    wake();

    expect(connects()).toBe(0);
  });
});
