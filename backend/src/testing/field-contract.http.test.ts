import type { Route } from '@rinnalla/shared/contract/define-route';
import { OpenApiController } from '../platform/openapi/openapi.controller.js';
import { type CanaryName, circles } from './canaries.js';
import { fieldsOf } from './contract-fields.js';
import { aboutNoCase, answeredFields, writtenFields } from './field-decisions.js';
import { startTestServer, type TestServer } from './test-server.js';

const names = Object.keys(circles) as CanaryName[];

/** What the field matrix looks for is made of the contract: a field that is new there needs a value here, or a reason. */
describe('the field matrix leaves out', () => {
  let server: TestServer;
  let routes: Route[];
  beforeAll(async () => {
    server = await startTestServer();
    routes = server.get(OpenApiController).routes();
  });
  afterAll(() => server.stop());

  const aboutCases = () =>
    routes.filter(
      ({ method, path }) => !aboutNoCase.some(({ routes: some }) => some.test(`${method} ${path}`)),
    );

  it('no field that somebody writes', () => {
    const fields = new Set(
      aboutCases().flatMap((route) =>
        fieldsOf(route, 'body').map((field) => `${route.method} ${route.path} ${field}`),
      ),
    );
    const decided = new Set(
      Object.entries(writtenFields).flatMap(([route, lines]) =>
        Object.keys(lines).map((field) => `${route} ${field}`),
      ),
    );

    expect([...fields].filter((field) => !decided.has(field))).toEqual([]);
    expect([...decided].filter((field) => !fields.has(field))).toEqual([]);
  });

  it('no field that an answer shows', () => {
    const shown = new Set(aboutCases().flatMap((route) => fieldsOf(route, 'response').map(nameOfField)));

    expect([...shown].filter((field) => !(field in answeredFields))).toEqual([]);
    expect(Object.keys(answeredFields).filter((field) => !shown.has(field))).toEqual([]);
  });

  it('no value for want of a field', () => {
    const decisions = [
      ...Object.values(writtenFields).flatMap(Object.values),
      ...Object.values(answeredFields),
    ];
    const named = new Set(decisions.flatMap((decision) => (Array.isArray(decision) ? decision : [])));

    // A file’s bytes are no field.
    expect(names.filter((name) => !named.has(name) && !/Content$/.test(name))).toEqual([]);
  });
});

/** The field's own name; of a text in three languages, what the text is of. */
const nameOfField = (path: string): string =>
  path
    .split('.')
    .filter((part, index, all) => index !== all.length - 1 || !['fi', 'sv', 'en', 'easyFi'].includes(part))
    .at(-1) ?? '';
