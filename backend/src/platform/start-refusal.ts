/**
 * A reason why Rinnalla cannot start that its operator can act on. The message is one whole sentence, in
 * words and without a stack; commands print it alone. Everything else that is thrown is a fault of ours.
 */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
