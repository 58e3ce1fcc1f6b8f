import type { TextTarget } from "../model/research/item.ts";

/** What a person selected in a page. */
export interface Selected {
  /** As it is read: line breaks where the page shows them. */
  readonly text: string;
  /** How it is found again in the page's own text. */
  readonly target: TextTarget;
  /** Whether only the beginning was taken. */
  readonly isCut: boolean;
  /** The smallest element around it. */
  readonly around: Element;
}

/** UTF-16 units before and after a quote, by which one of several equal quotes is told from the others. */
const beside = 32;

/**
 * Reads what is selected. A text quote and a text position selector of the W3C's: `exact`, `prefix` and `suffix` are
 * slices of the `textContent` of the body, `start` and `end` offsets in it, in UTF-16 units. Inside somebody's shadow
 * root there is no such offset: then the quote stands alone.
 *
 * @param longest - Most UTF-16 units that are taken.
 * @returns `undefined` where nothing is selected, or only what the person writes themselves.
 * @see https://www.w3.org/TR/annotation-model/#selectors
 */
export function readSelected(document: Document, longest: number): Selected | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || isWriting(document)) return undefined;
  const shown = selection.toString().trim();
  const range = selection.getRangeAt(0);
  const around = elementOf(range.commonAncestorContainer);
  if (shown === "" || !around) return undefined;
  const text = headOf(shown, longest);
  const target = targetOf(range, document, longest) ?? { exact: text, prefix: "", suffix: "" };
  return { text, target, isCut: text.length < shown.length, around };
}

/** What a person types into a page is nobody's post yet. */
function isWriting({ activeElement }: Document): boolean {
  if (!activeElement) return false;
  const field = "input,textarea,[contenteditable]:not([contenteditable=false])";
  return activeElement.matches(field) || (activeElement as HTMLElement).isContentEditable;
}

function elementOf(node: Node): Element | undefined {
  return node instanceof Element ? node : (node.parentElement ?? undefined);
}

/** `undefined` where the range is not in the body's own text, or holds nothing but space. */
function targetOf(range: Range, { body }: Document, longest: number): TextTarget | undefined {
  if (range.collapsed || !body.contains(range.commonAncestorContainer)) return undefined;
  const whole = range.toString();
  const exact = headOf(whole.trim(), longest);
  if (exact === "") return undefined;
  const [ahead, behind] = [range.cloneRange(), range.cloneRange()];
  ahead.selectNodeContents(body);
  behind.selectNodeContents(body);
  ahead.setEnd(range.startContainer, range.startOffset);
  behind.setStart(range.endContainer, range.endOffset);
  const leading = whole.length - whole.trimStart().length;
  const before = ahead.toString() + whole.slice(0, leading);
  const after = whole.slice(leading + exact.length) + behind.toString();
  return {
    exact,
    prefix: tailOf(before, beside),
    suffix: headOf(after, beside),
    start: before.length,
    end: before.length + exact.length,
  };
}

/** At most so many units, and no half of a character. */
function headOf(text: string, most: number): string {
  const head = text.slice(0, most);
  return head.isWellFormed() ? head : head.slice(0, -1);
}

function tailOf(text: string, most: number): string {
  const tail = text.slice(-most);
  return tail.isWellFormed() ? tail : tail.slice(1);
}
