import type { Post } from "../../model/post.ts";
import type { Collection } from "../../model/research/collection.ts";

/**
 * Whether a collection may keep a post at all. By itself only what shows that everybody may read it; a page that does
 * not tell is not evidence. Anything else only where the researcher has written down why.
 */
export function mayKeep(
  { audience }: Pick<Post, "audience">,
  { privacy }: Pick<Collection, "privacy">,
): boolean {
  if (audience === "public") return true;
  return privacy.audience === "any" && (privacy.audienceNote ?? "").trim() !== "";
}
