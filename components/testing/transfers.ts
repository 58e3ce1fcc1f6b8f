import type { ItemQuery } from "../../lib/model/research/query.ts";
import { ok } from "../../lib/model/result.ts";
import { databases } from "../databases.ts";
import type { Export } from "../research/bt-export.ts";
import { Transfers } from "../research/transfers.ts";

/** Exports and imports by a real worker. */
export function workingTransfers(): Transfers {
  return new Transfers(
    () => new Worker(new URL("../../tests/support/transfer-worker.ts", import.meta.url), { type: "module" }),
  );
}

/** Finds everything, or what is of one platform, as the workspace's worker would. */
export const simpleQueries: Export["queries"] = {
  hold: () => () => {},
  find: async ({ filter }: ItemQuery) => {
    const items = await databases().research.items.orderBy("seq").toArray();
    const found = items.filter(({ site }) => filter.sites.length === 0 || filter.sites.includes(site));
    const seqs = Uint32Array.from(found.map(({ seq }) => seq));
    const facets = { brands: [], sites: [], sessions: [], codes: [], langs: [], sentiments: [], why: [] };
    return ok({ seqs, total: items.length, facets });
  },
};

export async function emptyResearch(): Promise<void> {
  await Promise.all(databases().research.tables.map((table) => table.clear()));
}

interface Download {
  readonly name: string;
  readonly blob: Blob;
}

/** Keeps what would be saved as files, until `stop` is called. A link that stands in no document is clicked by a call. */
export function catchDownloads(): {
  readonly caught: () => Promise<readonly Download[]>;
  readonly stop: () => void;
} {
  const found: Promise<Download>[] = [];
  const prototype = HTMLAnchorElement.prototype;
  Object.defineProperty(prototype, "click", {
    configurable: true,
    value(this: HTMLAnchorElement) {
      const { download: name, href } = this;
      found.push(fetch(href).then(async (reply) => ({ name, blob: await reply.blob() })));
    },
  });
  return {
    caught: () => Promise.all(found.splice(0)),
    stop: () => void Reflect.deleteProperty(prototype, "click"),
  };
}
