import { z } from 'zod';
import { fieldProblemsOf } from './field-problems.js';

const form = z.strictObject({
  places: z.number().int().min(1).optional(),
  weeks: z.int().nullable().optional(),
  name: z.string().min(1).max(3).optional(),
  email: z.email().optional(),
  day: z.iso.date().optional(),
  role: z.enum(['coach']).optional(),
  languages: z.array(z.string()).min(1).optional(),
  due: z.number(),
});

describe('a field that is not as its schema asks is told', () => {
  const told = (typed: object) =>
    fieldProblemsOf(form.safeParse({ due: 1, ...typed }).error?.issues ?? [], 'body');

  it.each<[string, object, object]>([
    ['that it is missing', { due: undefined }, { path: 'body.due', code: 'required' }],
    ['that it is empty', { due: null }, { path: 'body.due', code: 'required' }],
    ['that letters are no number', { places: 'kolme' }, { path: 'body.places', code: 'notANumber' }],
    ['that letters are no whole number', { weeks: 'kaksi' }, { path: 'body.weeks', code: 'notANumber' }],
    ['that a number is no text', { name: 3 }, { path: 'body.name', code: 'invalid' }],
    ['that it needs a letter', { name: '' }, { path: 'body.name', code: 'required', limit: 1 }],
    ['how long it may be', { name: 'Raija' }, { path: 'body.name', code: 'tooLong', limit: 3 }],
    ['how small it may be', { places: 0 }, { path: 'body.places', code: 'tooSmall', limit: 1 }],
    ['how many it needs', { languages: [] }, { path: 'body.languages', code: 'tooFew', limit: 1 }],
    ['that it is no address', { email: 'raija' }, { path: 'body.email', code: 'notAnEmail' }],
    ['that it is no day', { day: '24.11.' }, { path: 'body.day', code: 'notADate' }],
    ['that it is in no list', { role: 'boss' }, { path: 'body.role', code: 'notInList' }],
    ['that nobody asked for it', { age: 30 }, { path: 'body.age', code: 'unknownField' }],
  ])('%s', (_what, typed, problem) => {
    expect(told(typed)).toEqual([problem]);
  });
});
