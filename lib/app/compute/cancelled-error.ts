/** Whoever asked does not wait any more. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}
