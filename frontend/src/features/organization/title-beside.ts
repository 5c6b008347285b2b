/** A person's title, where it says more than the role; else empty. */
export const titleBeside = (role: string, title: string): string =>
  title.localeCompare(role, undefined, { sensitivity: 'base' }) === 0 ? '' : title;
