import { roles } from '../organization/role.js';
import {
  type ClientFacts,
  type ClientReader,
  mayChangeClient,
  mayCreateClient,
  mayListClient,
  mayMarkNonDisclosure,
  mayReadClient,
  mayReadContact,
  mayUseRegister,
} from './client-permissions.js';

const aClient = (given: Partial<ClientFacts> = {}): ClientFacts => ({
  organizationId: 'kouvola',
  handlerId: 'sanna',
  nonDisclosure: false,
  ...given,
});
const aReader = (given: Partial<ClientReader> = {}): ClientReader => ({
  personId: 'ville',
  organizationId: 'kouvola',
  role: 'coach',
  substituteFor: [],
  ...given,
});

describe('reading a client', () => {
  it('is for the case workers of the client’s own municipality and no other role', () => {
    const allowed = roles.filter((role) => mayReadClient(aReader({ role }), aClient()));

    expect(allowed).toEqual(['coach', 'coordinator']);
  });

  it('is not for a coach of another municipality', () => {
    expect(mayReadClient(aReader({ organizationId: 'kotka' }), aClient())).toBe(false);
  });

  it.each([
    ['a colleague', aReader(), false],
    ['a coordinator', aReader({ role: 'coordinator' }), false],
    ['the handler', aReader({ personId: 'sanna' }), true],
    ['the handler’s substitute', aReader({ substituteFor: ['sanna'] }), true],
    ['somebody else’s substitute', aReader({ substituteFor: ['timo'] }), false],
    [
      'the handler, acting for another organization',
      aReader({ personId: 'sanna', organizationId: 'kotka' }),
      false,
    ],
    [
      'the handler, acting as a service manager',
      aReader({ personId: 'sanna', role: 'serviceManager' }),
      false,
    ],
  ])('with a non-disclosure order: %s', (_who, reader, may) => {
    const client = aClient({ nonDisclosure: true });

    expect([
      mayReadClient(reader, client),
      mayReadContact(reader, client),
      mayChangeClient(reader, client),
    ]).toEqual([may, may, may]);
  });
});

describe('a list of clients', () => {
  it('holds a coach’s own and those they stand in for, and a coordinator’s whole organization', () => {
    expect(mayListClient(aReader({ personId: 'sanna' }), aClient())).toBe(true);
    expect(mayListClient(aReader({ substituteFor: ['sanna'] }), aClient())).toBe(true);
    expect(mayListClient(aReader(), aClient())).toBe(false);
    expect(mayListClient(aReader({ role: 'coordinator' }), aClient())).toBe(true);
    expect(mayListClient(aReader({ role: 'coordinator', organizationId: 'kotka' }), aClient())).toBe(false);
  });
});

describe('a non-disclosure order', () => {
  it('is marked by who stands beside the client, not by a colleague', () => {
    expect(mayMarkNonDisclosure(aReader({ personId: 'sanna' }), aClient())).toBe(true);
    expect(mayMarkNonDisclosure(aReader({ role: 'coordinator' }), aClient())).toBe(false);
  });

  it('is not marked by a handler who acts for another organization', () => {
    const elsewhere = aReader({ personId: 'sanna', organizationId: 'kotka' });

    expect(mayMarkNonDisclosure(elsewhere, aClient())).toBe(false);
  });
});

describe('what comes from the authority’s register', () => {
  it('is for case workers of the sender with a valid virkasuhde', () => {
    const allowed = (officeHolder: boolean) => roles.filter((role) => mayUseRegister({ role, officeHolder }));

    expect(allowed(true)).toEqual(['coach', 'coordinator']);
    expect(allowed(false)).toEqual([]);
  });
});

describe('taking a client into care', () => {
  it('is for those who refer', () => {
    expect(roles.filter(mayCreateClient)).toEqual(['coach', 'coordinator']);
  });
});
