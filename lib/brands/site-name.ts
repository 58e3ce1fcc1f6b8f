import type { PageFacts } from "../model/page.ts";
import type { Evidence } from "../model/subject.ts";
import { contactLabels } from "./contact-labels.ts";
import { nameCandidates } from "./name-candidates.ts";
import { bestName } from "./name-score.ts";

/** A site's own name, and how we know. */
export interface SiteName {
  readonly name: string;
  readonly evidence: Evidence;
}

/** Below this there is more reason to show the domain than a name. */
const leastScore = 2;

/**
 * What a site calls itself: all the places where a page may name its owner, weighed together with what its domain
 * is made of; the domain alone where that is not enough.
 *
 * @param label - The domain without its public suffix. @param site - The site's key.
 */
export function siteName(facts: PageFacts, label: string, site: string): SiteName {
  const labels = [label, ...contactLabels(facts.selfNames ?? []).filter((other) => other !== label)];
  const best = bestName(nameCandidates(facts, labels), labels);
  if (!best || best.score < leastScore)
    return { name: site, evidence: { code: "domain-only", detail: site } };
  return { name: best.name, evidence: { code: best.code, detail: best.name } };
}
