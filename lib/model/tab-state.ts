import type { Correction } from "./correction.ts";
import type { Fact } from "./fact.ts";
import type { PageFacts, PageKind } from "./page.ts";
import type { ProfileStanding } from "./profile.ts";
import type { BrandSubject, Lens, Resolution } from "./subject.ts";
import type { Figure } from "./summary.ts";

/** Why nothing of ours is drawn on a page, where something could be. */
export type QuietReason =
  | "site-off"
  | "sensitive"
  | "private"
  | "local"
  | "password"
  | "article"
  | "everywhere";

/** A recall that a page has to speak of: of this product, or of its brand within twelve months. */
export interface PageRecall {
  readonly concerns: "product" | "brand";
  readonly severity?: NonNullable<Fact["severity"]>;
}

/** What the extension knows of one tab. Lives in `storage.session` under `tab:<id>`, never on disk. */
export interface TabState {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
  /** The site that choices such as "hide here" are kept for; none where the address belongs to no site. */
  readonly siteKey?: string;
  readonly kind: PageKind;
  readonly resolution: Resolution;
  /** What we took the page for by ourselves, where the person said otherwise. */
  readonly recognised?: Resolution;
  /** What the person said, where that holds for this page. */
  readonly corrections?: readonly Correction[];
  /** The site itself, for what is said where the page is about nothing. None where the address belongs to no site. */
  readonly site?: BrandSubject;
  /** Whose account the page is about, on networks of accounts. */
  readonly profile?: ProfileStanding;
  /** What the page claims of itself, for the sidebar to show beside ours. */
  readonly claimedRatings: PageFacts["claimedRatings"];
  readonly organization?: PageFacts["organization"];
  readonly figure: Figure;
  /** Whose figure it is: the first of brand, product, shop that has one. */
  readonly figureLens?: Lens;
  /** From public records alone. */
  readonly recall?: PageRecall;
  /** Why no badge is drawn here, where one could be. */
  readonly quiet?: QuietReason;
  /** Platforms whose posts the page may show, by site id. `quiet`: why none of them gets a chip. */
  readonly posts?: { readonly sites: readonly string[]; readonly quiet?: QuietReason };
  /** How we came to read it: by the choice "on all sites", or because the person pressed the toolbar icon. */
  readonly access?: "all-sites" | "on-click";
  /** Whether the window is private: then nothing of it is stored beyond this state in memory. */
  readonly isPrivate?: boolean;
  /** Epoch ms. */
  readonly readAt: number;
}
