import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { StartRefusal } from '../start-refusal.js';

/**
 * What a copy of the database must not give away although the product reads it again: sealed under the key of the setting
 * SEALING_KEY (AES-256-GCM). And hashes that nobody without the key can try out.
 */
@Injectable()
export class Sealing {
  private readonly cipherKey: Buffer;
  private readonly hashKey: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    if (config.NODE_ENV === 'production' && !config.SEALING_KEY)
      throw new StartRefusal(
        'SEALING_KEY is missing: 64 hexadecimal digits, as deploy/make-secrets.sh makes them.',
      );
    const key = config.SEALING_KEY ? Buffer.from(config.SEALING_KEY, 'hex') : randomBytes(32);
    this.cipherKey = Buffer.from(hkdfSync('sha256', key, '', 'seal', 32));
    this.hashKey = Buffer.from(hkdfSync('sha256', key, '', 'hash', 32));
  }

  /** `context` says whose it is: sealed text that is moved to another row opens nothing. */
  seal(text: string, context: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.cipherKey, nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  open(sealed: string, context: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.cipherKey, bytes.subarray(0, 12))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  hash(text: string): string {
    return createHmac('sha256', this.hashKey).update(text).digest('hex');
  }
}
