import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SendMailOptions } from 'nodemailer';
import type { Config } from '../config/config.js';
import { JobRefusal } from '../jobs/job-refusal.js';
import { log } from '../log/log.js';

/** How a mail leaves the house. */
export interface MailCarrier {
  /** True when it has arrived there. Throws `InDoubt` when nobody can tell. */
  carry(mail: SendMailOptions & { messageId: string }): Promise<true>;
  close(): void;
}

/** The connection ended before the server's answer. */
export class InDoubt extends Error {}

/** A mail server; without one a folder of .eml files, as in the demonstration; with neither, mails end here. */
export const mailCarrierOf = ({ SMTP_URL, MAIL_FOLDER }: Config): MailCarrier => {
  if (SMTP_URL) return bySmtp(SMTP_URL);
  return MAIL_FOLDER ? intoFolder(MAIL_FOLDER) : nowhere;
};

/** Loaded with the first mail: most processes are started far more often than they send. */
const nodemailer = () => import('nodemailer');

const closed = { disableFileAccess: true, disableUrlAccess: true } as const;

const nowhere: MailCarrier = {
  carry: async () => {
    log.warn('a mail was not sent: neither SMTP_URL nor MAIL_FOLDER is set');
    return true;
  },
  close: () => undefined,
};

const bySmtp = (url: string): MailCarrier => {
  const open = async () =>
    (await nodemailer()).createTransport({
      url,
      pool: true,
      maxConnections: 2,
      // Each well under the time that a job may take.
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 15_000,
      ...closed,
    });
  let opened: ReturnType<typeof open> | undefined;
  return {
    carry: async (mail) => {
      const transport = await (opened ??= open());
      try {
        await transport.sendMail(mail);
        return true;
      } catch (error) {
        const {
          responseCode = 0,
          syscall,
          code = '',
        } = error as { responseCode?: number; syscall?: string; code?: string };
        const isCertain =
          responseCode > 0 || syscall === 'connect' || ['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE'].includes(code);
        if (!isCertain) throw new InDoubt();
        // 5xx: the server will not take it tomorrow either (RFC 5321, 4.2.1).
        throw responseCode >= 500 && responseCode < 600 ? new JobRefusal(`smtp${responseCode}`) : error;
      }
    },
    close: () => void opened?.then((transport) => transport.close()),
  };
};

const intoFolder = (folder: string): MailCarrier => ({
  carry: async (mail) => {
    const transport = (await nodemailer()).createTransport({
      streamTransport: true,
      buffer: true,
      ...closed,
    });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { message } = await transport.sendMail(mail);
    const file = join(folder, `${mail.messageId.replace(/[^0-9a-z]/g, '').slice(0, 40)}.eml`);
    await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
    await rename(`${file}.part`, file);
    return true;
  },
  close: () => undefined,
});
