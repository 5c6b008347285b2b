import type { ClientBase } from 'pg';
import { stableId } from '../../features/catalogue/stable-id.js';
import type { Demonstration } from './demonstration-files.js';

/** Those who may keep them in the product too: as in `mayKeepTemplates`. */
const keepers = `
  select distinct on (m.organization_id) m.organization_id as organization, m.person_id as keeper
    from membership m join person p on p.id = m.person_id and p.demonstration
   where m.role in ('coordinator', 'serviceManager', 'providerManager') order by m.organization_id, m.role, m.id`;
const insertTemplate = `
  insert into message_template (id, organization_id, name, body, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;

/** The same ready messages for every organization whose people are invented: each changes its own. */
export const loadTemplates = async (
  owner: ClientBase,
  { templates }: Demonstration,
  now: Date,
): Promise<void> => {
  const { rows } = await owner.query<{ organization: string; keeper: string }>(keepers);
  for (const { organization, keeper } of rows)
    for (const { key, name, body } of templates)
      await owner.query(insertTemplate, [
        stableId(`template:${organization}:${key}`),
        organization,
        name,
        body,
        now,
        keeper,
      ]);
};
