import { Inject, Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import type { Language } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Actor } from '@rinnalla/shared/organization/actor';
import type { SessionView } from '@rinnalla/shared/organization/session-routes';
import { hashOfToken, newSessionToken } from '../../platform/auth/session-token.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { presentSession } from './session.presenter.js';
import { SessionQuery } from './session.query.js';
import { SignIns } from './sign-ins.js';

const renewSession = statement('renew-session', 'select app.renew_session($1, $2, $3, $4) as id');
const closeSession = statement('close-session', 'select app.close_session($1, $2)');
const keepLanguage = statement('keep-language', 'update person set language = $1 where id = app.person()');

/** What a person does with their own session: reads it, changes the organization, ends it. */
@Injectable()
export class SessionKeeper {
  constructor(
    private readonly database: Database,
    private readonly query: SessionQuery,
    private readonly signIns: SignIns,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Who is signed in; without anybody, the sign-in that is under way. */
  async view(actor: Actor | undefined, signInToken?: string): Promise<SessionView> {
    const now = this.clock.now();
    const memberships = actor ? await this.query.listMemberships(helsinkiDateOf(now)) : [];
    const signIn = actor ? undefined : await this.signIns.find(signInToken);
    return presentSession(actor, memberships, {
      ...this.facts(now),
      signIn: signIn && { next: this.signIns.nextStepOf(signIn), row: signIn },
    });
  }

  /** The view of what was just opened: read in its own context. */
  viewOf(beginning: { tokenHash?: string | undefined }, signInToken?: string): Promise<SessionView> {
    return this.database.inTransaction(beginning, ({ transaction }) =>
      this.view(transaction.actor, signInToken),
    );
  }

  /** The same session under a new token, which others than this caller cannot know. */
  async renew(actor: Actor, membershipId: string | null = null): Promise<string | undefined> {
    const token = newSessionToken();
    const renewed = await this.database.row<{ id: string | null }>(renewSession, [
      actor.sessionId,
      hashOfToken(token),
      membershipId,
      this.clock.now(),
    ]);
    if (!renewed?.id) return undefined;
    this.database.happened({ name: 'sessionEnded', payload: { sessionId: actor.sessionId } });
    return token;
  }

  /** Acting for the chosen membership from now on; a session of an organization's own sign-in stays with that one. */
  async actFor(actor: Actor, membershipId: string): Promise<{ sessionToken: string; view: SessionView }> {
    const now = this.clock.now();
    const memberships = await this.query.listMemberships(helsinkiDateOf(now));
    const chosen = memberships.find((row) => row.membership_id === membershipId);
    const sessionToken = chosen && (await this.renew(actor, membershipId));
    if (!sessionToken) throw new Problem('notFound');
    this.database.log({ action: 'actFor', objectType: 'membership', objectId: membershipId });
    const acting: Actor = {
      ...actor,
      membershipId,
      role: chosen.role,
      organization: {
        id: chosen.organization_id,
        name: chosen.organization_name,
        kind: chosen.organization_kind,
      },
      officeHolder: chosen.office_holder,
    };
    return { sessionToken, view: presentSession(acting, memberships, this.facts(now)) };
  }

  async close(actor: Actor): Promise<void> {
    await this.database.row(closeSession, [actor.sessionId, this.clock.now()]);
    this.database.log({ action: 'signOut', objectType: 'person', objectId: actor.personId });
    this.database.happened({ name: 'sessionEnded', payload: { sessionId: actor.sessionId } });
  }

  async chooseLanguage(actor: Actor, language: Language): Promise<{ language: Language }> {
    await this.database.row(keepLanguage, [language]);
    this.database.log({ action: 'chooseLanguage', objectType: 'person', objectId: actor.personId });
    return { language };
  }

  private facts(now: Date) {
    return { demonstration: this.config.DEMO, now };
  }
}
