import type { Problem } from "../result.ts";
import type { SeenPost } from "../seen-post.ts";
import type { Quote } from "../sidebar-focus.ts";
import type { CollectionId } from "./collection.ts";
import type { TextTarget } from "./item.ts";

/** Where the outcome of a press on "Collect" is kept, in `storage.session`, for the sidebar to say. */
export const collectKey = "collected";

/** What the person meant by a press, as far as the press itself tells. */
export interface CollectWish {
  /** The post that the sidebar quotes. */
  readonly quote?: Quote;
  /** The link that was pressed on: a post's own address, as a rule. */
  readonly link?: string;
}

/** What a page had of it. Untrusted; bounds: `seenPostLimits`. A text, a post, or both. */
export interface FoundInPage {
  readonly url: string;
  readonly title: string;
  /** Of the text, as the page says; BCP 47. */
  readonly lang?: string;
  /** The selection, as it is read. */
  readonly text?: string;
  /** Whether only its beginning was taken. */
  readonly isCut?: boolean;
  readonly target?: TextTarget;
  /** The platform and the post that it stands in, or that was meant without a selection. */
  readonly site?: string;
  readonly post?: SeenPost;
}

/** Why nothing was kept. `restricted`: not everybody may read the post; `nothing`: no selection, and no post there. */
type NotCollected = "private" | "no-access" | "nothing" | "restricted" | "erased" | "failed";

/** What became of a press. */
export type CollectOutcome =
  | {
      readonly kind: "kept";
      readonly collection: CollectionId;
      readonly collectionName: string;
      /** `ResearchItem.seq`. */
      readonly seq: number;
      /** Not there before: can be undone. */
      readonly isNew: boolean;
      /** Names of the brands that were found in it. */
      readonly brands: readonly string[];
      /** Why it is held to be public, where the researcher had to say so. */
      readonly note?: string;
    }
  /** There is more than one place for it, or none yet. */
  | { readonly kind: "choose" }
  /** Nothing shows that everybody may read the page: the researcher judges. */
  | { readonly kind: "judge"; readonly collection: CollectionId; readonly collectionName: string }
  | {
      readonly kind: "refused";
      readonly reason: NotCollected;
      readonly collectionName?: string;
      readonly problem?: Problem;
    };

/** One press and what became of it. It never reaches a disk, and goes with the page. */
export interface CollectNotice {
  readonly tabId: number;
  /** The page that was pressed on, where the browser tells. */
  readonly url?: string;
  readonly found?: FoundInPage;
  readonly outcome: CollectOutcome;
  /** Epoch ms. */
  readonly at: number;
}
