import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { AccountController } from './account.controller.js';
import { AccountFacade } from './account.facade.js';
import { Attempts } from './attempts.js';
import { Authenticators } from './authenticators.js';
import { ChangeAccount } from './change-account.js';
import { ConfirmIdentity } from './confirm-identity.js';
import { ConfirmationController } from './confirmation.controller.js';
import { Demonstration } from './demonstration.js';
import { Enrolment } from './enrolment.js';
import { IdentityProviders } from './identity-providers.js';
import { MailedController } from './mailed.controller.js';
import { MailedLinks } from './mailed-links.js';
import { MailedTokens } from './mailed-tokens.js';
import { OwnAccount } from './own-account.query.js';
import { Passkeys } from './passkeys.js';
import { PasswordStrategy } from './password.strategy.js';
import { ProviderController } from './provider.controller.js';
import { ProviderSettings } from './provider-settings.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { ProviderStrategy } from './provider.strategy.js';
import { PublicOrigin } from './public-origin.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondSteps } from './second-steps.js';
import { SessionCeremony } from './session-ceremony.js';
import { SessionController } from './session.controller.js';
import { SessionCookies } from './session-cookies.js';
import { ResetFactorsMail } from './reset-factors-mail.js';
import { SessionKeeper } from './session-keeper.js';
import { SessionQuery } from './session.query.js';
import { SignIn } from './sign-in.js';
import { SignInController } from './sign-in.controller.js';
import { SignIns } from './sign-ins.js';

/** How people are known: signing in, its proofs, their sessions and their own account. */
@Module({
  controllers: [
    SessionController,
    SignInController,
    ConfirmationController,
    AccountController,
    MailedController,
    ProviderController,
  ],
  providers: [
    AccountFacade,
    Attempts,
    Authenticators,
    ChangeAccount,
    ConfirmIdentity,
    Demonstration,
    Enrolment,
    IdentityProviders,
    MailedLinks,
    MailedTokens,
    OwnAccount,
    Passkeys,
    PasswordStrategy,
    ProviderSettings,
    ProviderSignIn,
    ProviderStrategy,
    PublicOrigin,
    RecoveryCodes,
    ResetFactorsMail,
    SecondSteps,
    SessionCeremony,
    SessionCookies,
    SessionKeeper,
    SessionQuery,
    SignIn,
    SignIns,
  ],
  exports: [AccountFacade],
})
export class AccountModule implements OnApplicationBootstrap {
  constructor(
    private readonly demonstration: Demonstration,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.DEMO) await this.demonstration.end();
  }
}
