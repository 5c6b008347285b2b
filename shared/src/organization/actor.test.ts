import { type Actor, isMember } from './actor.js';

const actor: Actor = {
  sessionId: 'session',
  personId: 'sanna',
  givenName: 'Sanna',
  surname: 'Koskinen',
  language: 'fi',
  officeHolder: false,
};
const organization = { id: 'kouvola', name: { fi: 'Kouvola' }, kind: 'municipality' } as const;

describe('who acts for an organization', () => {
  it('has a role there; who has not chosen, or is nobody, does not act', () => {
    expect(isMember({ ...actor, organization, role: 'coach' })).toBe(true);
    expect(isMember({ ...actor, organization })).toBe(false);
    expect(isMember({ ...actor, role: 'coach' })).toBe(false);
    expect(isMember(undefined)).toBe(false);
  });
});
