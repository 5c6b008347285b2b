/** What the app role may do with a table: `select` with a condition, and writes with theirs. */
export interface Protection {
  /** Rows that may be read. `true` for public data. */
  select?: string;
  insert?: string;
  /** Rows that may be changed; they must fulfil `updateCheck ?? update` afterwards. */
  update?: string;
  updateCheck?: string;
  delete?: string;
}

/**
 * SQL that puts a table behind row-level security: enabled and forced, one policy for each command that
 * the app role is granted, and one for the owner, who migrates and runs the SECURITY DEFINER functions.
 * No TRUNCATE, no REFERENCES. Columns may be narrowed for updates by naming them.
 */
export const protect = (table: string, rules: Protection, updateColumns?: readonly string[]): string => {
  const statements = [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy owner_works on ${table} for all to current_user using (true) with check (true)`,
  ];
  const grant = (command: string, columns = '') =>
    statements.push(`grant ${command}${columns} on ${table} to rinnalla_app`);
  const policy = (command: string, body: string) =>
    statements.push(`create policy app_${command}s on ${table} for ${command} to rinnalla_app ${body}`);

  if (rules.select) {
    grant('select');
    policy('select', `using (${rules.select})`);
  }
  if (rules.insert) {
    grant('insert');
    policy('insert', `with check (${rules.insert})`);
  }
  if (rules.update) {
    grant('update', updateColumns ? ` (${updateColumns.join(', ')})` : '');
    policy('update', `using (${rules.update}) with check (${rules.updateCheck ?? rules.update})`);
  }
  if (rules.delete) {
    grant('delete');
    policy('delete', `using (${rules.delete})`);
  }
  return `${statements.join(';\n')};`;
};
