/** Where a press is kept, in `storage.session`, until a sidebar takes it. */
export const intentKey = "intent";

/**
 * A press that asks the sidebar to open its composer. It never reaches a disk, and goes when it is taken, when its tab
 * shows another page, or with the next press.
 */
export interface WriteIntent {
  readonly tabId: number;
  readonly what: "write";
  /** The page that it was pressed on, where the browser tells: of another page it holds no longer. */
  readonly url?: string;
  /** What was selected, as the browser told with the press, cut to `longestSelection`. Untrusted text. */
  readonly selection?: string;
  /** Something was selected in a private window, of which nothing is handed on. */
  readonly isSelectionDropped?: true;
  /** Epoch ms. */
  readonly at: number;
}

/** Characters. More than a review can quote, so that whoever quotes it knows whether something was left out. */
export const longestSelection = 2000;
