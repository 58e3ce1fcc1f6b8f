import type { MentionReason } from "../model/mention.ts";

/** Which signs make which reason, strongest first. */
const reasons: readonly (readonly [MentionReason, (signs: readonly string[]) => boolean])[] = [
  ["link", (signs) => signs.includes("linked")],
  ["handle", (signs) => signs.includes("shape:handle")],
  ["cashtag", (signs) => signs.includes("shape:cashtag")],
  ["hashtag", (signs) => signs.includes("shape:hashtag")],
  ["author", (signs) => signs.includes("author")],
  [
    "distinctive-name",
    (signs) => signs.includes("ordinary:0") && !signs.includes("person") && !signs.includes("place"),
  ],
  ["page-topic", (signs) => signs.includes("page-topic")],
  [
    "category-words",
    (signs) => ["around:trade", "around:company", "around:buying"].some((sign) => signs.includes(sign)),
  ],
  ["other-brands", (signs) => signs.includes("other-brands")],
];

/** Why these signs speak for a brand; `name` where nothing else does. */
export function reasonsOf(signs: readonly string[]): readonly MentionReason[] {
  const found = reasons.flatMap(([reason, holds]) => (holds(signs) ? [reason] : []));
  return found.length > 0 ? found : ["name"];
}
