import { erasureRoutes, holdRoutes } from '@rinnalla/shared/privacy/erasure-routes';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { anErasableClient, type Erasable } from './erasable-client.js';
import type { SignedIn } from './people.js';
import type { AReferralSetting } from './referrals.js';
import type { TestServer } from './test-server.js';

/** What people of a municipality do about the erasure of a client. */
export class Erasing {
  constructor(private readonly server: TestServer) {}

  stand(given: AReferralSetting = {}, status: ReferralStatus = 'completed') {
    return anErasableClient(this.server, given, status);
  }

  ask({ setting: { sanna, clientId } }: Erasable, who = sanna) {
    return this.server.call(erasureRoutes.ask, { params: { clientId: clientId as never } }, who);
  }

  async asked(standing: Erasable) {
    return (await this.ask(standing)).body.request.id;
  }

  preview(who: SignedIn, requestId: string) {
    return this.server.call(erasureRoutes.preview, { params: { requestId: requestId as never } }, who);
  }

  erase(who: SignedIn, requestId: string, version = 1) {
    return this.server.call(
      erasureRoutes.erase,
      { params: { requestId: requestId as never }, body: { version } },
      who,
    );
  }

  refuse(who: SignedIn, requestId: string) {
    return this.server.call(
      erasureRoutes.refuse,
      { params: { requestId: requestId as never }, body: { version: 1, refusal: 'legalClaim' } },
      who,
    );
  }

  hold(who: SignedIn, body: Record<string, unknown>) {
    return this.server.call(
      holdRoutes.set,
      {
        body: {
          act: '170/1999',
          reason: 'Vahingonkorvausasia on kesken.',
          from: '2026-11-01',
          ...body,
        } as never,
      },
      who,
    );
  }
}
