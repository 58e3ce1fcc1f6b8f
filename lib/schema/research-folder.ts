import { z } from "zod";

const id = z.string().min(1).max(100);
const word = z.string().max(300);
const words = z.array(word).max(1000);
const prose = z.string().max(50_000);
const count = z.number().int().min(0).max(1e12);
const at = z.number().min(0).max(8.64e15);

const Privacy = z.object({
  pseudonymise: z.boolean(),
  sealTo: z.record(z.string().max(20), z.union([z.string().max(500), z.boolean(), words])).optional(),
  keepMedia: z.boolean(),
  audience: z.enum(["public-only", "any"]),
  audienceNote: prose.optional(),
  retentionDays: z.number().min(1).max(100_000).optional(),
});

/** `collection.json` of a folder. */
export const CollectionFile = z.object({
  format: z.literal("backtalk-collection"),
  version: z.number(),
  id,
  name: z.string().max(500),
  coder: word,
  privacy: Privacy,
  statement: z.object({
    purpose: prose,
    whoCollects: prose,
    whoIsStudied: prose,
    legalBasis: prose,
    howItIsShared: prose,
    limits: prose,
  }),
  items: count,
});
export type CollectionFile = z.infer<typeof CollectionFile>;

/** `codebook.json` of a folder: every version. */
export const CodebookFile = z
  .array(
    z.object({
      version: z.int().min(1).max(1e6),
      createdAt: at,
      note: prose,
      codes: z
        .array(
          z.object({
            id: word,
            name: word,
            description: prose,
            colour: z.int().min(0).max(9),
            parent: word.optional(),
          }),
        )
        .max(2000),
    }),
  )
  .max(2000);

const Detector = z.object({ extension: word, directory: word });

/** A line of `sessions.ndjson`. */
export const SessionLine = z.object({
  id,
  plan: z.object({
    keep: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("everything") }),
      z.object({ kind: z.literal("words"), words }),
      z.object({ kind: z.literal("mentions"), confidence: z.number().min(0).max(1), brands: words }),
    ]),
    sites: words,
    sampleRate: z.number().min(0).max(1),
    minutes: z.number().min(0).max(1e7),
  }),
  seed: word,
  detector: Detector,
  startedAt: at,
  endsAt: at,
  pauses: z.array(z.object({ from: at, to: at.optional() })).max(10_000),
  ended: z.object({ at, why: z.enum(["person", "time", "quota", "failed"]) }).optional(),
  seen: count,
  kept: count,
  sampled: count,
  notPublic: count,
});

/** A line of `views.ndjson`. */
export const ViewLine = z.object({
  id: word,
  session: id,
  site: word,
  kind: z.enum(["ranked", "latest", "following", "search", "tag", "profile", "thread", "group", "unknown"]),
  terms: prose.optional(),
  locale: word.optional(),
  seen: count,
  kept: count,
  depth: z.number().min(0).max(1e9),
  firstAt: at,
  lastAt: at,
});

/** A line of `tallies.ndjson`. */
export const TallyLine = z.object({
  session: id,
  site: word,
  day: z.string().regex(/^(?:\d{4}-\d\d-\d\d)?$/),
  seen: count,
  kept: count,
});

/** A line of `samples.ndjson`. */
export const SampleLine = z.object({
  id,
  seed: word,
  codebook: z.int().min(1).max(1e6),
  keys: z.array(z.string().regex(/^[0-9a-f]{32}$/)).max(1_000_000),
  createdAt: at,
});
