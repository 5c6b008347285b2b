import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { listedForms } from '@rinnalla/shared/account/password-rules';

/** Sorted, five bytes of SHA-256 each: backend/registers/NOTICE.md. Asked here, never of a service outside. */
const list = readFileSync(new URL(import.meta.resolve('#registers/common-passwords.bin')));
const width = 5;

const isListed = (word: string): boolean => {
  const wanted = createHash('sha256').update(word).digest().subarray(0, width);
  let [low, high] = [0, list.length / width - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = Buffer.compare(list.subarray(middle * width, (middle + 1) * width), wanted);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
};

/** Among the passwords that are tried first, as such or but for its capitals and what stands around it? */
export const isCommonPassword = (password: string): boolean => listedForms(password).some(isListed);
