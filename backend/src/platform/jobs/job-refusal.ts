/** Thrown by a job that no further attempt can help. The code stands in the job's row and in the log. */
export class JobRefusal extends Error {
  override readonly name = 'JobRefusal';
  constructor(readonly code: string) {
    super(code);
  }
}
