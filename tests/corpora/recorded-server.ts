import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SeenRequest, SiteServer } from "../support/site-server.ts";
import { recordings, type CorpusPage } from "./corpus.ts";

/** Pages of our own under hosts that the recorded reviews speak of, and how many speak of each. */
export const reviewedPages: readonly {
  readonly host: string;
  readonly name: string;
  readonly count: number;
}[] = [
  { host: "f-droid.org", name: "F-Droid", count: 2 },
  { host: "soundcloud.com", name: "SoundCloud", count: 1 },
  { host: "hsreplay.net", name: "HSReplay.net", count: 1 },
  { host: "julialang.org", name: "The Julia Language", count: 1 },
];

interface RecordedReview {
  readonly jwt: string;
  readonly payload: { readonly iat: number };
}

function recordedReviews(): readonly RecordedReview[] {
  const text = readFileSync(join(recordings, "reviews_200.json"), "utf8");
  return (JSON.parse(text) as { reviews: RecordedReview[] }).reviews;
}

/** How many statements were recorded. One was signed twice: two tokens, the same signed bytes, one review. */
export function recordedStatements(): number {
  return new Set(recordedReviews().map(({ jwt }) => jwt.slice(0, jwt.lastIndexOf(".")))).size;
}

/** The default review server, answering with what the real one was recorded to say: by offset, then empty. */
export function serveRecordedReviews(sites: SiteServer): void {
  const reviews = recordedReviews();
  sites.serve("api.mangrove.reviews", ({ path }) => {
    const { pathname, searchParams } = new URL(path, "https://api.mangrove.reviews");
    if (pathname !== "/reviews") return undefined;
    const offset = Number(searchParams.get("offset") ?? 0);
    const limit = Number(searchParams.get("limit") ?? 10_000);
    const after = Number(searchParams.get("gt_iat") ?? 0);
    const rows = reviews.filter(({ payload }) => payload.iat > after).slice(offset, offset + limit);
    return {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ reviews: rows, issuers: null, maresi_subjects: null }),
    };
  });
}

/** The saved pages at their real addresses; what they ask for besides is not there. */
export function serveCorpus(sites: SiteServer, pages: readonly CorpusPage[]): void {
  for (const { url, file } of pages) {
    const { hostname, pathname, search } = new URL(url);
    sites.serve(hostname, ({ path }) =>
      path === pathname + search ? { body: readFileSync(file) } : undefined,
    );
  }
  for (const { host, name } of reviewedPages) {
    sites.serve(
      host,
      `<!doctype html><html lang="en"><title>${name}</title><meta property="og:site_name" content="${name}"><h1>${name}</h1>`,
    );
  }
}

/** Whether an extension made a request: no site and no document stands behind it. */
export function isOurs({ headers }: SeenRequest): boolean {
  return headers["sec-fetch-site"] === "none" && headers["sec-fetch-dest"] === "empty";
}
