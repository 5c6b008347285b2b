import { act, renderHook } from '@testing-library/react';
import { useSteadyRows } from './steady-rows.js';

const steady = (rows: string[]) =>
  renderHook(({ fresh }: { fresh: string[] }) => useSteadyRows(fresh, (row) => row), {
    initialProps: { fresh: rows },
  });

describe('rows that others bring while one reads', () => {
  it('wait behind the bar when they would push what is being read, and come when asked for', () => {
    const { result, rerender } = steady(['b', 'c']);

    rerender({ fresh: ['a', 'b', 'c'] });

    expect(result.current.rows).toEqual(['b', 'c']);
    expect(result.current.newCount).toBe(1);
    act(() => result.current.showNew());
    expect(result.current.rows).toEqual(['a', 'b', 'c']);
    expect(result.current.newCount).toBe(0);
  });

  it('come at once below everything that is read, and into an empty list', () => {
    const { result, rerender } = steady([]);

    rerender({ fresh: ['a'] });
    rerender({ fresh: ['a', 'b'] });

    expect(result.current.rows).toEqual(['a', 'b']);
    expect(result.current.newCount).toBe(0);
  });

  it('leave when they are gone, and count as new if they come back', () => {
    const { result, rerender } = steady(['a', 'b']);

    rerender({ fresh: ['b'] });
    rerender({ fresh: ['a', 'b'] });

    expect(result.current.rows).toEqual(['b']);
    expect(result.current.newCount).toBe(1);
  });
});
