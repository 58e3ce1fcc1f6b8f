import { deleteItems } from "../../db/research-items.ts";
import { refused } from "../../model/refusal.ts";
import type { CollectionId } from "../../model/research/collection.ts";
import {
  collectKey,
  type CollectNotice,
  type CollectOutcome,
  type CollectWish,
  type FoundInPage,
} from "../../model/research/collect.ts";
import { ok, type Result } from "../../model/result.ts";
import type { SessionArea } from "../tab-states.ts";
import { createTurns } from "../turns.ts";
import { putCollected, type PutDependencies } from "./put-collected.ts";

/** A press on "Collect": in the browser's menu, on the keyboard, or in the sidebar. */
export interface CollectPress {
  readonly tabId: number;
  readonly url?: string | undefined;
  readonly isPrivate: boolean;
  readonly frameId?: number | undefined;
  readonly wish: CollectWish;
}

export interface CollectDependencies extends PutDependencies {
  readonly session: SessionArea;
  /** Reads in the page what is meant: `undefined` where nothing of ours may run. Untrusted. */
  readonly read: (press: CollectPress) => Promise<unknown>;
  readonly parse: (raw: unknown) => FoundInPage | undefined;
  /** The collection that was used last. */
  readonly into: { getValue(): Promise<CollectionId>; setValue(id: CollectionId): Promise<void> };
  readonly now: () => number;
}

/** The person has said into which collection, and why the page is public where that was asked. */
interface Answer {
  readonly collection: CollectionId;
  readonly note?: string;
}

export interface Collecting {
  /** Keeps what is meant, or says to the sidebar why not, or asks there what is missing. */
  readonly press: (press: CollectPress) => Promise<void>;
  readonly keep: (answer: Answer) => Promise<Result<void>>;
  /** Takes what was just kept out again. */
  readonly undo: () => Promise<Result<void>>;
}

/** One thing at a time into a collection. Nothing here touches the network. */
export function createCollecting(needs: CollectDependencies): Collecting {
  const inTurn = createTurns<"collect">();
  const alone = <T>(work: () => Promise<T>): Promise<T> => inTurn("collect", work);
  return {
    press: (press) => alone(() => collect(press, needs)),
    keep: (answer) => alone(() => keep(answer, needs)),
    undo: () => alone(() => undo(needs)),
  };
}

async function collect(press: CollectPress, needs: CollectDependencies): Promise<void> {
  const { tabId, url } = press;
  // Of a private window not even the address is remembered.
  if (press.isPrivate) return tell({ tabId }, { kind: "refused", reason: "private" }, needs);
  const page = { tabId, ...(url !== undefined && { url }) };
  const raw = await needs.read(press);
  if (raw === undefined) return tell(page, { kind: "refused", reason: "no-access" }, needs);
  const found = needs.parse(raw);
  if (!found) return tell(page, { kind: "refused", reason: "nothing" }, needs);
  const last = await needs.into.getValue();
  const collection = last === "" ? undefined : await needs.db.collections.get(last);
  const outcome = collection
    ? await putCollected(found, { collection }, needs)
    : ({ kind: "choose" } as const);
  await tell({ ...page, found }, outcome, needs);
}

async function keep({ collection: id, note }: Answer, needs: CollectDependencies): Promise<Result<void>> {
  const notice = await told(needs);
  const collection = await needs.db.collections.get(id);
  if (!notice?.found || !collection) return refused("not-found");
  const where = { collection, note: note?.trim() || undefined };
  const outcome = await putCollected(notice.found, where, needs);
  const { outcome: before } = notice;
  // It goes elsewhere: only what this press has put there is taken out.
  if (outcome.kind === "kept" && before.kind === "kept" && before.isNew && before.seq !== outcome.seq)
    await deleteItems(needs.db, [before.seq]);
  await needs.into.setValue(id);
  await tell(notice, outcome, needs);
  return ok(undefined);
}

async function undo(needs: CollectDependencies): Promise<Result<void>> {
  const notice = await told(needs);
  if (notice?.outcome.kind !== "kept" || !notice.outcome.isNew) return refused("not-found");
  await deleteItems(needs.db, [notice.outcome.seq]);
  await needs.session.remove(collectKey);
  return ok(undefined);
}

/** Leaves word for the sidebar. */
async function tell(
  about: Pick<CollectNotice, "tabId" | "url" | "found">,
  outcome: CollectOutcome,
  { now, session }: CollectDependencies,
): Promise<void> {
  const notice: CollectNotice = { ...about, outcome, at: now() };
  await session.set({ [collectKey]: notice });
}

async function told({ session }: CollectDependencies): Promise<CollectNotice | undefined> {
  return (await session.get(collectKey))[collectKey] as CollectNotice | undefined;
}
