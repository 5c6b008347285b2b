import { Injectable } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { writeDate } from '@rinnalla/shared/kernel/date-text';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { inLanguage, type Language } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { type copyRoutes, noteIdOf, type WithholdingGround } from '@rinnalla/shared/privacy/copy-routes';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClientFacade } from '../client/client.facade.js';
import { ReadLooks } from '../log/read-looks.facade.js';
import { type ClientCopy, sectionsOf } from './client-copy.presenter.js';
import { ClientCopyQuery } from './client-copy.query.js';
import { copyTexts } from './client-copy-texts.js';

type Asked = ParsedOf<typeof copyRoutes.make>['query'];

/** Everything that the organization holds of a client, for the client: as a file with every letter, or to read on paper. */
@Injectable()
export class CopyClient {
  constructor(
    private readonly clients: ClientFacade,
    private readonly looks: ReadLooks,
    private readonly query: ClientCopyQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(
    member: Member,
    clientId: string,
    { format, language, withheld, ground }: Asked,
  ): Promise<ResponseOf<typeof copyRoutes.make>> {
    await this.clients.assertReadable(member, clientId);
    const copy = await this.gather(member, clientId, withheld?.split(',') ?? [], ground);
    this.database.log({
      action: 'exportClient',
      objectType: 'client',
      objectId: clientId,
      clientId,
      purpose: 'clientsRequest',
      details: {
        format,
        ...(copy.withheld && { withheldNotes: copy.withheld.notes, ground: copy.withheld.ground }),
      },
    });
    const day = helsinkiDateOf(this.clock.now());
    if (format === 'json')
      return {
        fileName: `rinnalla-${day}.json`,
        mediaType: 'application/json',
        base64: Buffer.from(JSON.stringify(copy, null, 2)).toString('base64'),
      };
    return {
      fileName: `rinnalla-${day}.pdf`,
      mediaType: 'application/pdf',
      base64: (await this.print(copy, language)).toString('base64'),
    };
  }

  /** To look through before anything is handed out: notes that may be left out, files that go beside it. */
  async preview(member: Member, clientId: string): Promise<ResponseOf<typeof copyRoutes.preview>> {
    await this.clients.assertReadable(member, clientId);
    const referrals = await this.query.listReferrals(clientId);
    this.database.log({
      action: 'previewCopy',
      objectType: 'client',
      objectId: clientId,
      clientId,
      purpose: 'clientsRequest',
    });
    return {
      notes: referrals.flatMap(({ caseNumber, notes }) =>
        notes.map(({ at, ...note }) => ({ ...note, at: new Date(at).toISOString(), caseNumber })),
      ),
      files: referrals.flatMap(({ caseNumber, files }) =>
        files.map(({ conversationId, attachmentId, name }) => ({
          conversationId,
          attachmentId,
          name,
          caseNumber,
        })),
      ),
    };
  }

  private async gather(
    member: Member,
    clientId: string,
    withheldIds: readonly string[],
    ground: WithholdingGround | undefined,
  ): Promise<ClientCopy> {
    const client = await this.query.findClient(clientId);
    if (!client) throw new Problem('notFound');
    const all = await this.query.listReferrals(clientId);
    const withheld = new Set(withheldIds);
    const known = all.flatMap(({ notes }) => notes).filter((note) => withheld.has(noteIdOf(note))).length;
    // A note that has gone or is another client's: what was looked through is not what would be made.
    if (known !== withheld.size)
      throw new Problem('invalidInput', { fields: [{ path: 'query.withheld', code: 'notInList' }] });
    return {
      madeAt: this.clock.now().toISOString(),
      organization: member.organization.name,
      client,
      records: await this.clients.listRecords(clientId),
      referrals: all.map((referral) => ({
        ...referral,
        notes: referral.notes.filter((note) => !withheld.has(noteIdOf(note))),
      })),
      withheld: ground ? { notes: known, ground } : null,
      looks: await this.looks.list(clientId),
    };
  }

  private async print(copy: ClientCopy, language: Language): Promise<Buffer> {
    // With the first one to print: until then a process does without the memory of what prints.
    const { printCopy } = await import('./print-copy.js');
    const t = copyTexts[language];
    const made = t.made(
      inLanguage(copy.organization, language).text,
      writeDate(helsinkiDateOf(new Date(copy.madeAt)), language),
    );
    return printCopy({
      title: t.title,
      lead: [made, t.not],
      sections: sectionsOf(copy, language),
      none: t.none,
      language,
    });
  }
}
