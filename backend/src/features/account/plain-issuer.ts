/** Plain HTTP only to this machine, and only outside of production: for tests of a real provider. */
export const mayBePlain = (issuer: string, environment: string): boolean => {
  const { protocol, hostname } = new URL(issuer);
  return environment !== 'production' && protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(hostname);
};
