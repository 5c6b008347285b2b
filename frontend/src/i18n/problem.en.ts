import type { fi } from './problem.fi.js';

export const en: typeof fi = {
  problems: {
    invalidInput: 'Some of the details need correcting. What you wrote is kept.',
    notSignedIn: 'Sign in to continue.',
    wrongCredentials: 'The e-mail or the password does not match. Check both.',
    foreignOrigin: 'The request came from another address and was not carried out. Open Rinnalla again.',
    notAllowed: 'This needs another role. Ask the person in charge in your organisation.',
    confirmIdentity: 'First confirm that it is you. Nothing has been done yet.',
    notFound: 'This cannot be found. It may have been removed, or it belongs to another organisation.',
    changedMeanwhile: 'Someone else changed this first. Your change was not saved.',
    wrongStatus: 'The situation has already changed, and this can no longer be done. Nothing was saved.',
    idempotencyConflict: 'The same request was sent twice with different content. Send it again.',
    alreadyExists: 'This already exists. Nothing was saved.',
    noFreePlace: 'The last place was given just now. Your choice was not saved.',
    tooLarge: 'The content is too large to send. Make it shorter.',
    unprocessable: 'This could not be done. What you wrote is kept.',
    tooManyRequests: 'Too many tries in a short time. Wait a moment and try again.',
    internal: 'The server could not finish this. What you wrote is kept. Try again in a moment.',
    unavailable: 'The connection broke. What you wrote is kept. Try again.',
  },
  fields: {
    required: () => 'Fill this in.',
    tooShort: ({ limit }) => (limit ? `Write at least ${limit} characters.` : 'Write a little more.'),
    tooLong: ({ limit }) => (limit ? `Shorten: at most ${limit} characters.` : 'Shorten the text.'),
    tooFew: ({ limit }) => (limit ? `Choose at least ${limit}.` : 'Choose more.'),
    tooMany: ({ limit }) => (limit ? `Choose at most ${limit}.` : 'Choose fewer.'),
    tooSmall: ({ limit }) =>
      limit === undefined ? 'The number is too small.' : `The smallest allowed is ${limit}.`,
    tooLarge: ({ limit }) =>
      limit === undefined ? 'The number is too large.' : `The largest allowed is ${limit}.`,
    notANumber: () => 'Write a number.',
    notADate: () => 'Write the date as 24.11.2026.',
    notAnEmail: () => 'Write the e-mail as name@address.fi.',
    notABusinessId: () => 'Write the business ID as 1234567-1.',
    notAPhone: () => 'Write a phone number, for example 040 123 4567.',
    notInList: () => 'Choose one from the list.',
    unknownField: () => 'This field is not known.',
    endBeforeStart: () => 'The end is before the start. Check the dates.',
    inThePast: () => 'The date has already passed.',
    duplicate: () => 'This is already in the list.',
    commonPassword: () =>
      'This password is in the list of common ones. Make up another, such as a sentence of four words.',
    guessablePassword: () => 'The password is made of words that others could guess. Add words of your own.',
    invalid: () => 'Check this.',
  },
  reasons: {
    sensitiveText: 'The text holds what should usually not be shared. Check it and send it again.',
  },
};
