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

const openSession = statement('open-session-acting', 'select app.open_session($1, $2, $3, $4) as id');
const closeSession = statement('close-session', 'select app.close_session($1, $2)');
const keepLanguage = statement('keep-language', 'update person set language = $1 where id = app.person()');

/** What a person does with their own session: reads it, changes the organization, ends it. */
@Injectable()
export class SessionKeeper {
  constructor(
    private readonly database: Database,
    private readonly query: SessionQuery,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async view(actor: Actor | undefined): Promise<SessionView> {
    const now = this.clock.now();
    const memberships = actor ? await this.query.listMemberships(helsinkiDateOf(now)) : [];
    return presentSession(actor, memberships, { demonstration: this.config.DEMO, now });
  }

  /** The view of a session that was just opened: read in its own context. */
  viewOf(tokenHash: string): Promise<SessionView> {
    return this.database.inTransaction({ tokenHash }, ({ transaction }) => this.view(transaction.actor));
  }

  /** A new session for the same person, acting for the chosen membership; the old one ends. */
  async actFor(actor: Actor, membershipId: string): Promise<{ token: string; view: SessionView }> {
    const now = this.clock.now();
    const memberships = await this.query.listMemberships(helsinkiDateOf(now));
    const chosen = memberships.find((row) => row.membership_id === membershipId);
    if (!chosen) throw new Problem('notFound');
    const token = newSessionToken();
    await this.database.row(openSession, [actor.personId, hashOfToken(token), membershipId, now]);
    await this.database.row(closeSession, [actor.sessionId, now]);
    this.database.log({ action: 'actFor', objectType: 'membership', objectId: membershipId });
    this.database.happened({ name: 'sessionEnded', payload: { sessionId: actor.sessionId } });
    const acting: Actor = {
      ...actor,
      membershipId,
      role: chosen.role,
      organization: { id: chosen.organization_id, name: chosen.organization_name, kind: chosen.organization_kind },
      officeHolder: chosen.office_holder,
    };
    return { token, view: presentSession(acting, memberships, { demonstration: this.config.DEMO, now }) };
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
}
