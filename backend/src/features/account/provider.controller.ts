import { Controller, Req, Res, UseGuards } from '@nestjs/common';
import { providerRoutes } from '@rinnalla/shared/account/provider-routes';
import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { SessionView } from '@rinnalla/shared/organization/session-routes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input, OwnTransactions } from '../../platform/http/handles.js';
import { type CallerPlace, From } from './caller-place.js';
import { ProviderSettings } from './provider-settings.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { ProviderGuard } from './provider.strategy.js';
import { PublicOrigin } from './public-origin.js';
import { SessionCookies } from './session-cookies.js';
import { SessionKeeper } from './session-keeper.js';
import type { SignInOutcome } from './sign-ins.js';

/** Organizations' own sign-in services: on the way in, and their settings. */
@Controller()
export class ProviderController {
  constructor(
    private readonly signIn: ProviderSignIn,
    private readonly settings: ProviderSettings,
    private readonly cookies: SessionCookies,
    private readonly sessions: SessionKeeper,
    private readonly origin: PublicOrigin,
  ) {}

  @Handles(signInRoutes.providers)
  @OwnTransactions()
  providers() {
    return this.signIn.list();
  }

  @Handles(signInRoutes.toProvider)
  @OwnTransactions()
  async toProvider(
    @Req() request: FastifyRequest,
    @Input() { body }: ParsedOf<typeof signInRoutes.toProvider>,
    @From() from: CallerPlace,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<typeof signInRoutes.toProvider>> {
    const { address, signInToken } = await this.signIn.begin(body, this.origin.of(request), from);
    this.cookies.give(reply, { signInToken });
    return { address };
  }

  @Handles(signInRoutes.fromProvider)
  @OwnTransactions()
  @UseGuards(ProviderGuard)
  fromProvider(
    @Req() request: FastifyRequest & { user: SignInOutcome },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { sessionToken } = request.user;
    this.cookies.give(reply, request.user);
    return this.sessions.viewOf(
      { tokenHash: sessionToken && hashOfToken(sessionToken) },
      this.cookies.signInTokenOf(request),
    );
  }

  @Handles(providerRoutes.read)
  read(@CurrentMember() member: Member, @Req() request: FastifyRequest) {
    return this.settings.read(member, this.origin.of(request));
  }

  @Handles(providerRoutes.save)
  save(
    @CurrentMember() member: Member,
    @Req() request: FastifyRequest,
    @Input() { body }: ParsedOf<typeof providerRoutes.save>,
  ) {
    return this.settings.save(member, body, this.origin.of(request));
  }
}
