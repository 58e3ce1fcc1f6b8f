import type { OutboxRow } from "../db/outbox.ts";
import { otherSpelling } from "./spelling.ts";

/** Where a token goes next, and under which spelling of its subject. */
export interface Stop {
  readonly server: string;
  readonly subject: string;
}

/** How a stop that did not work out is noted in `OutboxRow.tried`. */
export function stopName({ server, subject }: Stop): string {
  return `${server} ${subject}`;
}

/**
 * The next stop that was not tried: the server it is at with the other spelling, then the next server with the
 * spelling in hand. `undefined` when every one has refused. No brand can veto a review by not answering.
 */
export function nextStop(row: OutboxRow, servers: readonly string[]): Stop | undefined {
  const ordered = servers.toSorted((a, b) => Number(b === row.server) - Number(a === row.server));
  const other = row.kind === "review" ? otherSpelling(row.subject) : undefined;
  const spellings = other === undefined ? [row.subject] : [row.subject, other];
  return ordered
    .flatMap((server) => spellings.map((subject) => ({ server, subject })))
    .find((stop) => !row.tried.includes(stopName(stop)));
}

/** `tried` once a server has turned out to be the wrong one under any spelling. */
export function triedWholeServer(row: OutboxRow, server: string): readonly string[] {
  const other = otherSpelling(row.subject);
  const subjects = other === undefined ? [row.subject] : [row.subject, other];
  return [...row.tried, ...subjects.map((subject) => stopName({ server, subject }))];
}
