import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

/** Loaded with the first passkey: until then a process does without its memory. */
const webAuthn = () => import('@simplewebauthn/server');

const findPasskey = statement('find-passkey', 'select * from app.find_passkey($1)');
const ownPasskeys = statement(
  'own-passkeys',
  'select credential_id, transports from passkey where person_id = $1',
);
const keep = statement(
  'keep-passkey',
  `insert into passkey (person_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1 as kept`,
);
const use = statement(
  'use-passkey',
  'update passkey set counter = $2, backed_up = $3, last_used_at = $4 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning 1 as used',
);
const remove = statement(
  'remove-passkey',
  'delete from passkey where id = $1 and person_id = $2 returning 1 as removed',
);

interface PasskeyRow {
  id: string;
  person_id: string;
  public_key: Buffer;
  counter: string;
  transports: string[];
}
interface Person {
  personId: string;
  email: string;
  name: string;
}

/** A passkey that was shown to be there, and whose it is; `enter` must have made its row reachable before it is used. */
export interface ShownPasskey {
  personId: string;
  use: () => Promise<boolean>;
}

/**
 * Passkeys (WebAuthn). Each asks its person for a fingerprint, a face or a number, so that one is two factors: what one
 * has, and what one is or knows. A challenge is asked for once and serves once.
 */
@Injectable()
export class Passkeys {
  constructor(private readonly database: Database) {}

  async registrationOptions(origin: string, person: Person): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const own = await this.database.rows<{ credential_id: string; transports: string[] }>(ownPasskeys, [
      person.personId,
    ]);
    const { generateRegistrationOptions } = await webAuthn();
    return generateRegistrationOptions({
      rpName: 'Rinnalla',
      rpID: relyingPartyOf(origin),
      userID: new TextEncoder().encode(person.personId),
      userName: person.email,
      userDisplayName: person.name,
      attestationType: 'none',
      excludeCredentials: own.map(({ credential_id: id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  async add(
    origin: string,
    personId: string,
    expected: string | null,
    name: string,
    response: unknown,
  ): Promise<boolean> {
    const { verifyRegistrationResponse } = await webAuthn();
    const verified = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: expected ?? neverAsked,
      expectedOrigin: origin,
      expectedRPID: relyingPartyOf(origin),
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!verified?.verified) return false;
    const { credential, credentialBackedUp } = verified.registrationInfo;
    const values = [
      personId,
      credential.id,
      Buffer.from(credential.publicKey),
      credential.counter,
      credential.transports ?? [],
      credentialBackedUp,
      name,
    ];
    const kept = await this.database.row(keep, [...values, this.database.transaction.at]);
    if (!kept) throw new Problem('alreadyExists', { reason: 'hasPasskey' });
    this.database.log({ action: 'addPasskey', objectType: 'person', objectId: personId });
    return true;
  }

  /** For a known person their own; otherwise whichever the device offers for this address. */
  async requestOptions(
    origin: string,
    personId: string | null,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const own = personId
      ? await this.database.rows<{ credential_id: string; transports: string[] }>(ownPasskeys, [personId])
      : [];
    const { generateAuthenticationOptions } = await webAuthn();
    return generateAuthenticationOptions({
      rpID: relyingPartyOf(origin),
      userVerification: 'required',
      allowCredentials: own.map(({ credential_id: id, transports }) => ({ id, transports })),
    });
  }

  /** Whose passkey answered the challenge, or nobody's. */
  async show(origin: string, expected: string | null, given: unknown): Promise<ShownPasskey | undefined> {
    const response = given as AuthenticationResponseJSON;
    const row = await this.database.row<PasskeyRow>(findPasskey, [response.id]);
    if (!row) return undefined;
    const { verifyAuthenticationResponse } = await webAuthn();
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: expected ?? neverAsked,
      expectedOrigin: origin,
      expectedRPID: relyingPartyOf(origin),
      requireUserVerification: true,
      credential: {
        id: response.id,
        publicKey: new Uint8Array(row.public_key),
        counter: Number(row.counter),
        transports: row.transports,
      },
    }).catch(() => undefined);
    if (!verified?.verified) return undefined;
    const { newCounter, credentialBackedUp } = verified.authenticationInfo;
    return {
      personId: row.person_id,
      use: async () =>
        (await this.database.row(use, [
          row.id,
          newCounter,
          credentialBackedUp,
          this.database.transaction.at,
        ])) !== undefined,
    };
  }

  async remove(personId: string, passkeyId: string): Promise<void> {
    if (!(await this.database.row(remove, [passkeyId, personId]))) throw new Problem('notFound');
    this.database.log({ action: 'removePasskey', objectType: 'passkey', objectId: passkeyId });
  }
}

/** Passkeys belong to the name that browsers use for the product. */
const relyingPartyOf = (origin: string): string => new URL(origin).hostname;

/** A challenge that nobody was given: a check without one never passes. */
const neverAsked = (): boolean => false;
