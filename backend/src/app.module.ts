import { type DynamicModule, Module } from '@nestjs/common';
import { AccountModule } from './features/account/account.module.js';
import { CatalogueModule } from './features/catalogue/catalogue.module.js';
import { ClientModule } from './features/client/client.module.js';
import { LogModule } from './features/log/log.module.js';
import { MessagingModule } from './features/messaging/messaging.module.js';
import { NotificationModule } from './features/notification/notification.module.js';
import { OrganizationModule } from './features/organization/organization.module.js';
import { PrivacyModule } from './features/privacy/privacy.module.js';
import { ReferralModule } from './features/referral/referral.module.js';
import { clockOf } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import { PlatformModule } from './platform/platform.module.js';
import { ReactionsModule } from './reactions.js';

/** Wiring, nothing else. */
@Module({})
export class AppModule {
  static with(config: Config, clock = clockOf(config)): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, clock),
        AccountModule,
        OrganizationModule,
        CatalogueModule,
        ClientModule,
        MessagingModule,
        LogModule,
        PrivacyModule,
        ReferralModule,
        NotificationModule,
        ReactionsModule,
      ],
    };
  }
}
