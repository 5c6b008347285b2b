import { Injectable } from '@nestjs/common';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const keepChallenge = statement('keep-session-challenge', 'update session set challenge = $2 where id = $1');
const takeChallenge = statement(
  'take-session-challenge',
  'update session s set challenge = null from session before where s.id = $1 and before.id = s.id returning before.challenge',
);
const keepSecret = statement('keep-session-secret', 'update session set totp_secret = $2 where id = $1');
const takeSecret = statement('session-secret', 'select totp_secret from session where id = $1');

/** What a signed-in person was given and has not answered yet: a passkey's challenge, an authenticator's secret. */
@Injectable()
export class SessionCeremony {
  constructor(private readonly database: Database) {}

  async keepChallenge({ sessionId }: Actor, challenge: string): Promise<void> {
    await this.database.row(keepChallenge, [sessionId, challenge]);
  }

  /** Serves once. */
  async takeChallenge({ sessionId }: Actor): Promise<string | null> {
    return (
      (await this.database.row<{ challenge: string | null }>(takeChallenge, [sessionId]))?.challenge ?? null
    );
  }

  async keepSecret({ sessionId }: Actor, sealed: string | null): Promise<void> {
    await this.database.row(keepSecret, [sessionId, sealed]);
  }

  async secret({ sessionId }: Actor): Promise<string | null> {
    return (
      (await this.database.row<{ totp_secret: string | null }>(takeSecret, [sessionId]))?.totp_secret ?? null
    );
  }
}
