import { hash, verify } from '@node-rs/argon2';
import { contextWords, refusalOfPassword } from '@rinnalla/shared/account/password-rules';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { isCommonPassword } from './common-passwords.js';

/** Compared against when nobody has the address, so that both answers take the same time. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$N2Y0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ';

/** argon2id with OWASP's first parameters: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Takes the same time whoever is asked for, and whether anybody is there. */
export const isRightPassword = async (
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> => {
  const matches = await verify(passwordHash ?? nobodysHash, password).catch(() => false);
  return passwordHash !== undefined && matches;
};

interface Owner {
  email: string;
  given_name: string;
  surname: string;
}

/** The hash of a new password, or `invalidInput` at its field. */
export const hashOfNewPassword = (password: string, owner: Owner): Promise<string> => {
  const words = contextWords(owner.given_name, owner.surname, owner.email);
  const refusal =
    refusalOfPassword(password, words) ?? (isCommonPassword(password) ? 'commonPassword' : undefined);
  if (refusal) throw new Problem('invalidInput', { fields: [{ path: 'body.password', code: refusal }] });
  return hash(password, parameters);
};
