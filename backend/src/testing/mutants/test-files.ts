import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { repositoryFolder } from '../../commands/start-options.js';
import { compiledFiles } from './places.js';

/** A compiled file of tests, and what it says. */
export interface TestFile {
  /** From the repository's root. */
  path: string;
  text: string;
}

/**
 * Tests that start processes of their own (their mutants would sleep), that take minutes, or that are about the tests'
 * own tools.
 */
const leftOut =
  /\/(bench|commands|embedded-postgres|faults|mutants)\/|(killed-\w+|test-cluster|deployment|migrate|open-api-fuzz|pooled-context|conflicting-acts|usual-answer)\.[\w.]*test\.js$/;

/** What is quick comes first: who is missed there needs no server. */
const order = [
  /^shared\//,
  /\/\w[\w-]*\.test\.js$/,
  /second-wall/,
  /\.db\.test/,
  /authorization-matrix/,
  /\.http\.test/,
  /./,
];

export const testFiles = (wanted: string | undefined): TestFile[] =>
  [...compiledFiles('shared', isTest), ...compiledFiles('backend', isTest)]
    .map((path) => relative(repositoryFolder, path))
    .filter((path) => !leftOut.test(path) && (!wanted || new RegExp(wanted).test(path)))
    .map((path) => ({ path, text: readFileSync(join(repositoryFolder, path), 'utf8') }))
    .toSorted((a, b) => rankOf(a) - rankOf(b));

const isTest = (path: string): boolean => path.endsWith('.test.js');
const rankOf = ({ path }: TestFile): number => order.findIndex((pattern) => pattern.test(path));
