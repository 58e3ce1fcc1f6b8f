import * as z from "zod";
import { FeedBucketFile, FeedBucketIndex } from "../../../lib/schema/feed-bucket.ts";
import { FeedDaily, FeedDailyDelta, FeedRemoval, FeedRestoration } from "../../../lib/schema/feed-daily.ts";
import { FeedHead, FeedLine } from "../../../lib/schema/feed.ts";
import { RemovalRecord } from "../../../lib/schema/removal-record.ts";

type JsonSchema = Readonly<Record<string, unknown>>;

const text = { type: "string" };
const count = { type: "integer", minimum: 0 };
const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): JsonSchema => ({
  type: "object",
  properties,
  required,
});
const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const mapOf = (name: string): JsonSchema => ({ type: "object", additionalProperties: ref(name) });

const payload = object(
  {
    iat: { type: "integer", description: "Seconds since 1970, chosen by the author." },
    sub: { ...text, description: "URI of the subject." },
    rating: { type: "integer", minimum: 0, maximum: 100 },
    opinion: { ...text, description: "At most 1000 bytes of UTF-8." },
    images: { type: "array", items: object({ src: text, label: text }, ["src"]) },
    metadata: { type: "object" },
    action: { ...text, description: "`edit` or `delete` of the review that `sub` names." },
  },
  ["iat", "sub"],
);

const geo = object(
  {
    coordinates: {
      oneOf: [
        { type: "null" },
        object({ x: { type: "number" }, y: { type: "number" }, srid: { const: 4326 } }, ["x", "y"]),
      ],
    },
    uncertainty: { type: ["number", "null"], description: "Metres." },
  },
  ["coordinates", "uncertainty"],
);

const feedSchema = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
};

/** Shapes that routes refer to by name. What travels in feeds comes from the schemas that readers parse it with. */
export const schemas: Readonly<Record<string, JsonSchema>> = {
  Payload: payload,
  Review: object(
    {
      signature: text,
      jwt: {
        ...text,
        description: "The signed token. Verify it; everything beside it is a copy of what it says.",
      },
      kid: { ...text, description: "SPKI PEM on one line." },
      payload: ref("Payload"),
      scheme: text,
      geo,
      original_sub: { ...text, description: "Of edits and deletes: what the original is about." },
    },
    ["signature", "jwt", "kid", "payload"],
  ),
  Reviews: object(
    {
      reviews: { type: "array", items: ref("Review") },
      issuers: { oneOf: [{ type: "null" }, mapOf("Issuer")] },
      maresi_subjects: { oneOf: [{ type: "null" }, mapOf("Subject")] },
    },
    ["reviews", "issuers", "maresi_subjects"],
  ),
  Subject: object(
    {
      sub: text,
      quality: { type: ["integer", "null"], description: "Mean rating, 0–100, generated reviews left out." },
      count,
      opinion_count: count,
      positive_count: { ...count, description: "Rated above 50." },
      confirmed_count: { ...count, description: "Rated above 50 from own experience." },
    },
    ["sub", "quality", "count", "opinion_count", "positive_count", "confirmed_count"],
  ),
  Issuer: object({ count, neutrality: { type: ["number", "null"] } }, ["count", "neutrality"]),
  BatchQuery: object({ subs: { type: "array", items: text }, pems: { type: "array", items: text } }, []),
  BatchReply: object({ subjects: mapOf("Subject"), issuers: mapOf("Issuer") }, []),
  Since: object(
    {
      reviews: { type: "array", items: ref("FeedLine") },
      next: { ...count, description: "What to ask for next." },
      through: { ...count, description: "The last number given." },
    },
    ["reviews", "next", "through"],
  ),
  Moderation: object(
    {
      key: { type: ["string", "null"], description: "Public key of the records, SPKI PEM on one line." },
      removals: { type: "array", items: feedSchema(FeedRemoval) },
      restored: { type: "array", items: feedSchema(FeedRestoration.omit({ jwt: true })) },
      holds: {
        type: "array",
        items: object(
          {
            target: { ...text, description: "A subject, or `urn:maresi:` and the signature of a review." },
            since: { ...text, description: "A day." },
            until: { type: ["string", "null"], description: "The last day; null until released." },
          },
          ["target", "since", "until"],
        ),
      },
    },
    ["key", "removals", "restored", "holds"],
  ),
  HubIdentity: object({ name: text, key: { type: ["string", "null"] }, feed: text, removals: text }, [
    "name",
    "key",
    "feed",
    "removals",
  ]),
  RemovalRecord: {
    ...feedSchema(RemovalRecord),
    description: "What the payload of a `record` says; its header has `typ` `removal+jws`.",
  },
  FeedHead: feedSchema(FeedHead),
  FeedLine: feedSchema(FeedLine),
  FeedDaily: feedSchema(FeedDaily),
  FeedDailyDelta: feedSchema(FeedDailyDelta),
  FeedBucketFile: feedSchema(FeedBucketFile),
  FeedBucketIndex: feedSchema(FeedBucketIndex),
};
