import type { PageFacts, PageKind } from "./page.ts";
import type { Lens, Resolution } from "./subject.ts";
import type { Figure } from "./summary.ts";

/** What the extension knows of one tab. Lives in `storage.session` under `tab:<id>`, never on disk. */
export interface TabState {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
  /** The site that choices such as "hide here" are kept for; none where the address belongs to no site. */
  readonly siteKey?: string;
  readonly kind: PageKind;
  readonly resolution: Resolution;
  /** What the page claims of itself, for the sidebar to show beside ours. */
  readonly claimedRatings: PageFacts["claimedRatings"];
  readonly organization?: PageFacts["organization"];
  readonly figure: Figure;
  /** Whose figure it is: the first of brand, product, shop that has one. */
  readonly figureLens?: Lens;
  /** Why no badge is drawn here, where one could be. */
  readonly quiet?: "site-off" | "sensitive" | "private" | "local" | "password" | "article" | "everywhere";
  /** How we came to read it: by the choice "on all sites", or because the person pressed the toolbar icon. */
  readonly access?: "all-sites" | "on-click";
  /** Whether the window is private: then nothing of it is stored beyond this state in memory. */
  readonly isPrivate?: boolean;
  /** Epoch ms. */
  readonly readAt: number;
}
