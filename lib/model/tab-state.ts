import type { PageFacts, PageKind } from "./page.ts";
import type { Resolution } from "./subject.ts";
import type { Figure } from "./summary.ts";

/** What the extension knows of one tab. Lives in `storage.session` under `tab:<id>`, never on disk. */
export interface TabState {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
  readonly kind: PageKind;
  readonly resolution: Resolution;
  /** What the page claims of itself, for the sidebar to show beside ours. */
  readonly claimedRatings: PageFacts["claimedRatings"];
  readonly organization?: PageFacts["organization"];
  readonly figure: Figure;
  /** Why no badge is drawn here, where one could be. */
  readonly quiet?: "site-off" | "sensitive" | "private" | "local" | "password" | "article" | "everywhere";
  /** Epoch ms. */
  readonly readAt: number;
}
