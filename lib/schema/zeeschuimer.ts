import { z } from "zod";

/**
 * A line of Zeeschuimer's NDJSON. `data` is what the platform sent to its own page.
 * @see https://github.com/digitalmethodsinitiative/zeeschuimer/blob/master/js/zs-background.js
 */
export const ZeeschuimerLine = z.object({
  source_platform: z.string().max(200),
  timestamp_collected: z.number().min(0).max(4e12),
  data: z.record(z.string(), z.unknown()),
});

const text = z.string().max(200_000);
const name = z.string().max(300);
const count = z.number().optional().catch(undefined);
/** Of numbers that a platform writes as text. */
const numeral = z.union([z.string().regex(/^\d{1,20}$/), z.int().transform(String)]);

function isoOfSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
const seconds = z.coerce.number().min(0).max(7e9).transform(isoOfSeconds);

/** Fields of our own record that a post fills. */
export interface ZeeschuimerPost {
  readonly site: string;
  readonly url: string;
  readonly author: string;
  readonly text: string;
  readonly published_at: string;
  readonly lang?: string | undefined;
  readonly likes?: number | undefined;
  readonly replies?: number | undefined;
  readonly shares?: number | undefined;
  readonly views?: number | undefined;
}

const TikTok = z
  .object({
    id: numeral,
    desc: text,
    createTime: seconds,
    author: z.union([name, z.object({ uniqueId: name }).transform(({ uniqueId }) => uniqueId)]),
    stats: z
      .object({ diggCount: count, commentCount: count, shareCount: count, playCount: count })
      .catch({} as never),
  })
  .transform(({ author, createTime, desc, id, stats }): ZeeschuimerPost => ({
    site: "tiktok",
    url: `https://www.tiktok.com/@${author}/video/${id}`,
    author,
    text: desc,
    published_at: createTime,
    likes: stats.diggCount,
    replies: stats.commentCount,
    shares: stats.shareCount,
    views: stats.playCount,
  }));

const Instagram = z
  .object({
    code: z.string().regex(/^[\w-]{1,60}$/),
    taken_at: seconds,
    user: z.object({ username: name }),
    caption: z.object({ text }).nullish(),
    like_count: count,
    comment_count: count,
  })
  .transform(
    ({ caption, code, comment_count: replies, like_count: likes, taken_at: at, user }): ZeeschuimerPost => ({
      site: "instagram",
      url: `https://www.instagram.com/p/${code}`,
      author: user.username,
      text: caption?.text ?? "",
      published_at: at,
      likes,
      replies,
    }),
  );

const Account = z.object({ screen_name: name });

const X = z
  .object({
    rest_id: numeral,
    core: z.object({
      user_results: z.object({
        // Where the name stands has moved.
        result: z.object({ legacy: Account.partial().optional(), core: Account.optional() }),
      }),
    }),
    legacy: z.object({
      full_text: text,
      created_at: z.string().max(60),
      lang: z.string().max(35).optional(),
      favorite_count: count,
      reply_count: count,
      retweet_count: count,
    }),
  })
  .transform(({ core, legacy, rest_id: id }, context): ZeeschuimerPost => {
    const { result } = core.user_results;
    const author = result.core?.screen_name ?? result.legacy?.screen_name;
    const at = Date.parse(legacy.created_at);
    if (!author || Number.isNaN(at)) {
      context.addIssue({ code: "custom", path: [author ? "legacy.created_at" : "core.user_results"] });
      return z.NEVER;
    }
    return {
      site: "x",
      url: `https://x.com/${author}/status/${id}`,
      author,
      text: legacy.full_text,
      published_at: new Date(at).toISOString(),
      lang: legacy.lang === "und" ? undefined : legacy.lang,
      likes: legacy.favorite_count,
      replies: legacy.reply_count,
      shares: legacy.retweet_count,
    };
  });

/**
 * What is read of each platform's own shape, by Zeeschuimer's name for it.
 * @see https://github.com/digitalmethodsinitiative/4cat/tree/master/datasources for how 4CAT reads them
 */
export const zeeschuimerPosts = {
  "tiktok.com": TikTok,
  "instagram.com": Instagram,
  "twitter.com": X,
  "x.com": X,
} as const;
