import { PacedTelling } from './paced-telling.js';

const aTelling = () => {
  const told: string[][] = [];
  const wakes: (() => void)[] = [];
  const telling = new PacedTelling(
    (work) => wakes.push(work),
    (rooms) => told.push(rooms),
  );
  const wake = (): void => wakes.splice(0).forEach((work) => work());
  return { telling, told, wakes, wake };
};

describe('notices at a pace', () => {
  it('come at once, and once more for all that came meanwhile', () => {
    const { telling, told, wake } = aTelling();

    for (let message = 0; message < 50; message++) telling.tell(['office']);
    expect(told).toEqual([['office']]);
    wake();

    expect(told).toEqual([['office'], ['office']]);
  });

  it('come no more when nothing has come meanwhile', () => {
    const { telling, told, wakes, wake } = aTelling();
    telling.tell(['office']);
    wake();
    wake();

    expect([told, wakes]).toEqual([[['office']], []]);
  });

  it('come at once to a room that has been quiet, whatever goes on in another', () => {
    const { telling, told } = aTelling();
    telling.tell(['office']);
    telling.tell(['office', 'pekka']);

    expect(told).toEqual([['office'], ['pekka']]);
  });
});
