import type { fi } from './referral-acts.fi.js';

export const en: typeof fi = {
  actions: 'What happens now',
  labels: {
    accept: 'We can take this',
    offer: 'Offer a place',
    take_offer: 'Take the offered place',
    refuse_offer: 'Do not take the place',
    waitlist: 'To the waiting list',
    decline: 'We cannot take this',
    ask: 'Ask for more',
    answer: 'Answer the questions',
    withdraw: 'Withdraw the referral',
    start: 'Record the start',
    not_started: 'The period did not start',
    finish: 'End the period',
    report: 'Write the final review',
    approve: 'Approve the final review',
    undo: 'Undo the answer',
  },
  done: {
    accept: 'The place is promised.',
    acceptMeeting: (when) => `The place is promised. First meeting ${when}.`,
    acceptStart: (when) => `The place is promised. The period starts ${when}.`,
    offer: 'The place is offered. The sender has three working days to answer.',
    take_offer: 'The place is promised. Agree on a first meeting next.',
    refuse_offer: 'The place was not taken. The client stays in the queue.',
    waitlist: 'The client is on the waiting list. The sender sees the expected wait.',
    decline: 'The answer was sent. The sender sees the reason and the suggestion at once.',
    ask: 'The questions were sent. Your time to answer is paused.',
    answer: 'The answers were sent.',
    withdraw: 'The referral is withdrawn. The service no longer sees the client’s details.',
    start: 'The start is recorded.',
    not_started: 'Recorded: the period did not start.',
    finish: 'The period is ended. The final review comes next.',
    report: 'The final review was sent for approval.',
    approve: 'The final review is approved. The period is completed.',
    undo: 'The answer is undone.',
  },
  submit: {
    accept: 'Promise the place',
    offer: 'Offer the place now',
    take_offer: 'Take the place',
    refuse_offer: 'Send the answer',
    waitlist: 'Put on the list',
    decline: 'Send the answer',
    ask: 'Send the questions',
    answer: 'Send the answers',
    withdraw: 'Withdraw now',
    start: 'Save the start',
    not_started: 'Save',
    finish: 'End it now',
    report: 'Send the final review',
    approve: 'Approve and complete',
    undo: 'Undo it now',
  },
  textKept: 'What you wrote is kept on this page. You can copy it into a message.',
  cancel: 'Back',
  note: 'Add a sentence',
  noteRequired: 'Tell briefly',
  accept: {
    offering: 'Into which group',
    begins: 'How it begins',
    meeting: 'Agree on a first meeting',
    startDay: 'Agree on a first day',
    meetingDay: 'Day of the first meeting',
    meetingTime: 'Time',
    startDate: 'First day',
    note: 'A word to the sender',
    waiting: (count) => (count === 1 ? 'one waiting' : `${count} waiting`),
  },
  waitlist: {
    weeks: 'Expected wait in weeks',
    weeksHint: 'The sender sees the estimate and their own client’s place in the queue.',
    lengthNow: (count) =>
      count === 0
        ? 'Nobody is waiting now.'
        : count === 1
          ? 'One is waiting now.'
          : `${count} are waiting now.`,
  },
  offer: {
    effect:
      'The place is held for three working days. The sender asks the client and answers. Without an answer the place is free again and the client stays in the queue.',
    before: (count) =>
      count === 1
        ? 'One stands before this client in the queue.'
        : `${count} stand before this client in the queue.`,
    skip: 'Why the order changes',
  },
  takeOffer: {
    effect:
      'The place is reserved for the client. The service now sees the client’s surname and contact details.',
  },
  refuseOffer: { reason: 'Why the place is not taken', effect: 'The client keeps their place in the queue.' },
  decline: {
    reason: 'Why the place cannot be given',
    suggestion: 'Suggest something better',
    suggestionHint: 'A good suggestion takes the client further the same day.',
    none: 'I do not suggest a service',
    other: 'Search for another service',
    call: 'I ask the sender to call',
    note: 'A sentence to the sender',
    looking: 'Looking for services that fit…',
    nothing: 'No service was found ready. You can search yourself.',
  },
  ask: {
    ready: 'Ready questions',
    own: 'Your own question',
    ownHint: 'Do not ask for health data or an identity code.',
    questions: {
      start: 'When could the client start?',
      schedule: 'Which days and times suit the client?',
      language: 'Which language does the client prefer? Is an interpreter needed?',
      transport: 'How does the client get there?',
      plan: 'Has the service been agreed in a plan?',
      contact: 'How and when is the client best reached?',
      companion: 'Does somebody come with the client the first time?',
    },
  },
  answer: {
    intro: 'Answer only what the service needs. Leave out health data and other people’s matters.',
  },
  start: { date: 'The day on which the period started' },
  finish: {
    date: 'Last day',
    how: 'How the period ends',
    planned: 'As planned',
    early: 'Early',
    reason: 'Why the period ends early',
  },
  report: {
    outcome: 'How the client’s goal was met',
    exit: 'Where the client goes next',
    note: 'Review with the client',
    noteHint: 'Write it with the client. The client sees the text before it is sent.',
  },
  approve: {
    intro: 'Read the final review. When you approve it, the period is completed.',
    outcome: 'Goal',
    exit: 'The client goes',
    review: 'Review',
    note: 'Comment to the service',
  },
  withdraw: {
    title: 'Why the referral is withdrawn',
    effect:
      'The service stops seeing the client’s details at once. This cannot be undone, but you can refer again.',
  },
  notStarted: { title: 'Why the period did not start', effect: 'The reserved place becomes free.' },
  undo: { why: 'Why the answer is undone', free: 'It goes back to what it was before the answer.' },
};
