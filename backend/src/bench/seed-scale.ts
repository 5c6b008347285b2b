import type pg from 'pg';
import type { Scale } from './scale.js';
import { conversationsSql, entriesOfEach, entriesSql } from './seed-conversations.js';
import { clientsSql, organizationsSql, peopleSql } from './seed-people.js';
import { contentSql, planExtractsSql, referralsSql, stepsSql } from './seed-referrals.js';
import { desksSql } from './seed-desks.js';
import { servicesSql } from './seed-services.js';
import { tracesSql } from './seed-traces.js';
import { withoutIndexes } from './without-indexes.js';

const poured = [
  'client',
  'client_identity',
  'referral',
  'referral_content',
  'referral_plan_extract',
  'referral_step',
  'referral_question',
  'conversation',
  'conversation_entry',
  'read_mark',
  'message_words',
  'message_draft',
  'conversation_snooze',
  'mention',
];

/**
 * Fills an empty, migrated database that has its registers, the same in every run. As a superuser: foreign keys and
 * triggers are off while referrals and messages are poured in.
 */
export const seedScale = async (
  superuser: pg.ClientBase,
  scale: Scale,
  tell: (line: string) => void,
): Promise<void> => {
  const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const began = performance.now();
    await work();
    tell(`${what} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  };
  // Statistics after each step: without them the next one joins a hundred thousand rows one by one.
  const pour = (what: string, sql: string) => timed(what, () => superuser.query(`${sql}; analyze`));
  await pour('organizations', organizationsSql(scale));
  await pour('people', peopleSql(scale));
  await pour('services', servicesSql(scale));
  await superuser.query('set session_replication_role = replica');
  await timed('cases', () =>
    withoutIndexes(superuser, poured, async () => {
      await pour('  clients', clientsSql(scale));
      await pour('  referrals', referralsSql(scale));
      await pour('  content', contentSql());
      await pour('  plans', planExtractsSql);
      await pour('  steps', stepsSql);
      await pour('  conversations', conversationsSql(entriesOfEach(scale)));
      await pour('  messages', entriesSql(entriesOfEach(scale)));
      await pour('  desks', desksSql);
    }),
  );
  await superuser.query('reset session_replication_role; drop table taker, place');
  await pour('traces', tracesSql);
  await timed('statistics', () => superuser.query('vacuum analyze'));
};
