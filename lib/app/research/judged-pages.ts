import type { CollectionId } from "../../model/research/collection.ts";
import type { SessionArea } from "../tab-states.ts";

/** In `storage.session`: gone with the browser, and with everything else that is forgotten. */
const judgedKey = "judgedPublic";

/** Where a researcher has said, for one collection, why a site is public: asked once a site, written with each item. */
export interface JudgedPages {
  readonly noteOf: (collection: CollectionId, url: string) => Promise<string | undefined>;
  readonly remember: (collection: CollectionId, url: string, note: string) => Promise<void>;
  readonly forget: () => Promise<void>;
}

function placeOf(collection: CollectionId, url: string): string {
  return `${collection} ${URL.parse(url)?.host ?? url}`;
}

export function judgedPages(area: SessionArea): JudgedPages {
  const read = async (): Promise<Readonly<Record<string, string>>> =>
    ((await area.get(judgedKey))[judgedKey] ?? {}) as Record<string, string>;
  return {
    noteOf: async (collection, url) => (await read())[placeOf(collection, url)],
    remember: async (collection, url, note) =>
      area.set({ [judgedKey]: { ...(await read()), [placeOf(collection, url)]: note } }),
    forget: () => area.remove(judgedKey),
  };
}
