import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { type FieldProblem, Problem } from '@rinnalla/shared/kernel/problem';
import { Clock } from '../../platform/clock/clock.js';
import { ClientQuery } from './client.query.js';
import type { GivenClient } from './client.repository.js';

/** What a schema cannot know: the register of municipalities, and what day it is. */
@Injectable()
export class ClientFieldCheck {
  constructor(
    private readonly clients: ClientQuery,
    private readonly clock: Clock,
  ) {}

  /** An order's end that was already on record may have passed: nothing opens by itself, and other fields can still be saved. */
  async execute(given: GivenClient, recordedUntil: string | null = null): Promise<void> {
    const fields: FieldProblem[] = [];
    const { nonDisclosure, nonDisclosureUntil, homeMunicipality } = given;
    if (!nonDisclosure && homeMunicipality && !(await this.clients.isMunicipality(homeMunicipality))) {
      fields.push({ path: 'body.homeMunicipality', code: 'notInList' });
    }
    const isNew = nonDisclosure && nonDisclosureUntil && nonDisclosureUntil !== recordedUntil;
    if (isNew && nonDisclosureUntil < helsinkiDateOf(this.clock.now())) {
      fields.push({ path: 'body.nonDisclosureUntil', code: 'inThePast' });
    }
    if (fields.length > 0) throw new Problem('invalidInput', { fields });
  }
}
