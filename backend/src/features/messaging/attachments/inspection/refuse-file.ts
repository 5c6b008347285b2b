import { Problem } from '@rinnalla/shared/kernel/problem';
import type { FileRefusal } from '@rinnalla/shared/messaging/attachment-rules';

/** A file that is not taken, and why: the browser has a sentence for each reason. */
export const fileRefused = (reason: FileRefusal): Problem =>
  new Problem(reason === 'tooLarge' ? 'tooLarge' : 'unprocessable', { reason });
