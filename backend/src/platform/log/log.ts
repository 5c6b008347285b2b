import { pino } from 'pino';

/** Structured log. Carries ids, codes and times; never names, texts, addresses or query strings. */
export const log = pino({ level: 'info', base: null });
