import { byteLengthOf, isCorrection, mayRecall, messageBody, recallWindowMs } from './message-rules.js';

describe('a message', () => {
  it('is measured in bytes, as the wire and the table measure it', () => {
    expect(['a', 'ä', '€', '🙂'].map(byteLengthOf)).toEqual([1, 2, 3, 4]);
    expect(messageBody.safeParse('ä'.repeat(4_096)).success).toBe(true);
    expect(messageBody.safeParse('ä'.repeat(4_097)).error?.issues[0]?.message).toBe('tooLong');
  });

  it('is words, without the null character', () => {
    expect(messageBody.safeParse('  \n ').success).toBe(false);
    expect(messageBody.safeParse('a\0b').success).toBe(false);
    expect(messageBody.parse(' hei ')).toBe('hei');
  });

  it('is edited in place for five minutes', () => {
    const sentAt = new Date('2026-11-24T06:00:00Z');

    expect(isCorrection(sentAt, new Date('2026-11-24T06:05:00Z'))).toBe(false);
    expect(isCorrection(sentAt, new Date('2026-11-24T06:05:00.001Z'))).toBe(true);
  });

  it('is taken back while its time for that lasts', () => {
    const sentAt = new Date('2026-11-24T06:00:00Z');
    const after = (ms: number) => new Date(sentAt.getTime() + ms);

    expect(mayRecall(sentAt, after(recallWindowMs))).toBe(true);
    expect(mayRecall(sentAt, after(recallWindowMs + 1))).toBe(false);
  });
});
