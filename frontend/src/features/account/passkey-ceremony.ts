import { Problem } from '@rinnalla/shared/kernel/problem';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

export interface PasskeyAnswer {
  [key: string]: unknown;
  id: string;
  rawId: string;
  type: 'public-key';
  response: Record<string, unknown>;
}

/** Whether this browser can hold passkeys at all; a plain-http address in a village hall cannot. */
export const canUsePasskeys = (): boolean =>
  typeof window.PublicKeyCredential === 'function' && window.isSecureContext;

/** The browser asks its person; whoever closes its window is refused like a passkey that does not fit. */
const refusal = (): never => {
  throw new Problem('wrongCredentials', { reason: 'secondFactor' });
};

/** Loaded when somebody presses the button: few pages need it. */
export const createPasskey = async ({
  options,
}: {
  options: Record<string, unknown>;
}): Promise<PasskeyAnswer> => {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const answer = await startRegistration({
    optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
  }).catch(refusal);
  return answer as unknown as PasskeyAnswer;
};

export const askPasskey = async ({
  options,
}: {
  options: Record<string, unknown>;
}): Promise<PasskeyAnswer> => {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const answer = await startAuthentication({
    optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
  }).catch(refusal);
  return answer as unknown as PasskeyAnswer;
};
