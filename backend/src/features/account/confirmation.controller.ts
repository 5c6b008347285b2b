import { Controller } from '@nestjs/common';
import { confirmationRoutes } from '@rinnalla/shared/account/confirmation-routes';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import { SessionToken } from '../../platform/http/session-token.decorator.js';
import { Handles, Input, OwnTransactions } from '../../platform/http/handles.js';
import { ConfirmIdentity } from './confirm-identity.js';

@Controller()
export class ConfirmationController {
  constructor(private readonly confirming: ConfirmIdentity) {}

  @Handles(confirmationRoutes.confirm)
  @OwnTransactions()
  confirm(@SessionToken() tokenHash: string | undefined, @Input() { body }: ParsedOf<typeof confirmationRoutes.confirm>) {
    return this.confirming.execute(tokenHash, body);
  }
}
