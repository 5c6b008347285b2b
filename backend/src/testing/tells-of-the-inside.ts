/** What no answer says: a stack, a statement, a table, a path of the server's. */
export const tellsOfTheInside =
  /\bat .+\.js:\d+|node_modules|\bfrom pg_|QueryFailed|syntax error|invalid input syntax|violates|relation "|select .+ from |insert into|ECONN|TypeError|zod/i;
