import { withDatabaseErrors } from "../../db/database-error.ts";
import { changeItem } from "../../db/research-items.ts";
import type { ResearchDatabase } from "../../db/research.ts";
import { quietReason } from "../../detect/sensitive.ts";
import { refused } from "../../model/refusal.ts";
import type { RecheckFound, RecheckItem } from "../../model/research/recheck.ts";
import { ok, type Problem, type Result } from "../../model/result.ts";
import type { Limit, Net } from "../../net/index.ts";

/** Nobody's server is asked more often than a person who clicks through their own list. */
const pace: readonly Limit[] = [{ count: 1, perMs: 2_000 }];
/** The answer is in its first line. What follows is not read. */
const most = { bytes: 2_048, timeoutMs: 15_000 } as const;
/**
 * Platforms whose servers answer 200 for what is there and for nothing else. The others answer 200 with a page that asks
 * to log in, or that a script turns into "not available": there, 200 tells nothing.
 */
const truthful: ReadonlySet<string> = new Set(["blogger", "mastodon", "wordpress"]);

interface RecheckNeeds {
  readonly research: ResearchDatabase;
  /** A way out to one host that this press consents to, and to no other. */
  readonly netFor: (host: string, limits: readonly Limit[]) => Net;
  readonly now: () => number;
}

/** Looks whether one post is still there and writes that into its item. One request, to its own address. */
export function createRecheck({ research, netFor, now }: RecheckNeeds) {
  // One way out a host, so that its pace holds over the whole list.
  const ways = new Map<string, Net>();
  return async ({ seq, url }: RecheckItem): Promise<Result<RecheckFound>> => {
    const parsed = URL.parse(url);
    if (parsed?.protocol !== "https:") return refused("scheme");
    // Whoever wrote a page chose this address.
    if (quietReason(parsed.href) === "local") return refused("local-address", { host: parsed.host });
    const item = await research.items.get(seq);
    if (!item) return refused("not-found");
    const way = ways.get(parsed.host) ?? netFor(parsed.host, pace);
    ways.set(parsed.host, way);
    parsed.hash = "";
    const reply = await way.request({
      url: parsed.href,
      purpose: "check",
      cause: "person",
      accept: "text/html",
      maxBytes: most.bytes,
      timeoutMs: most.timeoutMs,
      // Unsealed for this press alone.
      hidesPath: url !== item.url,
    });
    const found = reply.ok ? answered(item.site, url) : foundBy(reply.error, item.site, url);
    if (found === undefined) return reply.ok ? ok("unclear") : reply;
    await withDatabaseErrors(() =>
      changeItem(research, seq, (row) => ({ ...row, recheck: { at: now(), found } })),
    );
    return ok(found);
  };
}

/** A comment below an article has the article's address: that the article is there says nothing of the comment. */
function answered(site: string, url: string): RecheckFound {
  return truthful.has(site) && !url.includes("#") ? "there" : "unclear";
}

/** `undefined` where nobody was asked, so that nothing is known that was not known before. */
function foundBy({ code, params }: Problem, site: string, url: string): RecheckFound | undefined {
  if (params?.["status"] === 404 || params?.["status"] === 410) return "gone";
  // It answered, with more than was read.
  if (code === "bad-shape" && params?.["reason"] === "too-large") return answered(site, url);
  if (code === "refused") return params?.["status"] === undefined ? undefined : "unclear";
  if (code === "timeout") return "unclear";
  // A redirection looks the same as a host that is not there: neither says anything of the post.
  return code === "offline" && params?.["reason"] !== "no-connection" ? "unclear" : undefined;
}
