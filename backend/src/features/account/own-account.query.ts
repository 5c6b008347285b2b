import { Injectable } from '@nestjs/common';
import type { Device } from '@rinnalla/shared/account/device';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface OwnProofs {
  email: string;
  given_name: string;
  surname: string;
  demonstration: boolean;
  password_hash: string | null;
  has_authenticator: boolean;
  has_passkey: boolean;
}
export interface OwnAccountRow {
  authenticator: { addedAt: string; lastUsedAt: string | null } | null;
  passkeys: { id: string; name: string; addedAt: string; lastUsedAt: string | null; isBackedUp: boolean }[];
  recovery_codes_left: number;
  identities: { providerId: string; organization: Localized; linkedAt: string }[];
  sessions: {
    id: string;
    browser: Device['browser'];
    system: Device['system'];
    method: 'password' | 'passkey' | 'provider';
    openedAt: string;
    lastSeenAt: string;
  }[];
}

const proofs = statement(
  'own-proofs',
  `select p.email, p.given_name, p.surname, p.demonstration, (select c.password_hash from app.own_credential() c) as password_hash,
          exists (select from authenticator a where a.person_id = p.id) as has_authenticator,
          exists (select from passkey k where k.person_id = p.id) as has_passkey
     from person p where p.id = app.account()`,
);
const account = statement(
  'own-account',
  `select (select json_build_object('addedAt', a.created_at, 'lastUsedAt', a.last_used_at) from authenticator a where a.person_id = app.person()) as authenticator,
          coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'addedAt', k.created_at, 'lastUsedAt', k.last_used_at, 'isBackedUp', k.backed_up) order by k.created_at, k.id)
                      from passkey k where k.person_id = app.person()), '[]') as passkeys,
          (select count(*)::integer from recovery_code r where r.person_id = app.person() and r.used_at is null) as recovery_codes_left,
          coalesce((select json_agg(json_build_object('providerId', i.provider_id, 'organization', o.name, 'linkedAt', i.created_at) order by i.created_at)
                      from identity i join identity_provider v on v.id = i.provider_id join organization o on o.id = v.organization_id
                     where i.person_id = app.person()), '[]') as identities,
          coalesce((select json_agg(json_build_object('id', s.id, 'browser', s.browser, 'system', s.system, 'method', s.method, 'openedAt', s.created_at, 'lastSeenAt', s.last_seen_at)
                             order by s.last_seen_at desc, s.id)
                      from session s where s.person_id = app.person() and s.revoked_at is null and s.expires_at > $1 and s.last_seen_at > $1::timestamptz - interval '60 minutes'), '[]') as sessions`,
);

/** The signed-in person's own ways of signing in, and their open sessions. */
@Injectable()
export class OwnAccount {
  constructor(private readonly database: Database) {}

  async proofs(): Promise<OwnProofs> {
    const row = await this.database.row<OwnProofs>(proofs);
    if (!row) throw new Error('Nobody is signed in.');
    return row;
  }

  async read(): Promise<OwnAccountRow> {
    const row = await this.database.row<OwnAccountRow>(account, [this.database.transaction.at]);
    if (!row) throw new Error('A select without a table has a row.');
    return row;
  }
}
