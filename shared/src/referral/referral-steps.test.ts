import { type StepTaken, replay } from './referral-steps.js';

const steps = (...taken: [StepTaken['action'], StepTaken['from'], StepTaken['to']][]): StepTaken[] =>
  taken.map(([action, from, to]) => ({ action, from, to }));

describe('replaying the steps', () => {
  it('of nothing is a draft', () => {
    expect(replay([])).toEqual({ holds: true, status: 'draft' });
  });

  it('tells the status of a whole life', () => {
    const life = steps(
      ['send', 'draft', 'sent'],
      ['accept', 'sent', 'accepted'],
      ['reassign', 'accepted', 'accepted'],
      ['undo', 'accepted', 'sent'],
      ['accept', 'sent', 'accepted'],
      ['start', 'accepted', 'started'],
      ['finish', 'started', 'closing'],
      ['report', 'closing', 'closing'],
      ['approve', 'closing', 'interrupted'],
    );
    expect(replay(life)).toEqual({ holds: true, status: 'interrupted' });
  });

  it.each([
    ['a step that is missing', steps(['send', 'draft', 'sent'], ['start', 'accepted', 'started']), 1],
    ['a step that the table does not know', steps(['send', 'draft', 'accepted']), 0],
    ['a life that does not begin with a draft', steps(['accept', 'sent', 'accepted']), 0],
    [
      'an undo that leads elsewhere',
      steps(['send', 'draft', 'sent'], ['decline', 'sent', 'declined'], ['undo', 'declined', 'acknowledged']),
      2,
    ],
    ['a change of hands that moves', steps(['send', 'draft', 'sent'], ['reassign', 'sent', 'accepted']), 1],
  ])('finds %s', (_what, taken, at) => {
    expect(replay(taken)).toEqual({ holds: false, at });
  });
});
