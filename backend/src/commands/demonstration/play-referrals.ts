import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { isMember, type Member } from '@rinnalla/shared/organization/actor';
import type { ClientBase } from 'pg';
import { AppModule } from '../../app.module.js';
import { hashOfToken, newSessionToken } from '../../platform/auth/session-token.js';
import { SteadyClock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { log } from '../../platform/log/log.js';
import { type Demonstration, readDemonstration } from './demonstration-files.js';
import { membershipId, personId } from './load-people.js';
import { ReferralScene, type Stage } from './referral-scene.js';
import type { ReferralStory } from './referral-stories.js';

/**
 * Lets the demonstration's people do what the stories tell, in the order of time, each in a session of their own:
 * every status, place, log row and message comes about as it would have on that day.
 */
export const playReferrals = async (
  owner: ClientBase,
  config: Config,
  now: Date,
  stories: readonly ReferralStory[],
): Promise<void> => {
  log.level = config.LOG_LEVEL;
  const clock = new SteadyClock(now);
  // Built, but never begun: it serves nobody and reacts to nothing while its clock stands in the past.
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, clock),
    new FastifyAdapter(),
    {
      logger: ['error', 'fatal'],
      abortOnError: false,
    },
  );
  try {
    const stage = { app, clock, owner, demonstration: readDemonstration(), today: helsinkiDateOf(now) };
    const acts = stories.flatMap((story) => new ReferralScene(stage, story).acts());
    acts.sort((one, other) => one.at.getTime() - other.at.getTime());
    for (const { at, who, play } of acts) await asPerson(stage, who, at, play);
    await owner.query('delete from session');
  } finally {
    await app.close();
  }
};

const asPerson = async (
  { app, clock, owner, demonstration }: Stage,
  who: string,
  at: Date,
  play: (member: Member) => Promise<void>,
): Promise<void> => {
  const email = emailOf(demonstration, who);
  const token = newSessionToken();
  clock.set(at);
  await owner.query(
    `insert into session (token_hash, person_id, membership_id, created_at, last_seen_at, expires_at)
     values (decode($2, 'hex'), $1, $3, $4, $4, $4::timestamptz + interval '12 hours')`,
    [personId(email), hashOfToken(token), membershipId(email), at],
  );
  await app.get(Database).inTransaction({ tokenHash: hashOfToken(token) }, ({ transaction }) => {
    if (!isMember(transaction.actor)) throw new Error(`${who} acts for nobody.`);
    return play(transaction.actor);
  });
};

const emailOf = ({ authorities, associations }: Demonstration, who: string): string => {
  const people = [...authorities, ...associations].flatMap((team) => team.people);
  const found = people.find(({ email }) => email.startsWith(`${who}@`));
  if (!found) throw new Error(`Nobody in the demonstration is ${who}.`);
  return found.email;
};
