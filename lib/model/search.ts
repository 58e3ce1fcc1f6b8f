import type { Problem } from "./result.ts";
import type { Fact } from "./fact.ts";
import type { Thread } from "./conversation.ts";

/** What a brand or shop is asked about by: nothing else of a page ever leaves the device. */
export interface SearchedBrand {
  /** Primary domain, else `name:<folded name>`. */
  readonly brandId: string;
  readonly name: string;
  /** Registrable domain, where there is one. */
  readonly domain?: string;
  /** Address of the brand's own forum, where its page names one. */
  readonly forum?: string;
}

/** A public API as people see it. */
export interface SourceInfo {
  readonly id: string;
  readonly name: string;
  readonly kind: "conversations" | "records" | "reference";
  readonly licence: string;
  readonly attribution: string;
  readonly origins: readonly string[];
  /** Whether the person may name further places that speak the same API. */
  readonly isFederated: boolean;
}

/** One place that can be searched, and exactly what would be sent there. */
export interface SearchPlace {
  /** `<source> <origin>`. */
  readonly id: string;
  readonly source: string;
  readonly origin: string;
  /** `Hacker News`, `Mastodon (mastodon.social)`. */
  readonly name: string;
  readonly kind: SourceInfo["kind"];
  readonly by: "domain" | "name";
  /** What is sent: a registrable domain or a name. */
  readonly words: string;
  /** Hosts that see it. */
  readonly hosts: readonly string[];
  /** Whether it is ticked when the list opens: it fits the brand, and the person did not untick it before. */
  readonly isChosen: boolean;
}

/** A place whose API is closed: its own search, opened in a tab. */
export interface SearchLink {
  readonly name: string;
  readonly url: string;
}

/** Where a brand can be searched. */
export interface SearchPlan {
  readonly places: readonly SearchPlace[];
  readonly links: readonly SearchLink[];
}

/** What one place answered about one brand, or that it is being asked. */
export interface PlaceAnswer {
  readonly brandId: string;
  /** `SearchPlace.id`. */
  readonly place: string;
  readonly source: string;
  readonly name: string;
  /** What was sent. */
  readonly words: string;
  readonly state: "asked" | "answered" | "failed";
  /** When that was, in epoch ms. */
  readonly at: number;
  readonly threads: readonly Thread[];
  readonly facts: readonly Fact[];
  /** There is more: `searchMore` brings it. */
  readonly next?: string;
  readonly problem?: Problem;
}
