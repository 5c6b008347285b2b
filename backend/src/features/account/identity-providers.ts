import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { allowInsecureRequests, ClientSecretPost, type Configuration, discovery } from 'openid-client';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { log } from '../../platform/log/log.js';
import { mayBePlain } from './plain-issuer.js';

const listProviders = statement(
  'list-identity-providers',
  'select v.id, o.name as organization from identity_provider v join organization o on o.id = v.organization_id where v.enabled order by o.name->>$1, v.id limit 500',
);
const findProvider = statement(
  'find-identity-provider',
  'select * from identity_provider where id = $1 and enabled',
);

export interface ProviderRow {
  id: string;
  issuer: string;
  client_id: string;
  secret_name: string;
  acr_values: string[];
  amr_values: string[];
  version: number;
}

const answerWithinSeconds = 5;
const rememberedForMs = 10 * 60_000;

/** Organizations' own sign-in services (OpenID Connect), as each describes itself. */
@Injectable()
export class IdentityProviders {
  private readonly described = new Map<string, { until: number; coming: Promise<Configuration> }>();

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(): Promise<{ id: string; organization: Localized }[]> {
    const rows = await this.database.rows<{ id: string; organization: Localized }>(listProviders, ['fi']);
    return rows.map(({ id, organization }) => ({ id, organization }));
  }

  async get(providerId: string | null): Promise<ProviderRow> {
    const row = await this.database.row<ProviderRow>(findProvider, [providerId]);
    if (!row) throw new Problem('notFound');
    return row;
  }

  hasSecret(name: string): boolean {
    return this.config.OIDC_CLIENT_SECRETS[name] !== undefined;
  }

  /** Reads the provider's description of itself; its issuer must be the one in the settings. Outside of transactions: it waits for others. */
  async describe(provider: ProviderRow): Promise<Configuration> {
    const secret = this.config.OIDC_CLIENT_SECRETS[provider.secret_name];
    if (secret === undefined) {
      log.error(
        { providerId: provider.id },
        'a sign-in service has no secret: OIDC_CLIENT_SECRETS names none like it',
      );
      throw new Problem('unavailable', { reason: 'providerDown' });
    }
    const key = `${provider.id} ${provider.version}`;
    const known = this.described.get(key);
    if (known && known.until > performance.now()) return known.coming;
    const coming = discovery(
      new URL(provider.issuer),
      provider.client_id,
      { client_secret: secret },
      ClientSecretPost(secret),
      {
        timeout: answerWithinSeconds,
        execute: mayBePlain(provider.issuer, this.config.NODE_ENV) ? [allowInsecureRequests] : [],
      },
    );
    this.described.set(key, { until: performance.now() + rememberedForMs, coming });
    // The next sign-in asks again.
    coming.catch(() => this.described.delete(key));
    return coming;
  }
}
