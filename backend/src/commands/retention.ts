import { parseArgs } from 'node:util';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays, type LocalDate, parseLocalDate } from '@rinnalla/shared/kernel/local-date';
import pg from 'pg';
import { RetentionRules } from '../features/privacy/retention-rules.js';
import { StartRefusal } from '../platform/start-refusal.js';
import { migrateOrRefuse } from './migrate-or-refuse.js';
import { openDatabase } from './open-database.js';
import { runCommand, say } from './run-command.js';
import { dataDirOf } from './start-options.js';

const preview = `
  select o.name->>'fi' as organization, d.rule, count(*) filter (where not d.is_held)::int as ending, count(*) filter (where d.is_held)::int as held
    from app.due_subjects($1, $2) d join organization o on o.id = d.organization_id
   group by o.name->>'fi', d.place, d.rule order by o.name->>'fi', d.place, d.rule`;

interface Line {
  organization: string;
  rule: string;
  ending: number;
  held: number;
}

/** `npm run retention -- --preview [--day 2028-11-24]`: what the night of the day would end, by organization and rule. Changes nothing. */
await runCommand(async () => {
  const day = dayOf(process.argv.slice(2));
  const database = await openDatabase(process.env, dataDirOf(process.env), say);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  try {
    await migrateOrRefuse(database.ownerUrl);
    await owner.connect();
    const rules = new RetentionRules();
    const { rows } = await owner.query<Line>(preview, [JSON.stringify(rules.appliedOn(day)), day]);
    for (const { organization, rule, ending, held } of rows)
      say(`${organization}: ${rule}: ${ending} would end, ${held} held`);
    say(`${day}: ${rows.reduce((sum, { ending }) => sum + ending, 0)} would end.`);
  } finally {
    await owner.end();
    await database.stop();
  }
});

/** Tomorrow, whose night comes next, unless a day is given. */
function dayOf(args: string[]): LocalDate {
  const how = 'The command is npm run retention -- --preview, or with --day 2028-11-24 for a day to come.';
  let given: { preview?: boolean | undefined; day?: string | undefined };
  try {
    given = parseArgs({ args, options: { preview: { type: 'boolean' }, day: { type: 'string' } } }).values;
  } catch {
    throw new StartRefusal(how);
  }
  const day = given.day ? parseLocalDate(given.day) : addDays(helsinkiDateOf(new Date()), 1);
  if (!given.preview || !day) throw new StartRefusal(how);
  return day;
}
