import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { parseRequest } from './parse-request.js';

describe('what came from outside', () => {
  it('with an address that can name nothing names nothing, whatever else is wrong', () => {
    const request = { params: { clientId: 'Anna' }, query: { secret: '1' }, body: undefined };

    expect(() => parseRequest(clientRoutes.read, request)).toThrow(
      expect.objectContaining({ code: 'notFound', extra: {} }),
    );
  });

  it('is told every wrong field at once', () => {
    const request = { params: {}, query: {}, body: { languages: ['fi'], colour: 'blue' } };

    expect(() => parseRequest(organizationRoutes.change, request)).toThrow(
      expect.objectContaining({
        code: 'invalidInput',
        extra: {
          fields: [
            { path: 'body.version', code: 'required' },
            { path: 'body.colour', code: 'unknownField' },
          ],
        },
      }),
    );
  });
});
