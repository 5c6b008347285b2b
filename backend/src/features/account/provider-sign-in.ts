import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { beginningLimits } from './attempt-limits.js';
import { Attempts } from './attempts.js';
import type { CallerPlace } from './caller-place.js';
import { IdentityProviders, type ProviderRow } from './identity-providers.js';
import { provesTwoFactors } from './provider-claims.js';
import { refusalOfProvider } from './provider-refusal.js';
import { settle } from './settle.js';
import { type SignInOutcome, SignIns, type SignInUnderWay } from './sign-ins.js';

const findIdentity = statement('find-identity', 'select person_id from app.find_identity($1, $2)');
const joinIdentity = statement('join-identity', 'select person_id from app.join_identity($1, $2)');
const useIdentity = statement(
  'use-identity',
  'update identity set last_used_at = $3 where provider_id = $1 and subject = $2',
);
const findInvitation = statement(
  'find-invitation',
  `select id from app.find_account_token($1, 'invitation', $2)`,
);

/** What the browser brought back from the provider. */
export interface ProviderAnswer {
  code: string;
  state: string;
  iss?: string | undefined;
}

interface Verified {
  subject: string;
  twoFactors: boolean;
}

/**
 * Signing in at an organization's own service: code with PKCE, state and nonce. Who comes back is known by the subject
 * that this issuer vouches for, joined to a person by an invitation; an address in a claim is believed by nobody.
 */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly providers: IdentityProviders,
    private readonly signIns: SignIns,
  ) {}

  list() {
    return this.database.inTransaction({}, async () => ({ providers: await this.providers.list() }));
  }

  async begin(
    { providerId, invitation }: { providerId: string; invitation?: string | undefined },
    origin: string,
    from: CallerPlace,
  ): Promise<{ address: string; signInToken: string }> {
    await this.attempts.takeOrRefuse(beginningLimits(from.address));
    const provider = await this.database.inTransaction({}, () => this.providers.get(providerId));
    const configuration = await this.providers.describe(provider).catch((error: unknown) => {
      throw refusalOfProvider(error, provider.id);
    });
    const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUriOf(origin),
      scope: 'openid',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(provider.acr_values.length > 0 ? { acr_values: provider.acr_values.join(' ') } : {}),
    });
    const signInToken = await this.database.inTransaction({}, async () => {
      const accountTokenId = invitation === undefined ? undefined : await this.invitationId(invitation);
      return this.signIns.begin('provider', null, {
        providerId,
        state,
        nonce,
        codeVerifier,
        ...(accountTokenId ? { accountTokenId } : {}),
      });
    });
    return { address: address.href, signInToken };
  }

  /** Whatever goes wrong ends this sign-in: a second try begins anew, with a state, a nonce and a verifier of its own. */
  async finish(
    token: string | undefined,
    answer: ProviderAnswer,
    origin: string,
    from: CallerPlace,
  ): Promise<SignInOutcome> {
    const { signIn, provider } = await this.database.inTransaction({}, async () => {
      const found = await this.signIns.find(token);
      if (found?.method !== 'provider' || found.person_id !== null)
        throw new Problem('notSignedIn', { reason: 'signInOver' });
      return { signIn: found, provider: await this.providers.get(found.provider_id) };
    });
    const verified = await this.verify(provider, signIn, answer, origin).catch(async (error: unknown) => {
      await this.database.inTransaction({}, () => this.signIns.cancel(token));
      throw refusalOfProvider(error, provider.id);
    });
    return settle(this.database, {}, () => this.admit(token, provider, verified, from));
  }

  private async verify(
    provider: ProviderRow,
    signIn: SignInUnderWay,
    { code, state, iss }: ProviderAnswer,
    origin: string,
  ): Promise<Verified> {
    const came = new URL(redirectUriOf(origin));
    came.search = new URLSearchParams({ code, state, ...(iss === undefined ? {} : { iss }) }).toString();
    const tokens = await authorizationCodeGrant(await this.providers.describe(provider), came, {
      pkceCodeVerifier: signIn.code_verifier ?? '',
      expectedState: signIn.state ?? '',
      expectedNonce: signIn.nonce ?? '',
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Problem('wrongCredentials', { reason: 'provider' });
    return {
      subject: claims.sub,
      twoFactors: provesTwoFactors(claims, {
        acrValues: provider.acr_values,
        amrValues: provider.amr_values,
      }),
    };
  }

  private async admit(
    token: string | undefined,
    provider: ProviderRow,
    { subject, twoFactors }: Verified,
    from: CallerPlace,
  ): Promise<SignInOutcome | Problem> {
    const signIn = await this.signIns.find(token);
    if (!signIn || signIn.person_id !== null) return new Problem('notSignedIn', { reason: 'signInOver' });
    const demandsTwo = provider.acr_values.length + provider.amr_values.length > 0;
    if (demandsTwo && !twoFactors) return this.refuse(token, 'twoFactorsMissing');
    const { at } = this.database.transaction;
    const known = await this.database.row<{ person_id: string }>(findIdentity, [provider.id, subject]);
    const joined = known ?? (await this.database.row<{ person_id: string }>(joinIdentity, [subject, at]));
    if (!joined) return this.refuse(token, 'unknownIdentity');
    if (!known)
      this.database.log({ action: 'joinIdentity', objectType: 'person', objectId: joined.person_id });
    await this.signIns.knowPerson(joined.person_id);
    await this.signIns.find(token);
    await this.database.row(useIdentity, [provider.id, subject, at]);
    if (!twoFactors) return {};
    await this.signIns.prove();
    return { sessionToken: await this.signIns.open(joined.person_id, from.device) };
  }

  private async refuse(
    token: string | undefined,
    reason: 'twoFactorsMissing' | 'unknownIdentity',
  ): Promise<Problem> {
    await this.signIns.cancel(token);
    this.database.log({
      action: 'signInRefused',
      result: 'refused',
      objectType: 'identityProvider',
      details: { reason },
    });
    return new Problem('notAllowed', { reason });
  }

  private async invitationId(invitation: string): Promise<string> {
    const row = await this.database.row<{ id: string }>(findInvitation, [
      hashOfToken(invitation),
      this.database.transaction.at,
    ]);
    if (!row) throw new Problem('notFound', { reason: 'linkGone' });
    return row.id;
  }
}

/** A page, not a route of the API: it takes what came out of the address and tells it in a body. */
export const redirectUriOf = (origin: string): string => `${origin}/kirjaudu/paluu`;
