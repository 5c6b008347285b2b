import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { isMember, type Member } from '@rinnalla/shared/organization/actor';
import { type Beginning, Database } from '../database/database.js';

/** Whose request it is, for handlers that stream: no transaction, and no connection, is held while bytes travel. */
export type Caller = Pick<Beginning, 'tokenHash' | 'requestId'>;

/** Transactions of a member's own, one for each part of a longer work; the door's rules hold in each. */
@Injectable()
export class MemberTransactions {
  constructor(private readonly database: Database) {}

  run<Result>(caller: Caller, work: (actor: Member) => Promise<Result>): Promise<Result> {
    return this.database.inTransaction(caller, ({ transaction: { actor } }) => {
      if (!actor) throw new Problem('notSignedIn');
      if (!isMember(actor)) throw new Problem('notAllowed', { reason: 'noOrganizationChosen' });
      return work(actor);
    });
  }
}
