import { Controller, Req } from '@nestjs/common';
import { confirmationRoutes } from '@rinnalla/shared/account/confirmation-routes';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { Actor } from '@rinnalla/shared/organization/actor';
import type { FastifyRequest } from 'fastify';
import { CurrentActor } from '../../platform/http/actor.js';
import { Handles, Input, OwnTransactions } from '../../platform/http/handles.js';
import { SessionToken } from '../../platform/http/session-token.decorator.js';
import { ConfirmIdentity } from './confirm-identity.js';
import { PublicOrigin } from './public-origin.js';

@Controller()
export class ConfirmationController {
  constructor(
    private readonly confirming: ConfirmIdentity,
    private readonly origin: PublicOrigin,
  ) {}

  @Handles(confirmationRoutes.passkeyOptions)
  passkeyOptions(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Input() _input: ParsedOf<typeof confirmationRoutes.passkeyOptions>,
  ) {
    return this.confirming.passkeyOptions(actor, this.origin.of(request));
  }

  @Handles(confirmationRoutes.confirm)
  @OwnTransactions()
  confirm(
    @SessionToken() tokenHash: string | undefined,
    @Req() request: FastifyRequest,
    @Input() { body }: ParsedOf<typeof confirmationRoutes.confirm>,
  ) {
    return this.confirming.execute(tokenHash, this.origin.of(request), body);
  }
}
