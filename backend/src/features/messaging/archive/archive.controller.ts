import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import { archiveRoutes } from '@rinnalla/shared/messaging/archive-routes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Handles, Input, OwnTransactions } from '../../../platform/http/handles.js';
import { SessionToken } from '../../../platform/http/session-token.decorator.js';
import { attachmentDisposition } from '../attachments/content-disposition.js';
import { ArchiveConversation } from './archive-conversation.js';

@Controller()
export class ArchiveController {
  constructor(private readonly archive: ArchiveConversation) {}

  @Handles(archiveRoutes.conversation)
  @OwnTransactions()
  async conversation(
    @SessionToken() tokenHash: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { params, query }: ParsedOf<typeof archiveRoutes.conversation>,
  ): Promise<StreamableFile> {
    const { caseNumber, bytes } = await this.archive.execute(
      { tokenHash, requestId: request.id },
      { ...params, language: query.language, notes: query.notes === 'true' },
    );
    void reply
      .header('cache-control', 'no-store')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff');
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      length: bytes.length,
      disposition: attachmentDisposition(`${caseNumber}.pdf`),
    });
  }
}
