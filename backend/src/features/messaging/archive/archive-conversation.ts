import { Injectable } from '@nestjs/common';
import { inLanguage, type Language, type Localized } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { ConversationLine } from '@rinnalla/shared/messaging/conversation-line';
import { openConversation, stepConversation } from '@rinnalla/shared/messaging/conversation-state';
import { entriesPageMax } from '@rinnalla/shared/messaging/message-rules';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { displayName, type Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../../platform/database/database.js';
import { type Caller, MemberTransactions } from '../../../platform/http/member-transactions.js';
import { AttachmentQuery } from '../attachments/attachment.query.js';
import type { AttachmentRow } from '../attachments/attachment.rows.js';
import { presentConversation, presentEntry } from '../conversation.presenter.js';
import { ConversationQuery } from '../conversation.query.js';
import { archiveMoment, paragraphsOf } from './archive-paragraphs.js';
import { archiveTexts } from './archive-texts.js';
import type { Archive, ArchiveSection } from './print-archive.js';

export interface WantedArchive {
  referralId: string;
  /** Also the notes of one's own organization; never the other's, which are not there for this reader. */
  notes: boolean;
  language: Language;
}

/** A case's conversation as a file, as its reader may see it now: read in the reader's own context, logged, then printed without a connection. */
@Injectable()
export class ArchiveConversation {
  constructor(
    private readonly transactions: MemberTransactions,
    private readonly database: Database,
    private readonly conversations: ConversationQuery,
    private readonly attachments: AttachmentQuery,
  ) {}

  async execute(caller: Caller, wanted: WantedArchive): Promise<{ caseNumber: string; bytes: Buffer }> {
    const archive = await this.transactions.run(caller, (actor) => this.gather(actor, wanted));
    // With the first one to print: until then a process does without the memory of what prints.
    const { printArchive } = await import('./print-archive.js');
    return { caseNumber: archive.caseNumber, bytes: await printArchive(archive) };
  }

  private async gather(actor: Member, { referralId, notes, language }: WantedArchive): Promise<Archive> {
    const t = archiveTexts[language];
    const views = (await this.conversations.listOfReferral(referralId))
      .map((row) => presentConversation(row, actor.organization.id))
      .filter(({ audience }) => notes || audience === 'shared');
    const [first] = views;
    if (!first) throw new Problem('notFound');
    const nameOf = (name: ConversationView['serviceTitle']): string =>
      inLanguage(name as Localized, language).text;
    const parties = views.flatMap(({ organizations }) => organizations);
    const organizations = new Map(parties.map(({ id, name }) => [id, nameOf(name)]));
    const attachments = await this.attachments.listOfReferral(referralId);
    const questions = await this.conversations.listQuestions(referralId);
    const sections: ArchiveSection[] = [];
    for (const view of views) {
      const readers = view.organizations.map(({ name }) => nameOf(name)).join(', ');
      sections.push({
        heading: t[view.audience],
        readers: view.audience === 'shared' ? t.sharedReaders(readers) : t.internalReaders(readers),
        paragraphs: paragraphsOf(
          await this.linesOf(view),
          { organizations, files: filesOf(attachments, view.id), questions },
          language,
        ),
      });
    }
    this.database.log({
      action: 'archiveConversation',
      objectType: 'referral',
      objectId: referralId,
      details: { notes, conversations: views.map(({ id }) => id) },
    });
    const { at } = this.database.transaction;
    return {
      language,
      caseNumber: first.caseNumber,
      facts: [
        { name: t.service, value: nameOf(first.serviceTitle) },
        { name: t.parties, value: [...new Set(organizations.values())].join(', ') },
      ],
      printed: t.printed(archiveMoment(at, language), displayName(actor), nameOf(actor.organization.name)),
      at,
      sections,
    };
  }

  /** The same lines as the screen makes of the same log. */
  private async linesOf({ id }: ConversationView): Promise<readonly ConversationLine[]> {
    let state = openConversation('');
    let more = true;
    while (more) {
      const page = await this.conversations.listEntries(id, state.lastSeq, entriesPageMax);
      state = stepConversation(state, { type: 'entriesCame', entries: page.entries.map(presentEntry) });
      more = page.more;
    }
    return state.lines;
  }
}

/** Files that were sent; one that waits to be sent is no part of the conversation. */
const filesOf = (rows: readonly AttachmentRow[], conversationId: string): { seq: number; name: string }[] =>
  rows.flatMap(({ conversation_id, entry_seq, name }) =>
    conversation_id === conversationId && entry_seq !== null ? [{ seq: entry_seq, name }] : [],
  );
