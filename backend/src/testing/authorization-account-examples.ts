import { randomUUID } from 'node:crypto';
import type { Make } from './authorization-example.js';

const noToken = 'x'.repeat(43);
const noPasskey = { id: 'none', rawId: 'none', type: 'public-key', response: {} };

/** The lines of signing in and of one's own account: most are refused without a sign-in under way. */
export const accountExamples: Record<string, Make> = {
  'POST /session/confirmation': () => ({ body: { way: 'password', password: 'väärä salasana' } }),
  'POST /session/confirmation/passkey/options': () => ({ body: {} }),
  'POST /sign-in/code': () => ({ body: { code: '123456' } }),
  'POST /sign-in/recovery-code': () => ({ body: { code: 'aaaa-bbbb' } }),
  'POST /sign-in/passkey/options': () => ({ body: {} }),
  'POST /sign-in/passkey': () => ({ body: { response: noPasskey } }),
  'POST /sign-in/enrolment/authenticator': () => ({ body: {} }),
  'POST /sign-in/enrolment/authenticator/code': () => ({ body: { code: '123456' } }),
  'POST /sign-in/enrolment/passkey/options': () => ({ body: {} }),
  'POST /sign-in/enrolment/passkey': () => ({ body: { name: 'Avain', response: noPasskey } }),
  'POST /sign-in/provider': () => ({ body: { providerId: randomUUID() } }),
  'POST /sign-in/provider/answer': () => ({ body: { code: 'x', state: 'x' } }),
  'PUT /organization/identity-provider': () => ({
    body: {
      version: 0,
      issuer: 'https://id.example',
      clientId: 'rinnalla',
      secretName: 'example',
      acrValues: [],
      amrValues: ['mfa'],
      enabled: true,
    },
  }),
  'POST /invitation': () => ({ body: { token: noToken } }),
  'POST /invitation/acceptance': () => ({ body: { token: noToken, password: 'neljä sinistä hevosta' } }),
  'POST /password-reset': () => ({ body: { email: `${randomUUID()}@people.example` } }),
  'POST /password-reset/use': () => ({ body: { token: noToken, password: 'neljä sinistä hevosta' } }),
  'PUT /account/password': () => ({ body: { password: 'neljä sinistä hevosta' } }),
  'POST /account/authenticator/proposal': () => ({ body: {} }),
  'POST /account/authenticator': () => ({ body: { code: '123456' } }),
  'POST /account/passkeys/options': () => ({ body: {} }),
  'POST /account/passkeys': () => ({ body: { name: 'Avain', response: noPasskey } }),
  'DELETE /account/passkeys/:passkeyId': () => ({ params: { passkeyId: randomUUID() } }),
  'POST /account/recovery-codes': () => ({ body: {} }),
  'DELETE /account/sessions/:sessionId': ({ world }) => ({
    params: { sessionId: world.setting.outi.sessionId },
  }),
};
