/** One line of JSON per event. What people asked for, their addresses and their tokens are never in it. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
  /** `cause` is a bug or a broken database, not something a client did. */
  error(event: string, cause: unknown): void;
}

export function createLog(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Log {
  const line = (level: string, event: string, fields: object): void =>
    write(JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }));
  return {
    info: (event, fields = {}) => line("info", event, fields),
    error: (event, cause) => line("error", event, { message: messageOf(cause) }),
  };
}

export const silentLog: Log = { info: () => undefined, error: () => undefined };

/** A database's message may quote the row it choked on, after the first line; the first line says what broke. */
function messageOf(cause: unknown): string {
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return (text.split("\n", 1)[0] ?? "").slice(0, 300);
}
