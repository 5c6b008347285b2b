import { Controller, Inject, Req, Res, UseGuards } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { sessionRoutes, type SessionView } from '@rinnalla/shared/organization/session-routes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOfToken } from '../../platform/auth/session-token.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { CurrentActor } from '../../platform/http/actor.js';
import { Handles, Input, OwnTransactions } from '../../platform/http/handles.js';
import { demonstrationSignIns } from './demonstration-sign-ins.js';
import { PasswordGuard } from './password.guard.js';
import { SessionCookies } from './session-cookies.js';
import { SessionKeeper } from './session-keeper.js';
import type { SignInOutcome } from './sign-ins.js';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionKeeper,
    private readonly cookies: SessionCookies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(sessionRoutes.read)
  read(@CurrentActor() actor: Actor | undefined, @Req() request: FastifyRequest): Promise<SessionView> {
    return this.sessions.view(actor, this.cookies.signInTokenOf(request));
  }

  @Handles(sessionRoutes.signIn)
  @OwnTransactions()
  @UseGuards(PasswordGuard)
  signIn(
    @Req() { user }: FastifyRequest & { user: SignInOutcome },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    this.cookies.give(reply, user);
    return this.sessions.viewOf(
      { tokenHash: user.sessionToken && hashOfToken(user.sessionToken) },
      user.signInToken,
    );
  }

  @Handles(sessionRoutes.signOut)
  async signOut(
    @CurrentActor() actor: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<typeof sessionRoutes.signOut>> {
    if (actor) await this.sessions.close(actor);
    this.cookies.end(reply);
    return { signedOut: true };
  }

  @Handles(sessionRoutes.actFor)
  async actFor(
    @CurrentActor() actor: Actor,
    @Input() { body }: ParsedOf<typeof sessionRoutes.actFor>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { sessionToken, view } = await this.sessions.actFor(actor, body.membershipId);
    this.cookies.give(reply, { sessionToken });
    return view;
  }

  @Handles(sessionRoutes.chooseLanguage)
  chooseLanguage(
    @CurrentActor() actor: Actor,
    @Input() { body }: ParsedOf<typeof sessionRoutes.chooseLanguage>,
  ) {
    return this.sessions.chooseLanguage(actor, body.language);
  }

  @Handles(sessionRoutes.demonstrationSignIns)
  demonstrationSignIns(): ResponseOf<typeof sessionRoutes.demonstrationSignIns> {
    if (!this.config.DEMO) throw new Problem('notFound');
    return { signIns: demonstrationSignIns };
  }
}
