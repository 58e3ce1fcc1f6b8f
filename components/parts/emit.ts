import type { AuthorId } from "../../lib/model/review.ts";
import type { Thread } from "../../lib/model/conversation.ts";

/** A conversation to open in the sidebar. */
export interface ReadRequest {
  readonly thread: Thread;
  /** It is on this device: nobody is asked until the person presses for something newer. */
  readonly isKept: boolean;
}

/** Whose writings to open. */
export interface AuthorRequest {
  readonly author: AuthorId;
  /** SPKI PEM on one line, where known. */
  readonly kid?: string;
  /** The nickname by which they were found. */
  readonly name?: string;
}

/** What elements of ours tell those above them. All bubble out of shadow roots. */
export interface SidebarEvents {
  /** A sentence for the live region. */
  "bt-announce": string;
  /** Open everything that one key wrote. */
  "bt-author": AuthorRequest;
  /** Show reviews with these stars. */
  "bt-filter-stars": number;
  /** Show reviews that weigh less for a reason: the key of its group. */
  "bt-filter-lighter": string;
  /** Open the composer on a subject, an edit or a reply. */
  "bt-compose": ComposeRequest;
  /** Go to a tab of the sidebar. */
  /** The page may show more of its own reviews by now. */
  "bt-own-again": undefined;
  "bt-go": "overview" | "reviews" | "talk" | "facts" | "mine";
  /** Open the list of places that can be searched. */
  "bt-plan": undefined;
  /** Open a conversation. */
  "bt-read": ReadRequest;
  /** The person has pressed Search for a brand, by its id. */
  "bt-search": string;
}

export type ComposeRequest =
  | {
      readonly kind: "new";
      /** What was selected on the page, to be quoted. Untrusted text. */
      readonly selection?: string;
      /** Something was selected in a private window, and not handed on. */
      readonly isSelectionDropped?: boolean;
    }
  | { readonly kind: "draft"; readonly subjectKey: string }
  | { readonly kind: "edit"; readonly signature: string }
  | {
      readonly kind: "reply";
      /** The signature as it travelled: what `urn:maresi:` names. */
      readonly signature: string;
      readonly name: string;
    };

export function emit<Name extends keyof SidebarEvents>(
  from: EventTarget,
  name: Name,
  detail: SidebarEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap {
    "bt-announce": CustomEvent<string>;
    "bt-author": CustomEvent<AuthorRequest>;
    "bt-filter-stars": CustomEvent<number>;
    "bt-filter-lighter": CustomEvent<string>;
    "bt-compose": CustomEvent<ComposeRequest>;
    "bt-own-again": CustomEvent<SidebarEvents["bt-own-again"]>;
    "bt-go": CustomEvent<SidebarEvents["bt-go"]>;
    "bt-plan": CustomEvent<undefined>;
    "bt-read": CustomEvent<ReadRequest>;
    "bt-search": CustomEvent<string>;
  }
}
