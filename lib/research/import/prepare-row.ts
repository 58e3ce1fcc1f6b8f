import type { Collection } from "../../model/research/collection.ts";
import type { NewItem } from "../../model/research/item.ts";
import type { RefusalReason } from "../../model/research/transfer.ts";
import { itemKey } from "../capture/item-key.ts";
import { mayKeep } from "../privacy/audience.ts";
import { isPseudonym } from "../privacy/person.ts";
import { protectItem } from "../privacy/protect-item.ts";
import { isErased, protect, protectWords } from "../privacy/protect.ts";
import type { ImportedIds } from "./imported-ids.ts";
import type { ImportedCoding, ImportedRow } from "./read-row.ts";

/** What is known of a file and where it goes. */
export interface ImportPlace {
  readonly collection: Collection;
  /** Id of the collection that the file comes from, where it says so. */
  readonly from?: string | undefined;
  /** Whether whoever imports says that everybody may read what the file does not tell of. */
  readonly isVouchedFor: boolean;
  readonly extension: string;
  /** Epoch ms: nothing was collected later. */
  readonly now: number;
  readonly ids: ImportedIds;
}

/** A row as an item of the collection, ready to be stored. */
export interface PreparedRow {
  readonly item: NewItem;
  /** Its key in the collection that it comes from. */
  readonly oldKey?: string | undefined;
  /** Whether that may be its key here as well: the file is of this collection, or does not say of which. */
  readonly isOwn: boolean;
  readonly codings: readonly ImportedCoding[];
}

/**
 * Protects what a row says as the collection wants it, and gives it its key: the one it has, where it comes from this
 * very collection; else the one it would have had, had it been met here.
 */
export async function prepareRow(
  { collection: from, codings, item, key }: ImportedRow,
  place: ImportPlace,
): Promise<PreparedRow | RefusalReason> {
  const { collection } = place;
  if (!isPublic(item.audience, place)) return "not-public";
  const origin = from ?? place.from;
  const isOwn = origin === undefined || origin === collection.id;
  const isHere = isOwn && origin !== undefined && key !== undefined;
  const protectedItem = isHere ? await ownItem(item, key, collection) : await protectedOf(item, collection);
  if (isErased(protectedItem)) return "erased";
  return {
    codings,
    isOwn,
    oldKey: key,
    item: {
      ...protectedItem,
      ...(await idsIn(place.ids, isHere, item)),
      // What claims to come from the future would never be over, and never be updated.
      collectedAt: Math.min(item.collectedAt, place.now),
      lastSeenAt: Math.min(item.lastSeenAt, place.now),
      collection: collection.id,
      key: isHere ? key : await itemKey(collection.hashKey, item.site, seenAs(item)),
      detector: item.detector.extension
        ? item.detector
        : { extension: place.extension, directory: item.detector.directory },
    },
  };
}

function isPublic(audience: NewItem["audience"], { collection, isVouchedFor }: ImportPlace): boolean {
  return mayKeep({ audience }, collection) || (isVouchedFor && audience === "unknown");
}

type Item = ImportedRow["item"];

/** As a recording would have met it. */
function seenAs({ author, links, text, url }: Item): Parameters<typeof itemKey>[2] {
  return { text, links, ...(url ? { url } : {}), ...(author ? { author: { handle: author } } : {}) };
}

/**
 * What was protected here before is protected again, which changes nothing of it: whoever was erased since then must not
 * come back with it, people may be protected better by now, and a file may say of itself what it likes.
 */
async function ownItem(item: Item, key: string, collection: Collection): Promise<Item> {
  const { log, privacy } = collection;
  if (!privacy.pseudonymise && privacy.keepMedia && !log?.erased.length) return item;
  const { sealed: _, ...kept } = await protectItem({ ...item, key, collection: collection.id }, collection);
  return item.sealed === undefined ? kept : { ...kept, sealed: item.sealed };
}

async function protectedOf(item: Item, collection: Collection): Promise<Item> {
  // What is sealed to somebody else's key could not be opened here; it stays in their file.
  const { author, replyTo, sealed: _, thread, url, ...rest } = item;
  const handle = author && (isPseudonym(author) ? author : author.replace(/^@/, ""));
  const found = {
    site: item.site,
    mentions: item.mentions,
    thread,
    post: {
      ...rest,
      ...(url ? { url } : {}),
      ...(replyTo ? { replyTo } : {}),
      ...(handle ? { author: { handle } } : {}),
    },
  };
  const kept = await protect(found, collection);
  const words = async (text: string): Promise<string> => protectWords(text, found, collection);
  const versions = await Promise.all(
    item.versions.map(async (version) => ({ ...version, text: await words(version.text) })),
  );
  const { target, title } = item;
  return {
    ...rest,
    ...kept,
    versions,
    ...(title === undefined ? {} : { title: await words(title) }),
    ...(target
      ? {
          target: {
            ...target,
            exact: await words(target.exact),
            prefix: await words(target.prefix),
            suffix: await words(target.suffix),
          },
        }
      : {}),
  };
}

async function idsIn(
  ids: ImportedIds,
  isHere: boolean,
  { session, view }: Item,
): Promise<Pick<NewItem, "session" | "view">> {
  if (isHere) return {};
  return {
    ...(session ? { session: await ids.session(session) } : {}),
    ...(view ? { view: await ids.view(view) } : {}),
  };
}
