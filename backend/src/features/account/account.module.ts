import { Module } from '@nestjs/common';
import { ConfirmIdentity } from './confirm-identity.js';
import { ConfirmationController } from './confirmation.controller.js';
import { PasswordStrategy } from './password.strategy.js';
import { SessionController } from './session.controller.js';
import { SessionKeeper } from './session-keeper.js';
import { SessionQuery } from './session.query.js';
import { SignIn } from './sign-in.js';

/** How people are known: signing in, its proofs, their sessions. */
@Module({
  controllers: [SessionController, ConfirmationController],
  providers: [ConfirmIdentity, PasswordStrategy, SessionKeeper, SessionQuery, SignIn],
})
export class AccountModule {}
