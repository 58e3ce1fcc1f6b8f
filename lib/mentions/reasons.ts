import type { MentionReason } from "../model/mention.ts";

/** Which signs make which reason, strongest first. */
const reasons: readonly (readonly [MentionReason, (signs: ReadonlySet<string>) => boolean])[] = [
  ["link", (signs) => signs.has("linked")],
  ["handle", (signs) => signs.has("shape:handle")],
  ["cashtag", (signs) => signs.has("shape:cashtag")],
  ["hashtag", (signs) => signs.has("shape:hashtag")],
  ["author", (signs) => signs.has("author")],
  ["distinctive-name", (signs) => signs.has("ordinary:0") && !signs.has("person") && !signs.has("place")],
  ["page-topic", (signs) => signs.has("page-topic")],
  [
    "category-words",
    (signs) => ["around:trade", "around:company", "around:buying"].some((sign) => signs.has(sign)),
  ],
  ["other-brands", (signs) => signs.has("other-brands")],
];

/** Why these signs speak for a brand; `name` where nothing else does. */
export function reasonsOf(signs: readonly string[]): readonly MentionReason[] {
  const held = new Set(signs);
  const found = reasons.flatMap(([reason, holds]) => (holds(held) ? [reason] : []));
  return found.length > 0 ? found : ["name"];
}
