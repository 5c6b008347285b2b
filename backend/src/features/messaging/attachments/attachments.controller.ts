import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { attachmentLimits, attachmentTypes } from '@rinnalla/shared/messaging/attachment-rules';
import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentMember } from '../../../platform/http/actor.js';
import { Handles, Input, OwnTransactions } from '../../../platform/http/handles.js';
import { letRunOut, receiveFile } from '../../../platform/http/receive-file.js';
import { SessionToken } from '../../../platform/http/session-token.decorator.js';
import { attachmentDisposition } from './content-disposition.js';
import { DiscardAttachment } from './discard-attachment.js';
import { DownloadAttachment } from './download-attachment.js';
import { ListAttachments } from './list-attachments.js';
import { UploadAttachment } from './upload-attachment.js';

@Controller()
export class AttachmentsController {
  constructor(
    private readonly listAttachments: ListAttachments,
    private readonly uploadAttachment: UploadAttachment,
    private readonly downloadAttachment: DownloadAttachment,
    private readonly discardAttachment: DiscardAttachment,
  ) {}

  @Handles(attachmentRoutes.ofReferral)
  ofReferral(
    @CurrentMember() _actor: Member,
    @Input() { params }: ParsedOf<typeof attachmentRoutes.ofReferral>,
  ): Promise<ResponseOf<typeof attachmentRoutes.ofReferral>> {
    return this.listAttachments.execute(params.referralId);
  }

  @Handles(attachmentRoutes.upload)
  @OwnTransactions()
  async upload(
    @SessionToken() tokenHash: string | undefined,
    @Req() request: FastifyRequest,
    @Input() { params }: ParsedOf<typeof attachmentRoutes.upload>,
  ): Promise<ResponseOf<typeof attachmentRoutes.upload>> {
    try {
      const view = await this.uploadAttachment.execute({ tokenHash, requestId: request.id }, params, (path) =>
        receiveFile(request, path, attachmentLimits.maxBytes),
      );
      return attachmentRoutes.upload.response.parse(view);
    } catch (error) {
      letRunOut(request.raw);
      throw error;
    }
  }

  @Handles(attachmentRoutes.download)
  @OwnTransactions()
  async download(
    @SessionToken() tokenHash: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { params }: ParsedOf<typeof attachmentRoutes.download>,
  ): Promise<StreamableFile> {
    const { row, bytes } = await this.downloadAttachment.execute(
      { tokenHash, requestId: request.id },
      params,
    );
    // Whatever a browser makes of it, it is nobody's page: no script, no frame, no guess at another type.
    void reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff');
    return new StreamableFile(bytes, {
      type: attachmentTypes[row.type].mime,
      length: row.bytes,
      disposition: attachmentDisposition(row.name),
    });
  }

  @Handles(attachmentRoutes.discard)
  discard(
    @CurrentMember() _actor: Member,
    @Input() { params }: ParsedOf<typeof attachmentRoutes.discard>,
  ): Promise<void> {
    return this.discardAttachment.execute(params);
  }
}
