import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LogAnchors } from './audit/log-anchors.js';
import { LogPruning } from './audit/log-pruning.js';
import { LogSeal } from './audit/log-seal.js';
import { Refusals } from './audit/refusals.js';
import { Sealing } from './auth/sealing.js';
import { SessionTokens } from './auth/session-tokens.js';
import { Clock } from './clock/clock.js';
import { type Config, logKeyOf } from './config/config.js';
import { CONFIG } from './config/config.token.js';
import { appOptions } from './database/data-source.js';
import { Database } from './database/database.js';
import { DOORBELL } from './events/doorbell.js';
import { EventBell } from './events/event-bell.js';
import { PostgresDoorbell } from './events/postgres-doorbell.js';
import { HealthController } from './health/health.controller.js';
import { FileStore } from './files/file-store.js';
import { openFileStore } from './files/open-file-store.js';
import { AllowedOrigins } from './http/allowed-origins.js';
import { MemberTransactions } from './http/member-transactions.js';
import { OriginGuard } from './http/origin.guard.js';
import { PaceGuard } from './http/pace.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { SessionGuard } from './http/session.guard.js';
import { TransactionInterceptor } from './http/transaction.interceptor.js';
import { ForgetTraces } from './jobs/forget-traces.js';
import { JobWorker } from './jobs/job-worker.js';
import { Jobs } from './jobs/jobs.js';
import { WatchJobs } from './jobs/watch-jobs.js';
import { Mail } from './mail/mail.js';
import { MailGate } from './mail/mail-gate.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { LiveGateway } from './realtime/live.gateway.js';
import { LiveSockets } from './realtime/live-sockets.js';
import { SocketRequests } from './realtime/socket-requests.js';

/** Technique without domain words. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({
          ...appOptions(config.DATABASE_URL, config.DATABASE_POOL_SIZE, !config.DATABASE_OWNER_URL),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
      ],
      controllers: [HealthController, OpenApiController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: LogSeal, useFactory: () => new LogSeal(logKeyOf(config)) },
        Database,
        LogAnchors,
        LogPruning,
        Refusals,
        { provide: DOORBELL, useFactory: () => new PostgresDoorbell(config.DATABASE_URL) },
        Sealing,
        SessionTokens,
        EventBell,
        Jobs,
        JobWorker,
        ForgetTraces,
        WatchJobs,
        Mail,
        MailGate,
        LiveSockets,
        SocketRequests,
        LiveGateway,
        AllowedOrigins,
        MemberTransactions,
        { provide: FileStore, useFactory: () => openFileStore(config) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: PaceGuard },
        { provide: APP_GUARD, useClass: OriginGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
      ],
      exports: [
        LogPruning,
        CONFIG,
        Clock,
        Database,
        Sealing,
        SessionTokens,
        EventBell,
        Jobs,
        Mail,
        AllowedOrigins,
        MemberTransactions,
        FileStore,
        LiveSockets,
        SocketRequests,
      ],
    };
  }
}
