import { Injectable } from '@nestjs/common';
import type { Language } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { MailedTokens } from './mailed-tokens.js';
import { ResetFactorsMail } from './reset-factors-mail.js';

const invitePerson = statement(
  'invite-person',
  'select person_id, has_way_in from app.invite_person($1, $2, $3, $4)',
);

const resetFactors = statement('reset-factors', 'select * from app.reset_factors($1, $2)');

export interface Invited {
  email: string;
  givenName: string;
  surname: string;
  language: Language;
}

/** What other features may ask of accounts. */
@Injectable()
export class AccountFacade {
  constructor(
    private readonly database: Database,
    private readonly tokens: MailedTokens,
    private readonly resetMail: ResetFactorsMail,
  ) {}

  /**
   * Somebody becomes a person of the product, and gets an invitation by mail with the current transaction's commit.
   * Whose address is known stays who they are, under their own name; who can sign in already gets no mail. For service
   * managers, managers of associations and administrators; the membership itself is the caller's to write.
   */
  async invite(
    inviter: Member,
    { email, givenName, surname, language }: Invited,
  ): Promise<{ personId: string; isInvited: boolean }> {
    const row = await this.database.row<{ person_id: string; has_way_in: boolean }>(invitePerson, [
      email,
      givenName,
      surname,
      language,
    ]);
    if (!row) throw new Error('The person was not invited.');
    if (!row.has_way_in)
      this.tokens.askForInvitation(row.person_id, inviter.organization.id, inviter.personId);
    this.database.log({ action: 'invite', objectType: 'person', objectId: row.person_id });
    return { personId: row.person_id, isInvited: !row.has_way_in };
  }

  /** The invitation once more, to who has not taken it up; the earlier link is worth nothing when the new one leaves. */
  inviteAgain(inviter: Member, personId: string): void {
    this.tokens.askForInvitation(personId, inviter.organization.id, inviter.personId);
    this.database.log({ action: 'inviteAgain', objectType: 'person', objectId: personId });
  }

  /**
   * Takes the second factors of a member of the led organization away and ends the person's sessions. They are told by mail;
   * who had no other way in is invited anew. Refused for who belongs to another organization too: its cases open by the same factors.
   */
  async resetFactors(by: Member, membershipId: string): Promise<void> {
    const row = await this.database.row<{
      outcome: 'reset' | 'noFactors' | 'belongsElsewhere';
      reset_person_id: string;
      has_way_in: boolean | null;
    }>(resetFactors, [membershipId, this.database.transaction.at]);
    if (!row) throw new Problem('notFound');
    if (row.outcome === 'belongsElsewhere') throw new Problem('notAllowed', { reason: row.outcome });
    if (row.outcome === 'noFactors') throw new Problem('wrongStatus', { reason: row.outcome });
    this.resetMail.add(membershipId);
    if (!row.has_way_in) this.tokens.askForInvitation(row.reset_person_id, by.organization.id, by.personId);
    this.database.log({ action: 'resetFactors', objectType: 'person', objectId: row.reset_person_id });
  }
}
