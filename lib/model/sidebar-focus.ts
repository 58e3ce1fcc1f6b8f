import type { BrandSubject } from "./subject.ts";

/** The post from which a person came to the sidebar. Untrusted text, cut to 500 characters. */
export interface Quote {
  readonly text: string;
  readonly author?: string;
  readonly url?: string;
}

/**
 * A brand that a person asked about on a page that is not about it: a chip was pressed. Lives in
 * `storage.session` under `focus:<tabId>` until the person goes back or the tab goes elsewhere.
 */
export interface SidebarFocus {
  readonly tabId: number;
  /** The page it was asked on: of another page it holds no longer. */
  readonly url: string;
  readonly brand: BrandSubject;
  readonly quote?: Quote;
  /** Epoch ms. */
  readonly at: number;
}
