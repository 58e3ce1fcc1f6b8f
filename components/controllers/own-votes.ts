import type { ReactiveControllerHost } from "lit";
import { listOutbox } from "../../lib/db/outbox.ts";
import { tokensById } from "../../lib/db/tokens.ts";
import type { OwnToken } from "../../lib/db/personal-rows.ts";
import { listOwnTokens } from "../../lib/db/own-tokens.ts";
import { targetOf } from "../../lib/reviews/kind.ts";
import { databases } from "../databases.ts";
import { ownPayload } from "../parts/own-payload.ts";
import { LiveQueryController } from "./live-query.ts";

/** What a person has said of a review, held and sent votes alike. */
export interface OwnVotes {
  readonly helpful: boolean;
  readonly confirmed: boolean;
  /** What of it the counts of the local copy do not hold yet. */
  readonly uncounted: { readonly helpful: number; readonly confirmed: number };
}

export const noVotes: OwnVotes = {
  helpful: false,
  confirmed: false,
  uncounted: { helpful: 0, confirmed: 0 },
};

type OwnStatement = Pick<OwnToken, "id" | "jwt" | "kind" | "signatureKey" | "subject">;

interface Own {
  /** By the signature voted for. */
  readonly votes: ReadonlyMap<string, OwnVotes>;
  /** Ids of own reviews and replies. */
  readonly written: ReadonlySet<string>;
}

/** What the person wrote and voted, held and waiting statements included. */
export class OwnController {
  readonly #query: LiveQueryController<readonly [], Own>;

  constructor(host: ReactiveControllerHost) {
    this.#query = new LiveQueryController(host, { args: () => [] as const, query: readOwn });
  }

  votesFor(signature: string): OwnVotes {
    return this.#query.value?.votes.get(signature) ?? noVotes;
  }

  isMine(id: string): boolean {
    return this.#query.value?.written.has(id) ?? false;
  }
}

async function readOwn(): Promise<Own> {
  const { community, personal } = databases();
  const [held, sent] = await Promise.all([listOutbox(personal), listOwnTokens(personal)]);
  const votes = new Map<string, OwnVotes>();
  const rows = [...held.filter(({ state }) => state !== "refused"), ...sent];
  const cast = votesAmong(rows);
  const stored = await tokensById(
    community,
    cast.map(({ id }) => id),
  );
  for (const [subject, own] of Map.groupBy(cast, (row) => row.subject)) {
    const said = own.map(({ id, jwt }) => ({
      isCounted: stored.has(id),
      confirms: ownPayload(jwt).confirms,
    }));
    votes.set(subject.slice("urn:maresi:".length), votesOf(said));
  }
  const written = rows.filter(({ kind }) => kind === "review" || kind === "reply");
  return { votes, written: new Set(written.map(({ id }) => id)) };
}

/** Votes, and what was changed in them, by what they are about. */
function votesAmong(rows: readonly OwnStatement[]): readonly OwnStatement[] {
  const cast = rows.filter(({ kind }) => kind === "vote");
  const about = new Map(cast.map(({ signatureKey, subject }) => [signatureKey, subject]));
  const changes = rows.flatMap((row) => {
    const subject = row.kind === "edit" ? about.get(targetOf(row.subject) ?? "") : undefined;
    return subject === undefined ? [] : [{ ...row, subject }];
  });
  return [...cast, ...changes];
}

/** One person is one voice: what the local copy holds of them already must not be added to its counts again. */
function votesOf(said: readonly { readonly isCounted: boolean; readonly confirms: boolean }[]): OwnVotes {
  const confirmed = said.some(({ confirms }) => confirms);
  const counted = said.filter(({ isCounted }) => isCounted);
  return {
    // A confirmation says "helpful", too.
    helpful: said.length > 0,
    confirmed,
    uncounted: {
      helpful: counted.length > 0 ? 0 : 1,
      confirmed: confirmed && !counted.some(({ confirms }) => confirms) ? 1 : 0,
    },
  };
}
