/** They hold every municipality and the words of closed lists, whoever reads them. */
export const publicRegisters: ReadonlySet<string> = new Set([
  'GET /municipalities',
  'GET /vocabularies',
  'GET /openapi.json',
  'GET /services',
  'GET /services/:serviceId',
  'GET /services/:serviceId/editing',
  'GET /services/:serviceId/similar',
  'GET /own-services',
]);
