/** A named SQL statement: PostgreSQL plans it once per connection. The name is unique in the code base. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const names = new Set<string>();

export const statement = (name: string, text: string): Statement => {
  if (names.has(name)) throw new Error(`Two SQL statements are named ${name}.`);
  names.add(name);
  return { name, text };
};
