import { sources } from "../lib/sources/index.ts";

/** `npm run -s sources`: one JSON line per source. */
for (const { id, kind, searchesBy, readThread, bulk, origins, alsoAsks = [], licence } of sources) {
  console.log(
    JSON.stringify({
      id,
      kind,
      searchesBy,
      readsThreads: readThread !== undefined,
      bulk,
      origins: [...origins, ...alsoAsks],
      licence,
    }),
  );
}
