/** Where the session lives among the queries; apart from `session.ts` so that the client of queries can name it. */
export const sessionKey = ['session'] as const;
