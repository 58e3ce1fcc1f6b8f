import type { Mark } from "../model/page.ts";
import type { Post } from "../model/post.ts";

/** What an adapter may know of the page around a post. */
export interface SitePage {
  readonly url: URL;
  /** For relative times such as "3 h". Epoch milliseconds. */
  readonly now: number;
}

/**
 * One platform whose posts we read in the page. Runs in content code: plain DOM, no dependency. Selectors rest on
 * what is stable there (roles, test ids, data attributes, the shape of links) and say why. Nothing of an adapter
 * throws: what it does not understand is `undefined`, and no post is better than a wrong one.
 */
export interface Site {
  /** Also the name of its file, its fixtures' folder and its setting. Never changes. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /**
   * `posts`: feeds, threads and comments. `search`: results of a search engine, whose `readPost` gives the address
   * a result leads to as the only link, and no text.
   */
  readonly kind: "posts" | "search";
  /** Hosts it stands on, their subdomains included; `google.*` means any public suffix. Empty: any host with a mark. */
  readonly hosts: readonly string[];
  /** What `page.content` found in the page, for platforms that stand on any host. */
  readonly marks?: readonly Mark[];
  /** Markup that any page may carry, whatever its software: read only where no site knows the page better. */
  readonly anySoftware?: boolean;
  /** Its posts stand in a frame of its own host, which pages of any software embed; the marks are the embedding's. */
  readonly isEmbedded?: boolean;
  /** Whether this address of a matching host should show posts: only there does finding none count as broken. */
  expectsPosts(url: URL): boolean;
  /**
   * Every post in the page, nested ones too. What matches and turns out to be no post (a card still loading, a
   * wrapper around the real one) is `undefined` to `readPost`.
   */
  readonly postSelector: string;
  /** The post itself, without those inside it. */
  readPost(node: HTMLElement, page: SitePage): Post | undefined;
  /** The line with author and time, whose free end the chip may lie over. None: no chip. */
  chipLine(node: HTMLElement): HTMLElement | undefined;
}

export function defineSite<const S extends Site>(site: S): S {
  return site;
}
