import { Problem } from '@rinnalla/shared/kernel/problem';
import { type ComposerValues, draftContentOf, valuesOfClient } from './composer-values.js';
import { DraftSaver, type DraftState, type WriteDraft } from './draft-saver.js';

const contentWith = (given: Partial<ComposerValues>) => {
  const content = draftContentOf({
    ...valuesOfClient({ goal: '', needs: [] }, 'f0000000-0000-4000-8000-000000000007'),
    ...given,
  });
  if (typeof content === 'string') throw new Error(content);
  return content;
};
const hello = contentWith({ goal: 'Haluan jutella.' });
const more = contentWith({ goal: 'Haluan jutella jonkun kanssa.' });

const aSaver = (answers: (Problem | undefined)[] = []) => {
  const writes: { goal: string | undefined; version: number | undefined; key: string }[] = [];
  const states: DraftState[] = [];
  const write: WriteDraft = (content, draft, key) => {
    writes.push({ goal: content.goal, version: draft?.version, key });
    const answer = answers.shift();
    return answer ? Promise.reject(answer) : Promise.resolve({ id: 'd', version: (draft?.version ?? 0) + 1 });
  };
  return { writes, states, saver: new DraftSaver(write, (state) => states.push(state)) };
};

describe('a draft that saves itself', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is saved two seconds after the last change, over the version that the save before made', async () => {
    const { saver, writes } = aSaver();

    saver.change(hello);
    await jest.advanceTimersByTimeAsync(1_900);
    saver.change(more);
    await jest.advanceTimersByTimeAsync(1_900);
    expect(writes).toEqual([]);
    await jest.advanceTimersByTimeAsync(100);
    saver.change(hello);
    await jest.advanceTimersByTimeAsync(2_000);

    expect(writes.map(({ goal, version }) => [goal, version])).toEqual([
      ['Haluan jutella jonkun kanssa.', undefined],
      ['Haluan jutella.', 1],
    ]);
  });

  it('is created once although the answer to its creation was lost', async () => {
    const { saver, writes, states } = aSaver([new Problem('unavailable')]);

    saver.change(hello);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(states).toContain('offline');
    saver.change(more);
    await saver.flush();

    expect(writes.map(({ goal }) => goal)).toEqual([
      'Haluan jutella.',
      'Haluan jutella.',
      'Haluan jutella jonkun kanssa.',
    ]);
    expect(writes[0]?.key).toBe(writes[1]?.key);
    expect(writes[2]?.version).toBe(1);
  });

  it('stops at another window’s change until one says that this text stands', async () => {
    const { saver, writes, states } = aSaver([
      undefined,
      new Problem('changedMeanwhile', { details: { version: 7 } }),
    ]);
    saver.change(hello);
    await jest.advanceTimersByTimeAsync(2_000);

    saver.change(more);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(states.at(-1)).toBe('conflict');
    await saver.keepMine();

    expect(writes.at(-1)).toMatchObject({ goal: 'Haluan jutella jonkun kanssa.', version: 7 });
    expect(states.at(-1)).toBe('saved');
  });

  it('writes nothing when nothing differs from what is saved', async () => {
    const { saver, writes } = aSaver();
    saver.change(hello);
    await saver.flush();

    saver.change(hello);
    await jest.advanceTimersByTimeAsync(2_000);

    expect(writes).toHaveLength(1);
  });
});
