import { Controller, Req, Res } from '@nestjs/common';
import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { SessionView } from '@rinnalla/shared/organization/session-routes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Handles, Input, OwnTransactions } from '../../platform/http/handles.js';
import { type CallerPlace, From } from './caller-place.js';
import { Enrolment, type Enrolled } from './enrolment.js';
import { PublicOrigin } from './public-origin.js';
import { SecondSteps } from './second-steps.js';
import { SessionCookies } from './session-cookies.js';
import { SessionKeeper } from './session-keeper.js';
import type { SignInOutcome } from './sign-ins.js';

type Routes = typeof signInRoutes;

/** Between the first proof and the session: the second factor, or the first one that a person takes into use. */
@Controller()
export class SignInController {
  constructor(
    private readonly steps: SecondSteps,
    private readonly enrolment: Enrolment,
    private readonly cookies: SessionCookies,
    private readonly sessions: SessionKeeper,
    private readonly origin: PublicOrigin,
  ) {}

  @Handles(signInRoutes.withCode)
  @OwnTransactions()
  async withCode(
    @Req() request: FastifyRequest,
    @Input() { body }: ParsedOf<Routes['withCode']>,
    @From() from: CallerPlace,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.enter(reply, await this.steps.withCode(this.cookies.signInTokenOf(request), body.code, from));
  }

  @Handles(signInRoutes.withRecoveryCode)
  @OwnTransactions()
  async withRecoveryCode(
    @Req() request: FastifyRequest,
    @Input() { body }: ParsedOf<Routes['withRecoveryCode']>,
    @From() from: CallerPlace,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.enter(
      reply,
      await this.steps.withRecoveryCode(this.cookies.signInTokenOf(request), body.code, from),
    );
  }

  @Handles(signInRoutes.passkeyOptions)
  @OwnTransactions()
  async passkeyOptions(
    @Req() request: FastifyRequest,
    @Input() _input: ParsedOf<Routes['passkeyOptions']>,
    @From() from: CallerPlace,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { options, signInToken } = await this.steps.passkeyOptions(
      this.cookies.signInTokenOf(request),
      this.origin.of(request),
      from,
    );
    if (signInToken) this.cookies.give(reply, { signInToken });
    return { options };
  }

  @Handles(signInRoutes.withPasskey)
  @OwnTransactions()
  async withPasskey(
    @Req() request: FastifyRequest,
    @Input() { body }: ParsedOf<Routes['withPasskey']>,
    @From() from: CallerPlace,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.enter(
      reply,
      await this.steps.withPasskey(
        this.cookies.signInTokenOf(request),
        this.origin.of(request),
        body.response,
        from,
      ),
    );
  }

  @Handles(signInRoutes.proposeAuthenticator)
  @OwnTransactions()
  proposeAuthenticator(
    @Req() request: FastifyRequest,
    @Input() _input: ParsedOf<Routes['proposeAuthenticator']>,
  ) {
    return this.enrolment.proposeAuthenticator(this.cookies.signInTokenOf(request));
  }

  @Handles(signInRoutes.enrolAuthenticator)
  @OwnTransactions()
  async enrolAuthenticator(
    @Req() request: FastifyRequest,
    @Input() { body }: ParsedOf<Routes['enrolAuthenticator']>,
    @From() from: CallerPlace,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.enrolled(
      reply,
      await this.enrolment.withAuthenticator(this.cookies.signInTokenOf(request), body.code, from.device),
    );
  }

  @Handles(signInRoutes.enrolmentPasskeyOptions)
  @OwnTransactions()
  enrolmentPasskeyOptions(
    @Req() request: FastifyRequest,
    @Input() _input: ParsedOf<Routes['enrolmentPasskeyOptions']>,
  ) {
    return this.enrolment.passkeyOptions(this.cookies.signInTokenOf(request), this.origin.of(request));
  }

  @Handles(signInRoutes.enrolPasskey)
  @OwnTransactions()
  async enrolPasskey(
    @Req() request: FastifyRequest,
    @Input() { body }: ParsedOf<Routes['enrolPasskey']>,
    @From() from: CallerPlace,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.enrolled(
      reply,
      await this.enrolment.withPasskey(
        this.cookies.signInTokenOf(request),
        this.origin.of(request),
        body,
        from.device,
      ),
    );
  }

  @Handles(signInRoutes.cancel)
  @OwnTransactions()
  async cancel(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    await this.steps.cancel(this.cookies.signInTokenOf(request));
    this.cookies.endSignIn(reply);
    return this.sessions.viewOf({});
  }

  private enter(reply: FastifyReply, outcome: SignInOutcome): Promise<SessionView> {
    this.cookies.give(reply, outcome);
    return this.sessions.viewOf({ tokenHash: hashOfToken(outcome.sessionToken ?? '') });
  }

  private async enrolled(
    reply: FastifyReply,
    { sessionToken, recoveryCodes }: Enrolled,
  ): Promise<ResponseOf<Routes['enrolPasskey']>> {
    return { recoveryCodes, session: await this.enter(reply, { sessionToken }) };
  }
}
