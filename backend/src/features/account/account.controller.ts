import { Controller, Req, Res } from '@nestjs/common';
import { accountRoutes, type AccountView } from '@rinnalla/shared/account/account-routes';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { Actor } from '@rinnalla/shared/organization/actor';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { ChangeAccount } from './change-account.js';
import { PublicOrigin } from './public-origin.js';
import { SessionCookies } from './session-cookies.js';

type Routes = typeof accountRoutes;

/** One’s own account. */
@Controller()
export class AccountController {
  constructor(
    private readonly account: ChangeAccount,
    private readonly cookies: SessionCookies,
    private readonly origin: PublicOrigin,
  ) {}

  @Handles(accountRoutes.read)
  read(@CurrentActor() actor: Actor) {
    return this.account.read(actor);
  }

  @Handles(accountRoutes.changePassword)
  async changePassword(
    @CurrentActor() actor: Actor,
    @Input() { body }: ParsedOf<Routes['changePassword']>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountView> {
    const { sessionToken, view } = await this.account.changePassword(actor, body);
    this.cookies.give(reply, { sessionToken });
    return view;
  }

  @Handles(accountRoutes.proposeAuthenticator)
  proposeAuthenticator(
    @CurrentActor() actor: Actor,
    @Input() _input: ParsedOf<Routes['proposeAuthenticator']>,
  ) {
    return this.account.proposeAuthenticator(actor);
  }

  @Handles(accountRoutes.addAuthenticator)
  addAuthenticator(@CurrentActor() actor: Actor, @Input() { body }: ParsedOf<Routes['addAuthenticator']>) {
    return this.account.addAuthenticator(actor, body.code);
  }

  @Handles(accountRoutes.removeAuthenticator)
  removeAuthenticator(@CurrentActor() actor: Actor) {
    return this.account.removeAuthenticator(actor);
  }

  @Handles(accountRoutes.newPasskeyOptions)
  newPasskeyOptions(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Input() _input: ParsedOf<Routes['newPasskeyOptions']>,
  ) {
    return this.account.newPasskeyOptions(actor, this.origin.of(request));
  }

  @Handles(accountRoutes.addPasskey)
  addPasskey(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Input() { body }: ParsedOf<Routes['addPasskey']>,
  ) {
    return this.account.addPasskey(actor, this.origin.of(request), body);
  }

  @Handles(accountRoutes.removePasskey)
  removePasskey(@CurrentActor() actor: Actor, @Input() { params }: ParsedOf<Routes['removePasskey']>) {
    return this.account.removePasskey(actor, params.passkeyId);
  }

  @Handles(accountRoutes.renewRecoveryCodes)
  renewRecoveryCodes(@CurrentActor() actor: Actor, @Input() _input: ParsedOf<Routes['renewRecoveryCodes']>) {
    return this.account.renewRecoveryCodes(actor);
  }

  @Handles(accountRoutes.endSession)
  endSession(@CurrentActor() actor: Actor, @Input() { params }: ParsedOf<Routes['endSession']>) {
    return this.account.endSession(actor, params.sessionId);
  }

  @Handles(accountRoutes.endOtherSessions)
  endOtherSessions(@CurrentActor() actor: Actor) {
    return this.account.endOtherSessions(actor);
  }
}
