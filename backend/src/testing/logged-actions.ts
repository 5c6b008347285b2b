import type pg from 'pg';

/** What the log keeps of a person, as who did it or as what it was done to, from the first to the last. */
export const loggedActions = async (owner: pg.Pool, personOrObjectId: string): Promise<string[]> => {
  const { rows } = await owner.query<{ action: string }>(
    'select action from audit_event where person_id::text = $1 or object_id = $1 order by id',
    [personOrObjectId],
  );
  return rows.map(({ action }) => action);
};
