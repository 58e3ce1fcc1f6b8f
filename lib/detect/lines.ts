/** Elements that do not end a line of text. */
const inline = /^(?:a|abbr|b|big|cite|em|font|i|small|span|strong|sup|time|u|img|#text)$/i;
const unread = /^(?:script|style|noscript|template|title|select|textarea|svg|iframe)$/i;

export interface LineBounds {
  /** Characters, lines and nodes at most. */
  readonly room: number;
  readonly lines?: number;
  readonly nodes?: number;
  /** Ends before such an element. */
  readonly stop?: (node: Node) => boolean;
}

/** Where reading begins and which way it goes. */
export interface LineStart {
  readonly start?: Node | null;
  readonly backwards?: boolean;
}

/**
 * Lines of text below `root`, as blocks and breaks end them, without forcing a layout: from its first node, from
 * `start`, or from its last node backwards.
 */
export function linesOf(root: Node, bounds: LineBounds, from: LineStart = {}): readonly string[] {
  const { lines: most = 24, nodes = 1500, room, stop } = bounds;
  const found = new Lines(from.backwards === true);
  let node = from.start ?? (from.backwards ? root.lastChild : root.firstChild);
  for (let seen = 0; node && seen < nodes; seen += 1) {
    if ((seen > 0 && stop?.(node)) || found.length >= room || found.lines.length >= most) break;
    found.read(node);
    node = following(node, root, found);
  }
  found.end();
  return found.lines;
}

class Lines {
  readonly lines: string[] = [];
  /** Characters of all lines so far. */
  length = 0;
  readonly backwards: boolean;
  #line = "";

  constructor(backwards: boolean) {
    this.backwards = backwards;
  }

  read(node: Node): void {
    const { nodeName, nodeType } = node;
    this.leave(node);
    if (nodeType === 3) this.#add((node.nodeValue ?? "").slice(0, 300));
    else if (/^a$/i.test(nodeName)) this.#add(" ");
  }

  /** The end of an element was passed. */
  leave({ nodeName }: Node): void {
    if (this.#line.length > 400 || !inline.test(nodeName)) this.end();
  }

  #add(text: string): void {
    this.#line = this.backwards ? text + this.#line : this.#line + text;
  }

  end(): void {
    const text = this.#line.replace(/\s+/g, " ").trim().slice(0, 200);
    this.#line = "";
    if (text && this.lines.push(text)) this.length += text.length;
  }
}

/** The next node in reading order within `root`, past what nobody reads; `lines` end where blocks end. */
export function following(from: Node, root: Node, lines?: Lines): Node | null {
  const backwards = lines?.backwards === true;
  const inner = backwards ? from.lastChild : from.firstChild;
  if (inner && !unread.test(from.nodeName)) return inner;
  for (let node: Node | null = from; node && node !== root; node = node.parentNode) {
    if (node !== from) lines?.leave(node);
    const next = backwards ? node.previousSibling : node.nextSibling;
    if (next) return next;
  }
  return null;
}
