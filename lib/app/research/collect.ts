import { databaseErrorOf } from "../../db/database-error.ts";
import { addItems, changeItem, deleteItems, seqOfKey } from "../../db/research-items.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import { refused } from "../../model/refusal.ts";
import type { Collection, CollectionId } from "../../model/research/collection.ts";
import {
  collectKey,
  type CollectNotice,
  type CollectOutcome,
  type CollectWish,
  type FoundInPage,
} from "../../model/research/collect.ts";
import type { NewItem } from "../../model/research/item.ts";
import { ok, type Result } from "../../model/result.ts";
import { mergeItem } from "../../research/capture/merge-item.ts";
import type { CaptureTools } from "../../research/capture/tools.ts";
import type { SessionArea } from "../tab-states.ts";
import { createTurns } from "../turns.ts";
import type { JudgedPages } from "./judged-pages.ts";

/** A press on "Collect": in the browser's menu, on the keyboard, or in the sidebar. */
export interface CollectPress {
  readonly tabId: number;
  readonly url?: string | undefined;
  readonly isPrivate: boolean;
  readonly frameId?: number | undefined;
  readonly wish: CollectWish;
}

export interface CollectDependencies {
  readonly db: ResearchDatabase;
  readonly session: SessionArea;
  /** Reads in the page what is meant: `undefined` where nothing of ours may run. Untrusted. */
  readonly read: (press: CollectPress) => Promise<unknown>;
  readonly parse: (raw: unknown) => FoundInPage | undefined;
  readonly itemOf: (
    found: FoundInPage,
    collection: Collection,
    note: string | undefined,
  ) => Promise<NewItem | undefined>;
  readonly mayKeep: CaptureTools["mayKeep"];
  /** The collection that was used last. */
  readonly into: { getValue(): Promise<CollectionId>; setValue(id: CollectionId): Promise<void> };
  readonly judged: JudgedPages;
  readonly now: () => number;
}

export interface Collecting {
  /** Keeps what is meant, or says to the sidebar why not, or asks there what is missing. */
  readonly press: (press: CollectPress) => Promise<void>;
  /** The person has answered: into which collection, and why the page is public where that was asked. */
  readonly keep: (answer: {
    readonly collection: CollectionId;
    readonly note?: string;
  }) => Promise<Result<void>>;
  /** Takes what was just kept out again. */
  readonly undo: () => Promise<Result<void>>;
}

/** One thing at a time into a collection. Nothing here touches the network. */
export function createCollecting(needs: CollectDependencies): Collecting {
  const { db, into, judged, session } = needs;
  const inTurn = createTurns<"collect">();
  const alone = <T>(work: () => Promise<T>): Promise<T> => inTurn("collect", work);

  const tell = async (
    { tabId, url }: Pick<CollectNotice, "tabId" | "url">,
    outcome: CollectOutcome,
    found?: FoundInPage,
  ): Promise<void> => {
    const notice: CollectNotice = {
      tabId,
      ...(url !== undefined && { url }),
      ...(found && { found }),
      outcome,
      at: needs.now(),
    };
    await session.set({ [collectKey]: notice });
  };
  const told = async (): Promise<CollectNotice | undefined> =>
    (await session.get(collectKey))[collectKey] as CollectNotice | undefined;

  const put = async (
    found: FoundInPage,
    collection: Collection,
    said: string | undefined,
  ): Promise<CollectOutcome> => {
    const { id, name: collectionName } = collection;
    const audience = found.post?.details?.audience ?? "unknown";
    let note: string | undefined;
    if (!needs.mayKeep({ audience }, collection)) {
      if (audience === "restricted") return { kind: "refused", reason: "restricted", collectionName };
      note = said ?? (await judged.noteOf(id, found.url));
      if (note === undefined) return { kind: "judge", collection: id, collectionName };
      await judged.remember(id, found.url, note);
    }
    const item = await needs.itemOf(found, collection, note);
    if (!item) return { kind: "refused", reason: "erased", collectionName };
    const { isNew, seq } = await store(db, item);
    const brands = [...new Set(item.mentions.map(({ name }) => name))];
    return { kind: "kept", collection: id, collectionName, seq, isNew, brands, ...(note && { note }) };
  };
  /** As `put`; a full disk or a fault is said as well. */
  const putOrSay = async (
    found: FoundInPage,
    collection: Collection,
    note?: string,
  ): Promise<CollectOutcome> => {
    try {
      return await put(found, collection, note);
    } catch (cause) {
      const fault = databaseErrorOf(cause);
      if (!fault) throw cause;
      const { name: collectionName } = collection;
      return { kind: "refused", reason: "failed", collectionName, problem: fault.problem };
    }
  };
  const chosen = async (): Promise<Collection | undefined> => {
    const id = await into.getValue();
    return id ? db.collections.get(id) : undefined;
  };

  return {
    press: (press) =>
      alone(async () => {
        const refuse = (reason: "private" | "no-access" | "nothing"): Promise<void> =>
          tell(press.isPrivate ? { tabId: press.tabId } : press, { kind: "refused", reason });
        if (press.isPrivate) return refuse("private");
        const raw = await needs.read(press);
        if (raw === undefined) return refuse("no-access");
        const found = needs.parse(raw);
        if (!found) return refuse("nothing");
        const collection = await chosen();
        await tell(press, collection ? await putOrSay(found, collection) : { kind: "choose" }, found);
      }),
    keep: ({ collection: id, note }) =>
      alone(async () => {
        const notice = await told();
        const collection = await db.collections.get(id);
        if (!notice?.found || !collection) return refused("not-found");
        const reason = note?.trim();
        const outcome = await putOrSay(notice.found, collection, reason === "" ? undefined : reason);
        const { outcome: before } = notice;
        // It goes elsewhere: only what this press has put there is taken out.
        if (outcome.kind === "kept" && before.kind === "kept" && before.isNew && before.seq !== outcome.seq)
          await deleteItems(db, [before.seq]);
        await into.setValue(id);
        await tell(notice, outcome, notice.found);
        return ok(undefined);
      }),
    undo: () =>
      alone(async () => {
        const notice = await told();
        if (notice?.outcome.kind !== "kept" || !notice.outcome.isNew) return refused("not-found");
        await deleteItems(db, [notice.outcome.seq]);
        await session.remove(collectKey);
        return ok(undefined);
      }),
  };
}

/** Never twice: what is there already is brought up to date, and gets the quote that was selected now. */
async function store(
  db: ResearchDatabase,
  item: NewItem,
): Promise<{ readonly seq: number; readonly isNew: boolean }> {
  const known = await seqOfKey(db, item.collection, item.key);
  if (known === undefined) {
    const [seq] = await addItems(db, [item]);
    if (seq !== undefined) return { seq, isNew: true };
  }
  const seq = known ?? (await seqOfKey(db, item.collection, item.key));
  if (seq === undefined) throw new Error("an item that is neither new nor known");
  await changeItem(db, seq, (before) => ({
    ...mergeItem(before, item),
    ...(item.target && { target: item.target }),
    ...(item.title !== undefined && { title: item.title }),
    ...(item.audienceNote !== undefined && { audienceNote: item.audienceNote }),
  }));
  return { seq, isNew: false };
}
