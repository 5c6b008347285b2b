import { Controller, Inject, Req, Res, UseGuards } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Actor } from '@rinnalla/shared/organization/actor';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOfToken, sessionCookie } from '../../platform/auth/session-token.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { CurrentActor } from '../../platform/http/actor.js';
import { Handles, Input, OwnTransactions } from '../../platform/http/handles.js';
import { demonstrationSignIns } from './demonstration-sign-ins.js';
import { PasswordGuard } from './password.guard.js';
import { SessionKeeper } from './session-keeper.js';

type SessionAnswer = ResponseOf<typeof sessionRoutes.read>;

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionKeeper,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(sessionRoutes.read)
  read(@CurrentActor() actor: Actor | undefined): Promise<SessionAnswer> {
    return this.sessions.view(actor);
  }

  @Handles(sessionRoutes.signIn)
  @OwnTransactions()
  @UseGuards(PasswordGuard)
  async signIn(@Req() request: FastifyRequest & { user: { token: string } }, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionAnswer> {
    this.give(reply, request.user.token);
    return this.sessions.viewOf(hashOfToken(request.user.token));
  }

  @Handles(sessionRoutes.signOut)
  async signOut(@CurrentActor() actor: Actor | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<ResponseOf<typeof sessionRoutes.signOut>> {
    if (actor) await this.sessions.close(actor);
    void reply.clearCookie(sessionCookie(this.secure), { path: '/' });
    return { signedOut: true };
  }

  @Handles(sessionRoutes.actFor)
  async actFor(
    @CurrentActor() actor: Actor,
    @Input() { body }: ParsedOf<typeof sessionRoutes.actFor>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { token, view } = await this.sessions.actFor(actor, body.membershipId);
    this.give(reply, token);
    return view;
  }

  @Handles(sessionRoutes.chooseLanguage)
  chooseLanguage(@CurrentActor() actor: Actor, @Input() { body }: ParsedOf<typeof sessionRoutes.chooseLanguage>) {
    return this.sessions.chooseLanguage(actor, body.language);
  }

  @Handles(sessionRoutes.demonstrationSignIns)
  demonstrationSignIns(): ResponseOf<typeof sessionRoutes.demonstrationSignIns> {
    if (!this.config.DEMO) throw new Problem('notFound');
    return { signIns: demonstrationSignIns };
  }

  private get secure(): boolean {
    return this.config.PUBLIC_ORIGIN?.startsWith('https:') ?? false;
  }

  private give(reply: FastifyReply, token: string): void {
    void reply.setCookie(sessionCookie(this.secure), token, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
  }
}
