import { defineExtensionMessaging } from "@webext-core/messaging";
import type { RawPage } from "../model/page.ts";
import type { ProfileHeader } from "../model/profile.ts";
import type { PostBatch } from "../model/seen-post.ts";
import type { Quote } from "../model/sidebar-focus.ts";
import type { RawProduct } from "../model/product-page.ts";
import type { Figure } from "../model/summary.ts";

/** What the badge draws. Depends on public data alone. */
export interface BadgeView {
  readonly figure: Figure;
  /** Set where the figure is replaced by the word: a recall of this product or, within a year, this brand. */
  readonly recall: boolean;
  /** Texts, already in the person's language; the badge has no dictionary. */
  readonly text: string;
  readonly label: string;
  readonly hideLabel: string;
  readonly write: string;
  readonly hideOnce: string;
  readonly hideSite: string;
  readonly hideEverywhere: string;
  readonly moveUp: string;
  readonly moveDown: string;
  /** Distance of the badge from the top of the window, 0–1. */
  readonly position: number;
  readonly dir: "ltr" | "rtl";
  /** Where the sidebar can only be framed in the page (Firefox): its address. */
  readonly frameUrl?: string;
  /** Name of that frame's close button. */
  readonly frameClose?: string;
}

/** One chip. Depends on public data alone. */
export interface ChipView {
  readonly brandId: string;
  /** The brand's name in the directory. */
  readonly name: string;
  /** Its score, in the person's language. */
  readonly text: string;
  /** What a press does, and everything that the chip says. */
  readonly label: string;
}

/** What `social` reads in a page or frame. */
export interface PostSites {
  /** Ids of the platforms whose posts are read here. */
  readonly sites: readonly string[];
  /** Of these, the ones that are recorded: only their posts are reported with `details`. `since`: which recording. */
  readonly record?: { readonly sites: readonly string[]; readonly since: number };
  /** Where the sidebar can only be framed in the page (Firefox). */
  readonly frame?: Pick<BadgeView, "dir" | "label"> & Required<Pick<BadgeView, "frameUrl" | "frameClose">>;
}

/** Background → social: no posts are read here any more. */
export interface PostUpdate {
  readonly type: "backtalk-posts";
}

/** Background → badge: nothing is drawn here any more. */
export interface BadgeUpdate {
  readonly type: "backtalk-badge";
}

/** Content script → background. It may only report and ask; every argument is parsed with Zod. */
export interface PageMessages {
  /** What this page says of itself. Sent once per document and per navigation inside it. */
  reportPage(page: RawPage): void;
  /** Who the account of this page says that it is; from our reader on account pages. */
  reportProfile(header: ProfileHeader): void;
  /** What deep extraction found on it. Sent once by each injection of `product`. */
  reportProduct(product: RawProduct): void;
  /** Asked by the badge once it is injected. `undefined`: there is nothing to draw. */
  badgeView(): Promise<BadgeView | undefined>;
  /** A trusted press on the badge. Opens the sidebar where the browser allows. */
  openSidebar(): void;
  /** A trusted press on "Write" in the badge's menu: opens the sidebar's composer. Nothing is written in the page. */
  talkBack(): void;
  hideBadge(scope: "once" | "site" | "everywhere"): void;
  /** `position` 0–1 from the top. */
  moveBadge(position: number): void;
  /** Asked by `social` once it is injected. `undefined`: nothing is to be read. */
  postSites(): Promise<PostSites | undefined>;
  /**
   * Posts that came into the page. Answers with the chips of each, in the same order. Where they are recorded there is
   * no answer before they are on disk, and none at all where that failed: then they are reported again.
   */
  reportPosts(batch: PostBatch): Promise<readonly (readonly ChipView[])[]>;
  /** Whether a page that should show posts of a platform did; once a page. */
  checkedPosts(check: { readonly site: string; readonly found: boolean }): void;
  /** A frame of a platform has come into the page: its posts want to be read. */
  framesCame(): void;
  /** A trusted press on a chip: opens the sidebar on that brand where the browser allows. */
  openSidebarAbout(ask: { readonly brandId: string; readonly quote?: Quote }): void | Promise<void>;
}

export const pageMessaging = defineExtensionMessaging<PageMessages>();
