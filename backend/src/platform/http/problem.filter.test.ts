import { MethodNotAllowedException, NotFoundException } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { errorCodes } from 'fastify';
import { problemOf } from './problem.filter.js';

describe('whatever was thrown', () => {
  it.each([
    [new NotFoundException('Cannot GET /api/people/Anna'), 'notFound', undefined],
    [new MethodNotAllowedException(), 'notFound', undefined],
    [new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE(), 'tooLarge', undefined],
    [new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(), 'invalidInput', 'unreadable'],
    [new Problem('notAllowed', { reason: 'notAManager' }), 'notAllowed', 'notAManager'],
    [new TypeError('Anna Virtanen'), 'internal', undefined],
    ['Anna Virtanen', 'internal', undefined],
  ])('is told by a word of our own, and by nothing that it says itself: %p', (thrown, code, reason) => {
    const problem = problemOf(thrown);

    expect([problem.code, problem.extra.reason]).toEqual([code, reason]);
    expect(JSON.stringify([problem.message, problem.extra])).not.toContain('Anna');
  });
});
