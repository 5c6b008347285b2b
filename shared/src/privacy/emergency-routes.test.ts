import { roles } from '../organization/role.js';
import { mayOpenInEmergency } from './emergency-routes.js';

describe('a client with a non-disclosure order', () => {
  it('is opened in an emergency by a coordinator alone', () => {
    expect(roles.filter(mayOpenInEmergency)).toEqual(['coordinator']);
  });
});
