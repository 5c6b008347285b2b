import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@rinnalla/shared/kernel/local-date';
import type { Member } from '@rinnalla/shared/organization/actor';

export interface ConsentWithdrawal {
  member: Member;
  clientId: string;
  serviceId: string;
  at: Date;
  today: LocalDate;
}

type Consequence = (withdrawal: ConsentWithdrawal) => Promise<void>;

/**
 * What follows, in the very transaction in which a client takes a consent back: features that disclose or hold say so
 * here when they start. It is no event: had one of them not happened, nothing would have.
 */
@Injectable()
export class ConsentWithdrawals {
  private readonly consequences: Consequence[] = [];

  follow(consequence: Consequence): void {
    this.consequences.push(consequence);
  }

  async happen(withdrawal: ConsentWithdrawal): Promise<void> {
    for (const consequence of this.consequences) await consequence(withdrawal);
  }
}
