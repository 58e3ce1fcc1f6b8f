import type { ReactiveControllerHost } from "lit";
import { listOutbox } from "../../lib/db/outbox.ts";
import type { OutboxRow } from "../../lib/db/personal-rows.ts";
import { databases } from "../databases.ts";
import { ownPayload } from "../parts/own-payload.ts";
import { LiveQueryController } from "./live-query.ts";

/** A reply of the person's own that no server has yet. */
export interface WaitingReply {
  readonly id: string;
  readonly text: string;
  readonly nickname: string;
  /** Epoch ms. */
  readonly at: number;
}

/** What waits of an own reply that is public: its new words, or its deletion. */
export type WaitingChange = { readonly kind: "edit"; readonly text: string } | { readonly kind: "delete" };

interface Waiting {
  readonly replies: ReadonlyMap<string, readonly WaitingReply[]>;
  readonly changes: ReadonlyMap<string, WaitingChange>;
}

const prefix = "urn:maresi:";

/** Own replies that are on their way, shown where they will stand. All by the signature that they are about. */
export class OwnRepliesController {
  readonly #query: LiveQueryController<readonly [], Waiting>;

  constructor(host: ReactiveControllerHost) {
    this.#query = new LiveQueryController(host, { args: () => [] as const, query: readWaiting });
  }

  /** The oldest first. */
  repliesTo(signature: string): readonly WaitingReply[] {
    return this.#query.value?.replies.get(signature) ?? [];
  }

  changeOf(signature: string): WaitingChange | undefined {
    return this.#query.value?.changes.get(signature);
  }
}

async function readWaiting(): Promise<Waiting> {
  const rows = await listOutbox(databases().personal);
  const waiting = rows
    .filter(({ state }) => state !== "sent" && state !== "refused")
    .toSorted((one, other) => one.createdAt - other.createdAt);
  const replies = Map.groupBy(
    waiting.filter(({ kind }) => kind === "reply"),
    aboutOf,
  );
  return {
    replies: new Map([...replies].map(([about, own]) => [about, own.map(waitingReply)] as const)),
    // Of several changes the newest, which comes last, holds.
    changes: new Map(waiting.flatMap((row) => changeIn(row))),
  };
}

function aboutOf({ subject }: OutboxRow): string {
  return subject.slice(prefix.length);
}

function waitingReply({ createdAt, id, jwt }: OutboxRow): WaitingReply {
  const { nickname, opinion } = ownPayload(jwt);
  return { id, text: opinion, nickname, at: createdAt };
}

function changeIn(row: OutboxRow): readonly (readonly [string, WaitingChange])[] {
  if (row.kind === "delete") return [[aboutOf(row), { kind: "delete" }]];
  return row.kind === "edit" ? [[aboutOf(row), { kind: "edit", text: ownPayload(row.jwt).opinion }]] : [];
}
