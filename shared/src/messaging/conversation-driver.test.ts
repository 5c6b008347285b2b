import { Problem } from '../kernel/problem.js';
import type { EntryView, Sender } from './conversation-entry.js';
import { ConversationDriver } from './conversation-driver.js';

const pekka: Sender = { personId: 'pekka', name: 'Pekka Salmi', organizationId: 'salmenpaa' };
const message = (seq: number, sender = pekka, clientMessageId = `id-${seq}`): EntryView => ({
  seq,
  at: '2026-11-24T06:00:00.000Z',
  kind: 'message',
  sender,
  clientMessageId,
  body: `viesti ${seq}`,
});

/** A driver over a server whose every answer the test gives by hand, and a clock that it moves. */
const aDriver = () => {
  const log: EntryView[] = [];
  const asked: string[] = [];
  const waits: number[] = [];
  const wakes: (() => void)[] = [];
  const fails = new Map<string, Problem>();
  const ask = async (what: string): Promise<void> => {
    asked.push(what);
    await Promise.resolve();
    const problem = fails.get(what.split(' ')[0] ?? '');
    if (problem) throw problem;
  };
  const driver = new ConversationDriver(
    {
      watch: async () => {
        await ask('watch');
        return { lastSeq: log.length };
      },
      unwatch: () => void asked.push('unwatch'),
      fetchEntries: async (since) => {
        await ask(`fetch ${since}`);
        return { entries: log.slice(since, since + 2), more: log.length > since + 2 };
      },
      send: async ({ clientMessageId, body }) => {
        await ask(`send ${clientMessageId}`);
        log.push({
          ...message(log.length + 1, { ...pekka, personId: 'sanna' }, clientMessageId),
          body,
        } as EntryView);
        return { seq: log.length };
      },
      markRead: async (upTo) => {
        await ask(`read ${upTo}`);
        return { lastReadSeq: upTo };
      },
      later: (ms, work) => {
        waits.push(ms);
        wakes.push(work);
        return () => wakes.splice(wakes.indexOf(work), 1);
      },
      chance: () => 1,
    },
    'sanna',
    0,
  );
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 100; turns++) await Promise.resolve();
  };
  const wake = async (): Promise<void> => {
    for (const work of wakes.splice(0)) work();
    await settle();
  };
  const seqs = (): number[] => driver.getSnapshot().conversation.lines.map((line) => line.seq);
  return { driver, log, asked, waits, fails, settle, wake, seqs };
};

/** Its own message is acknowledged, and not pushed yet. */
const aDriverThatWrote = async () => {
  const one = aDriver();
  const leave = one.driver.open();
  await one.settle();
  one.driver.write('a', 'oma');
  await one.settle();
  return { ...one, leave };
};

describe('what carries a conversation between state and network', () => {
  it('watches first, then fetches page by page', async () => {
    const { driver, log, asked, settle, seqs } = aDriver();
    log.push(message(1), message(2), message(3));

    driver.open();
    await settle();

    expect(asked).toEqual(['watch', 'fetch 0', 'fetch 2']);
    expect(seqs()).toEqual([1, 2, 3]);
  });

  it('watches again after a moment’s absence, and fetches only when something came meanwhile', async () => {
    const { driver, log, asked, settle, seqs } = aDriver();
    log.push(message(1));
    driver.open();
    await settle();
    asked.splice(0);

    driver.connected();
    await settle();
    expect(asked).toEqual(['watch']);

    log.push(message(2));
    driver.connected();
    await settle();
    expect(asked).toEqual(['watch', 'watch', 'fetch 1']);
    expect(seqs()).toEqual([1, 2]);
  });

  it('fetches what there is while nobody answers that one watches', async () => {
    const { driver, log, asked, fails, settle, seqs } = aDriver();
    driver.open();
    await settle();
    fails.set('watch', new Problem('unavailable'));
    log.push(message(1));
    asked.splice(0);

    driver.connected();
    await settle();

    expect(asked).toEqual(['watch', 'fetch 0']);
    expect(seqs()).toEqual([1]);
  });

  it('asks again to watch when that had no answer, though all could be read', async () => {
    const { driver, log, asked, waits, fails, settle, wake, seqs } = aDriver();
    fails.set('watch', new Problem('unavailable'));
    driver.open();
    await settle();
    log.push(message(1));
    fails.clear();

    await wake();

    expect(asked).toEqual(['watch', 'fetch 0', 'watch', 'fetch 0']);
    expect([waits, seqs()]).toEqual([[500], [1]]);
  });

  it('sends in order, one in flight, and holds those behind one without an answer until it is there', async () => {
    const { driver, asked, fails, log, waits, settle, wake } = aDriver();
    fails.set('send', new Problem('unavailable', { reason: 'network' }));
    driver.write('a', 'ensin');
    driver.write('b', 'sitten');
    await settle();
    await wake();
    const whileDown = [...asked];
    fails.clear();
    await wake();

    expect(whileDown).toEqual(['send a', 'send a']);
    expect(waits.slice(0, 2)).toEqual([500, 1_000]);
    expect(log.map((entry) => entry.kind === 'message' && entry.clientMessageId)).toEqual(['a', 'b']);
    expect(driver.hasUnsent).toBe(false);
  });

  it('does not ask a server that does not answer the sooner for what is written meanwhile', async () => {
    const { driver, asked, waits, fails, settle } = aDriver();
    fails.set('send', new Problem('unavailable'));
    for (const id of ['a', 'b', 'c']) {
      driver.write(id, 'teksti');
      await settle();
    }

    expect(asked).toEqual(['send a']);
    expect(waits).toEqual([500]);

    fails.clear();
    driver.connected();
    await settle();
    expect(asked.filter((what) => what.startsWith('send'))).toEqual(['send a', 'send a', 'send b', 'send c']);
  });

  it('shows a refusal, holds those behind it, and sends them when the writer takes it back', async () => {
    const { driver, fails, asked, waits, settle } = aDriver();
    fails.set('send', new Problem('wrongStatus'));
    driver.write('a', 'ensin');
    driver.write('b', 'sitten');
    await settle();
    fails.clear();

    const text = driver.takeBack('a');
    await settle();

    expect(text).toBe('ensin');
    // What was refused is not tried again by itself.
    expect(waits).toEqual([]);
    expect(asked.filter((what) => what.startsWith('send'))).toEqual(['send a', 'send b']);
  });

  it('applies nothing after the right to read has ended', async () => {
    const { driver, log, settle, seqs } = aDriver();
    log.push(message(1));
    driver.open();
    driver.close();
    await settle();
    driver.heard(message(1));

    expect(seqs()).toEqual([]);
    expect(driver.getSnapshot().phase).toBe('closed');
  });

  it('fetches what lies before an entry that came too early, when a second has not brought it', async () => {
    const { driver, log, asked, waits, settle, wake, seqs } = aDriver();
    driver.open();
    await settle();
    log.push(message(1), message(2));

    driver.heard(message(2));
    await settle();
    expect([asked, waits]).toEqual([['watch', 'fetch 0'], [1_000]]);
    await wake();

    expect(asked.at(-1)).toBe('fetch 0');
    expect(seqs()).toEqual([1, 2]);
  });

  it('fetches nothing for an acknowledgement whose message is pushed behind it', async () => {
    const { driver, log, asked, wake, seqs } = await aDriverThatWrote();

    driver.heard(log[0]!);
    await wake();

    expect(asked).toEqual(['watch', 'fetch 0', 'send a']);
    expect(seqs()).toEqual([1]);
  });

  it('waits once for each push: what was heard of while it waited has its own second', async () => {
    const { driver, log, asked, settle, wake, seqs } = await aDriverThatWrote();
    driver.heard(log[0]!);
    driver.write('b', 'toinen');
    await settle();

    await wake();
    expect(asked.filter((what) => what.startsWith('fetch'))).toEqual(['fetch 0']);
    await wake();

    expect(asked.at(-1)).toBe('fetch 1');
    expect(seqs()).toEqual([1, 2]);
  });

  it('fetches nothing, and watches nothing, for a reader who has left while it waited', async () => {
    const { asked, leave, wake } = await aDriverThatWrote();
    leave();
    await wake();

    expect(asked).toEqual(['watch', 'fetch 0', 'send a', 'unwatch']);
  });

  it('sends on after the reader has left, and reads what it lacks when they are back', async () => {
    const { driver, asked, settle, wake, seqs } = aDriver();
    const leave = driver.open();
    await settle();
    leave();
    driver.write('a', 'oma');
    await settle();
    await wake();
    expect(asked).toEqual(['watch', 'fetch 0', 'unwatch', 'send a']);

    driver.open();
    await settle();

    expect(asked.slice(-2)).toEqual(['watch', 'fetch 0']);
    expect(seqs()).toEqual([1]);
  });

  it('marks what is seen while an earlier mark is on its way', async () => {
    const { driver, log, asked, settle } = aDriver();
    log.push(message(1));
    driver.open();
    await settle();

    driver.seen();
    log.push(message(2));
    driver.heard(message(2));
    driver.seen();
    await settle();

    expect(asked.filter((what) => what.startsWith('read'))).toEqual(['read 1', 'read 2']);
    expect(driver.getSnapshot().conversation.lastReadSeq).toBe(2);
  });

  it('marks again what had no answer, with pauses, though nothing new comes into sight', async () => {
    const { driver, log, asked, waits, fails, settle, wake } = aDriver();
    log.push(message(1));
    driver.open();
    await settle();
    fails.set('read', new Problem('unavailable', { reason: 'network' }));
    driver.seen();
    await settle();
    await wake();
    fails.clear();
    await wake();

    expect(asked.filter((what) => what.startsWith('read'))).toEqual(['read 1', 'read 1', 'read 1']);
    expect(waits).toEqual([500, 1_000]);
    expect(driver.getSnapshot().conversation.lastReadSeq).toBe(1);
  });

  it('marks nothing after the reader has kept it unread', async () => {
    const { driver, log, asked, fails, settle, wake } = aDriver();
    log.push(message(1));
    driver.open();
    await settle();
    fails.set('read', new Problem('unavailable', { reason: 'network' }));
    driver.seen();
    await settle();
    driver.unreadMarked(0);
    await wake();
    driver.connected();
    await settle();

    expect(asked.filter((what) => what.startsWith('read'))).toEqual(['read 1']);
  });
});
