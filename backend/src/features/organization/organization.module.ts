import { Module } from '@nestjs/common';
import { PasswordStrategy } from './password.strategy.js';
import { SessionController } from './session.controller.js';
import { SessionKeeper } from './session-keeper.js';
import { SessionQuery } from './session.query.js';
import { SignIn } from './sign-in.js';

@Module({
  controllers: [SessionController],
  providers: [PasswordStrategy, SignIn, SessionKeeper, SessionQuery],
})
export class OrganizationModule {}
