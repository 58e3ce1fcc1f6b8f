/**
 * Says in the console of the extension what must not happen. Nothing is ever sent anywhere; addresses of pages
 * do not belong in `what`.
 */
export function logBug(what: string, cause: unknown): void {
  console.error(`[backtalk] ${what}`, cause);
}

/** For promises nobody waits for: their failure is a bug and is said. */
export function inBackground(what: string, work: Promise<unknown>): void {
  work.catch((cause: unknown) => logBug(what, cause));
}
