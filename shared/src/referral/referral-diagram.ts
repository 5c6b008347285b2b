import { type ReferralAction, referralActions } from './referral-action.js';
import { isFinal, referralStatuses } from './referral-status.js';
import { type TransitionRow, type Way, referralTransitions } from './referral-workflow-table.js';

/** Drawn as words below the picture: they would cross every other line. */
const undrawn: readonly ReferralAction[] = ['undo', 'mark_in_error', 'reassign'];

const rowOf = (action: ReferralAction): TransitionRow => referralTransitions[action];

const arrows = (action: ReferralAction): string[] =>
  rowOf(action).ways.flatMap((way) =>
    way.from.flatMap((from) => way.to.map((to) => `  ${from} --> ${to}: ${action}`)),
  );

const parties = (way: Way): string =>
  Object.entries(way.by)
    .map(([party, role]) => (role === 'worker' ? party : `${party} (${role})`))
    .join(', ');

const clocks = (row: TransitionRow): string =>
  Object.entries(row.clocks)
    .map(([name, instruction]) => `${name} ${instruction}`)
    .join(', ');

const tableLines = (action: ReferralAction): string[] => {
  const row = rowOf(action);
  return row.ways.map(
    (way) =>
      `| \`${action}\` | ${way.from.join(', ')} | ${way.to.join(', ')} | ${parties(way)} | ${row.needs.join(', ') || '–'} | ${clocks(row) || '–'} | ${row.agreement} |`,
  );
};

/** The page docs/referral-states.md, made from the table that the product runs on. */
export const writeReferralStates = (): string =>
  [
    '# The states of a referral',
    '',
    '<!-- Made from shared/src/referral/referral-workflow-table.ts; a test fails when it is stale.',
    '     Write it anew: npx tsc -b shared && WRITE_DOCS=1 npx jest --selectProjects shared referral-diagram -->',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> draft',
    ...referralActions.filter((action) => !undrawn.includes(action)).flatMap(arrows),
    ...referralStatuses.filter(isFinal).map((status) => `  ${status} --> [*]`),
    '```',
    '',
    `Not drawn: ${undrawn.map((action) => `\`${action}\``).join(', ')}; they are in the table.`,
    '`previous` is the status before the step that is undone, `same` the status it has.',
    '',
    '| action | from | to | who | needs | clocks | agreement |',
    '|---|---|---|---|---|---|---|',
    ...referralActions.flatMap(tableLines),
    '',
  ].join('\n');
