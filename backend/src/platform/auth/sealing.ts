import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { StartRefusal } from '../start-refusal.js';

/**
 * What a copy of the database must not give away although the product reads it again: sealed under the first key of the
 * setting SEALING_KEY (AES-256-GCM); the others still open what they sealed. And hashes that nobody without the key can
 * try out.
 */
@Injectable()
export class Sealing {
  private readonly cipherKeys: readonly [newest: Buffer, ...older: Buffer[]];
  private readonly hashKey: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    if (config.NODE_ENV === 'production' && !config.SEALING_KEY)
      throw new StartRefusal(
        'SEALING_KEY is missing: 64 hexadecimal digits, as deploy/make-secrets.sh makes them.',
      );
    const keys = (config.SEALING_KEY ?? randomBytes(32).toString('hex'))
      .split(',')
      .map((key) => Buffer.from(key, 'hex'));
    const [newest, ...older] = keys as [Buffer, ...Buffer[]];
    const derived = (key: Buffer, use: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', use, 32));
    this.cipherKeys = [derived(newest, 'seal'), ...older.map((key) => derived(key, 'seal'))];
    this.hashKey = derived(newest, 'hash');
  }

  /** `context` says whose it is: sealed text that is moved to another row opens nothing. */
  seal(text: string, context: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.cipherKeys[0], nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** Undefined: it is of another context, changed, or sealed under a key that we have no longer. */
  open(sealed: string, context: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64');
    for (const key of this.cipherKeys) {
      try {
        return openWith(key, bytes, context);
      } catch {
        // GCM tells only that it is not ours; the next key may be the one.
      }
    }
    return undefined;
  }

  hash(text: string): string {
    return createHmac('sha256', this.hashKey).update(text).digest('hex');
  }
}

const openWith = (key: Buffer, bytes: Buffer, context: string): string => {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
};
