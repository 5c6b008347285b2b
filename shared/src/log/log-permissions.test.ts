import { roles } from '../organization/role.js';
import { mayReadLog } from './log-permissions.js';

describe('the log of an organization', () => {
  it('is read by its data protection officer, and by nobody who works on cases', () => {
    expect(roles.filter(mayReadLog)).toEqual(['dataProtectionOfficer']);
  });
});
