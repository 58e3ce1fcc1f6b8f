import type { ReactiveControllerHost } from "lit";
import { listOutbox } from "../../lib/db/outbox.ts";
import { listOwnTokens } from "../../lib/db/own-tokens.ts";
import type { OwnVotes } from "../bt-review.ts";
import { databases } from "../databases.ts";
import { ownPayload } from "../parts/own-payload.ts";
import { LiveQueryController } from "./live-query.ts";

interface Own {
  /** By the signature voted for. */
  readonly votes: ReadonlyMap<string, OwnVotes>;
  /** Ids of own reviews. */
  readonly reviews: ReadonlySet<string>;
}

const none: OwnVotes = { helpful: false, confirmed: false };

/** What the person wrote and voted, held and waiting statements included. */
export class OwnController {
  readonly #query: LiveQueryController<readonly [], Own>;

  constructor(host: ReactiveControllerHost) {
    this.#query = new LiveQueryController(host, { args: () => [] as const, query: readOwn });
  }

  votesFor(signature: string): OwnVotes {
    return this.#query.value?.votes.get(signature) ?? none;
  }

  isMine(id: string): boolean {
    return this.#query.value?.reviews.has(id) ?? false;
  }
}

async function readOwn(): Promise<Own> {
  const { personal } = databases();
  const [held, sent] = await Promise.all([listOutbox(personal), listOwnTokens(personal)]);
  const votes = new Map<string, OwnVotes>();
  const rows = [...held.filter(({ state }) => state !== "refused"), ...sent];
  for (const { kind, subject, jwt } of rows) {
    if (kind !== "vote") continue;
    const signature = subject.slice("urn:maresi:".length);
    const before = votes.get(signature) ?? none;
    const confirms = ownPayload(jwt).confirms;
    votes.set(signature, {
      helpful: before.helpful || !confirms,
      confirmed: before.confirmed || confirms,
    });
  }
  return { votes, reviews: new Set(rows.filter(({ kind }) => kind === "review").map(({ id }) => id)) };
}
