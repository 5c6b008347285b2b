import type { LogAction } from '@rinnalla/shared/log/log-action';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { checkAcknowledged } from '@rinnalla/shared/client/text-guard';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { mayKeepTemplates, type templateInput } from '@rinnalla/shared/messaging/message-template';
import type { TemplateView } from '@rinnalla/shared/messaging/template-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const columns = 'id, name, body, version';
const listTemplates = statement(
  'list-message-templates',
  `select ${columns} from message_template where organization_id = app.organization() order by coalesce(name->>'fi', name->>'sv'), id`,
);
const writeTemplate = statement(
  'write-message-template',
  `insert into message_template (organization_id, name, body, updated_at, updated_by) values (app.organization(), $1, $2, $3, app.person()) returning ${columns}`,
);
const changeTemplate = statement(
  'change-message-template',
  `update message_template set name = $2, body = $3, version = version + 1, updated_at = $4, updated_by = app.person()
    where id = $1 and version = $5 returning ${columns}`,
);
const removeTemplate = statement(
  'remove-message-template',
  'delete from message_template where id = $1 and version = $2 returning id',
);
const templateExists = statement(
  'message-template-exists',
  'select version from message_template where id = $1',
);

type TemplateInput = z.output<typeof templateInput>;
interface TemplateRow extends Record<string, unknown> {
  id: string;
  name: Localized;
  body: Localized;
  version: number;
}

/** An organization's ready messages: its leaders and coordinators keep them, its case workers use them. */
@Injectable()
export class KeepTemplates {
  constructor(private readonly database: Database) {}

  async list(actor: Member): Promise<{ items: TemplateView[]; mayKeep: boolean }> {
    const rows = await this.database.rows<TemplateRow>(listTemplates);
    return { items: rows.map(present), mayKeep: mayKeepTemplates(actor.role) };
  }

  async write(actor: Member, { name, body, acknowledged }: TemplateInput): Promise<TemplateView> {
    this.checkRole(actor);
    const kinds = kindsIn({ name, body }, acknowledged);
    const row = await this.database.row<TemplateRow>(writeTemplate, [
      name,
      body,
      this.database.transaction.at,
    ]);
    if (!row) throw new Error('The message template was not inserted.');
    this.tell('writeMessageTemplate', row.id, kinds);
    return present(row);
  }

  async change(
    actor: Member,
    templateId: string,
    { name, body, version, acknowledged }: TemplateInput & { version: number },
  ): Promise<TemplateView> {
    this.checkRole(actor);
    const kinds = kindsIn({ name, body }, acknowledged);
    const row = await this.database.row<TemplateRow>(changeTemplate, [
      templateId,
      name,
      body,
      this.database.transaction.at,
      version,
    ]);
    if (!row) throw await this.missing(templateId);
    this.tell('changeMessageTemplate', templateId, kinds);
    return present(row);
  }

  async remove(actor: Member, templateId: string, version: number): Promise<{ removed: true }> {
    this.checkRole(actor);
    if (!(await this.database.row(removeTemplate, [templateId, version])))
      throw await this.missing(templateId);
    this.tell('removeMessageTemplate', templateId);
    return { removed: true };
  }

  private checkRole(actor: Member): void {
    if (!mayKeepTemplates(actor.role)) throw new Problem('notAllowed');
  }

  private async missing(templateId: string): Promise<Problem> {
    const present = await this.database.row<{ version: number }>(templateExists, [templateId]);
    return present
      ? new Problem('changedMeanwhile', { details: { version: present.version } })
      : new Problem('notFound');
  }

  private tell(action: LogAction, objectId: string, kinds: readonly SensitiveKind[] = []): void {
    this.database.log({ action, objectType: 'messageTemplate', objectId });
    if (kinds.length > 0)
      this.database.log({
        action: 'sendDespiteWarning',
        objectType: 'messageTemplate',
        objectId,
        details: { kinds },
      });
  }
}

/** A ready message is about no client: the organization's own number and address may stand in it. */
const kindsIn = (
  { name, body }: Pick<TemplateInput, 'name' | 'body'>,
  acknowledged: TemplateInput['acknowledged'],
): SensitiveKind[] =>
  checkAcknowledged([...Object.values(name), ...Object.values(body)], 'none', acknowledged);

const present = ({ id, name, body, version }: TemplateRow): TemplateView => ({ id, name, body, version });
