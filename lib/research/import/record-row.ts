import type { Mention } from "../../model/mention.ts";
import { ResearchRecord } from "../../schema/research-record.ts";
import type { ImportedCoding, ImportedRow, ReadRow } from "./read-row.ts";

/** What stands in a row of our own shape. */
export function rowOfRecord(line: number, value: unknown): ReadRow {
  const parsed = ResearchRecord.safeParse(value);
  if (parsed.success) return { line, row: importedRow(parsed.data) };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".");
  return { line, refused: "bad-shape", ...(where ? { detail: where } : {}) };
}

function importedRow(record: ResearchRecord): ImportedRow {
  const { codings, collection, key } = record;
  const collectedAt = record.collected_at ?? record.last_seen_at ?? record.published_at ?? 0;
  return {
    ...present({ key, collection }),
    codings: codings.map(importedCoding),
    item: {
      ...whatIsSaid(record),
      ...whatItMeans(record),
      collectedAt,
      lastSeenAt: Math.max(record.last_seen_at ?? collectedAt, collectedAt),
      why: record.why,
      audience: record.audience,
      ...present({
        audienceNote: record.audience_note,
        session: record.session,
        view: record.view,
        sealed: record.sealed,
        target: record.target && withoutGaps(record.target),
        recheck:
          record.recheck_at !== undefined && record.recheck_found
            ? { at: record.recheck_at, found: record.recheck_found }
            : undefined,
      }),
      detector: { extension: record.extension ?? "", directory: record.directory ?? "" },
    },
  };
}

function importedCoding({ sentiment, sample, ...coding }: ResearchRecord["codings"][number]): ImportedCoding {
  return { ...coding, ...present({ sentiment, sample }) };
}

/** Beyond the text there is nothing to mark. */
function withinText({ span, ...mention }: ResearchRecord["mentions"][number], length: number): Mention {
  return span && span.start <= span.end && span.end <= length ? { ...mention, span } : mention;
}

type Said = Pick<
  ImportedRow["item"],
  "site" | "text" | "truncated" | "links" | "media" | "metrics" | "versions"
>;

function whatIsSaid(record: ResearchRecord): Said {
  const { likes, links, media, replies, score, shares, site, text, truncated, versions, views } = record;
  return {
    site,
    text,
    truncated,
    links,
    media: media.map(withoutGaps),
    metrics: present({ replies, likes, shares, views, score }),
    versions,
    ...present({
      url: record.url,
      author: record.author,
      publishedAt: record.published_at,
      publishedAtPrecision:
        record.published_at === undefined ? undefined : (record.published_precision ?? "second"),
      title: record.title,
      textSince: record.text_since,
      lang: record.lang,
      langBy: record.lang === undefined ? undefined : (record.lang_by ?? "page"),
      replyTo: record.reply_to,
      thread: record.thread,
    }),
  };
}

function whatItMeans(record: ResearchRecord): Pick<ImportedRow["item"], "mentions" | "words" | "sentiment"> {
  const { mentions, sentiment, sentiment_method: method, text, words } = record;
  return {
    words,
    mentions: mentions.map((mention) => withinText(mention, text.length)),
    ...(sentiment !== undefined && method ? { sentiment: { score: sentiment, method } } : {}),
  };
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Without what is not there: a row of a database says nothing rather than `undefined`. */
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}

function withoutGaps<T extends object>(value: T): T {
  return present(value) as T;
}
