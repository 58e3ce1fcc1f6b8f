import { defineExtensionMessaging } from "@webext-core/messaging";
import type { RawPage } from "../model/page.ts";
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

/** Background → badge: nothing is drawn here any more. */
export interface BadgeUpdate {
  readonly type: "backtalk-badge";
}

/** Content script → background. It may only report and ask; every argument is parsed with Zod. */
export interface PageMessages {
  /** What this page says of itself. Sent once per document and per navigation inside it. */
  reportPage(page: RawPage): void;
  /** Asked by the badge once it is injected. `undefined`: there is nothing to draw. */
  badgeView(): Promise<BadgeView | undefined>;
  /** A trusted press on the badge. Opens the sidebar where the browser allows. */
  openSidebar(): void;
  hideBadge(scope: "once" | "site" | "everywhere"): void;
  /** `position` 0–1 from the top. */
  moveBadge(position: number): void;
}

export const pageMessaging = defineExtensionMessaging<PageMessages>();
