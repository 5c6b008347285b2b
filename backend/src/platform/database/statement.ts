/** A named SQL statement: PostgreSQL plans it once per connection. The name is unique in the code base. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const known = new Map<string, Statement>();

export const statement = (name: string, text: string): Statement => {
  if (known.has(name)) throw new Error(`Two SQL statements are named ${name}.`);
  const made = { name, text };
  known.set(name, made);
  return made;
};

/** Every statement of the modules that are loaded: a test reads the plans of those that list. */
export const knownStatements = (): readonly Statement[] => [...known.values()];
