import { Injectable } from '@nestjs/common';
import type { providerRoutes } from '@rinnalla/shared/account/provider-routes';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { mayChangeOrganization } from '@rinnalla/shared/organization/organization-permissions';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { IdentityProviders, type ProviderRow } from './identity-providers.js';
import { redirectUriOf } from './provider-sign-in.js';

const findOwn = statement(
  'own-identity-provider',
  'select * from identity_provider where organization_id = $1',
);
const insert = statement(
  'insert-identity-provider',
  `insert into identity_provider (organization_id, issuer, client_id, secret_name, acr_values, amr_values, enabled, updated_at, updated_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
);
const update = statement(
  'update-identity-provider',
  `update identity_provider set issuer = $2, client_id = $3, secret_name = $4, acr_values = $5, amr_values = $6, enabled = $7, updated_at = $8, updated_by = $9, version = version + 1
    where organization_id = $1 and version = $10 returning id`,
);

type View = ResponseOf<typeof providerRoutes.read>;
type Settings = ParsedOf<typeof providerRoutes.save>['body'];

/** The settings of an organization's own sign-in service, kept by its managers. */
@Injectable()
export class ProviderSettings {
  constructor(
    private readonly database: Database,
    private readonly providers: IdentityProviders,
  ) {}

  async read(member: Member, origin: string): Promise<View> {
    if (!mayChangeOrganization(member.role)) throw new Problem('notAllowed');
    const row = await this.database.row<ProviderRow & { enabled: boolean }>(findOwn, [
      member.organization.id,
    ]);
    return {
      provider: row
        ? {
            version: row.version,
            issuer: row.issuer,
            clientId: row.client_id,
            secretName: row.secret_name,
            hasSecret: this.providers.hasSecret(row.secret_name),
            acrValues: row.acr_values,
            amrValues: row.amr_values,
            enabled: row.enabled,
            redirectUri: redirectUriOf(origin),
          }
        : null,
    };
  }

  /** Subjects mean something under one issuer only: who changes it would hand its people's identities to another authority. */
  async save(
    member: Member,
    { version, issuer, clientId, secretName, acrValues, amrValues, enabled }: Settings,
    origin: string,
  ): Promise<View> {
    // Refuses whoever may not change the organization, as every reading does.
    const before = (await this.read(member, origin)).provider;
    if (before && before.issuer !== issuer && before.version === version)
      throw new Problem('unprocessable', { reason: 'issuerStays' });
    const values = [
      member.organization.id,
      issuer,
      clientId,
      secretName,
      acrValues,
      amrValues,
      enabled,
      this.database.transaction.at,
      member.personId,
    ];
    const saved =
      version === 0
        ? await this.database.row(insert, values)
        : await this.database.row(update, [...values, version]);
    if (!saved) throw new Problem('changedMeanwhile');
    this.database.log({
      action: 'changeIdentityProvider',
      objectType: 'organization',
      objectId: member.organization.id,
    });
    return this.read(member, origin);
  }
}
