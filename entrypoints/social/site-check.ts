import { sendPage } from "../../lib/messages/page-send.ts";
import type { Site } from "../../lib/sites/define-site.ts";

/** A page that shows no post for that long, while it is looked at, shows none, in ms. */
const patienceMs = 10_000;

/** Tells for each page that should show posts of a platform whether it did: once, and nothing about the page. */
export class SiteCheck {
  readonly #sites: readonly Site[];
  readonly #found = new Set<Site>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sites: readonly Site[]) {
    this.#sites = sites;
  }

  /** Another page has begun, in this document or a new one. */
  begin(): void {
    this.#found.clear();
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** A post of a site was read. */
  found(site: Site): void {
    if (this.#found.has(site)) return;
    this.#found.add(site);
    if (expectsPosts(site)) void sendPage("checkedPosts", { site: site.id, found: true });
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(), patienceMs);
  }

  #end(): void {
    // A page that nobody looks at may not have drawn anything yet.
    if (document.hidden || document.readyState !== "complete") return this.#wait();
    for (const site of this.#sites)
      if (!this.#found.has(site) && expectsPosts(site))
        void sendPage("checkedPosts", { site: site.id, found: false });
  }
}

function expectsPosts(site: Site): boolean {
  try {
    return site.expectsPosts(new URL(location.href));
  } catch {
    return false;
  }
}
