import { Controller, Res } from '@nestjs/common';
import { mailedRoutes } from '@rinnalla/shared/account/account-routes';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { FastifyReply } from 'fastify';
import { Handles, Input, OwnTransactions } from '../../platform/http/handles.js';
import { type CallerPlace, From } from './caller-place.js';
import { MailedLinks } from './mailed-links.js';
import { SessionCookies } from './session-cookies.js';

type Routes = typeof mailedRoutes;

/** What comes with a link in a mail. */
@Controller()
export class MailedController {
  constructor(
    private readonly links: MailedLinks,
    private readonly cookies: SessionCookies,
  ) {}

  @Handles(mailedRoutes.readInvitation)
  @OwnTransactions()
  readInvitation(@Input() { body }: ParsedOf<Routes['readInvitation']>, @From() from: CallerPlace) {
    return this.links.readInvitation(body.token, from);
  }

  @Handles(mailedRoutes.acceptInvitation)
  @OwnTransactions()
  async acceptInvitation(
    @Input() { body }: ParsedOf<Routes['acceptInvitation']>,
    @From() from: CallerPlace,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<Routes['acceptInvitation']>> {
    this.cookies.give(reply, await this.links.acceptInvitation(body.token, body.password, from));
    return { accepted: true };
  }

  @Handles(mailedRoutes.forgetPassword)
  @OwnTransactions()
  async forgetPassword(
    @Input() { body }: ParsedOf<Routes['forgetPassword']>,
    @From() from: CallerPlace,
  ): Promise<ResponseOf<Routes['forgetPassword']>> {
    await this.links.forgetPassword(body.email, from);
    return { asked: true };
  }

  @Handles(mailedRoutes.resetPassword)
  @OwnTransactions()
  async resetPassword(
    @Input() { body }: ParsedOf<Routes['resetPassword']>,
    @From() from: CallerPlace,
  ): Promise<ResponseOf<Routes['resetPassword']>> {
    await this.links.resetPassword(body.token, body.password, from);
    return { changed: true };
  }
}
