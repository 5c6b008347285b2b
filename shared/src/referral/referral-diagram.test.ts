/// <reference types="node" />
import { readFileSync, writeFileSync } from 'node:fs';
import { referralActions } from './referral-action.js';
import { referralStatuses } from './referral-status.js';
import { writeReferralStates } from './referral-diagram.js';

const page = new URL('../../../docs/referral-states.md', import.meta.url);

describe('docs/referral-states.md', () => {
  it('tells the table as it is', () => {
    if (process.env.WRITE_DOCS) writeFileSync(page, writeReferralStates());

    expect(readFileSync(page, 'utf8')).toBe(writeReferralStates());
  });

  it('leaves out no action and no status', () => {
    const written = writeReferralStates();
    for (const action of referralActions) expect(written).toContain(`| \`${action}\` |`);
    for (const status of referralStatuses.slice(1))
      expect(written).toMatch(new RegExp(`> ${status}: |${status} --> \\[\\*\\]`));
  });
});
