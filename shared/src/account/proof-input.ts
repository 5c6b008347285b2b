import { z } from 'zod';
import { passwordMaximum, passwordMinimum } from './password-rules.js';

/** Six digits of an authenticator app, as people type them. */
export const codeInput = z
  .string()
  .trim()
  .min(1)
  .max(12)
  .regex(/^\d{3} ?\d{3}$/, { error: 'invalid' });

export const recoveryCodeInput = z.string().trim().min(1).max(60);

/** A browser's answer to a passkey's challenge (WebAuthn, RegistrationResponseJSON or AuthenticationResponseJSON). */
export const passkeyResponse = z.looseObject({
  id: z.string().min(1).max(1500),
  rawId: z.string().min(1).max(1500),
  type: z.literal('public-key'),
  response: z.record(z.string().max(60), z.unknown()),
});

/** What a browser is asked with: the options of WebAuthn as JSON. */
export const passkeyOptions = z.object({ options: z.record(z.string(), z.unknown()) });

/** What a new password must fulfil at least; the rest is judged by the server, which knows the person. */
export const newPasswordInput = z.string().min(passwordMinimum).max(passwordMaximum);

export const passkeyName = z.string().trim().min(1).max(60);
/** Of 256 random bits, from a message's link; it stands behind the `#`, which browsers do not send. */
export const mailedToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'invalid' });
