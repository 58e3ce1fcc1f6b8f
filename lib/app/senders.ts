/** The part of `runtime.MessageSender` that decides what a sender may do. */
export interface MessageSender {
  readonly id?: string;
  readonly url?: string;
  readonly frameId?: number;
  readonly tab?: { readonly id?: number; readonly incognito: boolean; readonly windowId?: number };
  readonly documentLifecycle?: string;
}

/** A content script of ours in the top frame of a web page. */
export interface PageSender {
  readonly tabId: number;
  readonly url: string;
  readonly isPrivate: boolean;
}

/** A content script of ours in a page or in one of its frames. `url` is the frame's own. */
export interface FrameSender extends PageSender {
  readonly isTop: boolean;
}

/** What this extension is called: `runtime.id` and `runtime.getURL("")`. */
export interface OwnIdentity {
  readonly id: string;
  readonly baseUrl: string;
}

/** Reads a sender of the `page` map; `undefined`: refused. Frames, other extensions and our own pages are. */
export function pageSender(sender: MessageSender, own: OwnIdentity): PageSender | undefined {
  const { id, url, frameId, tab } = sender;
  if (id !== own.id || frameId !== 0 || tab?.id === undefined || !url) return undefined;
  if (!/^https?:\/\//.test(url)) return undefined;
  return { tabId: tab.id, url, isPrivate: tab.incognito };
}

/** Reads a sender of what frames may send as well: reports of posts. */
export function frameSender(sender: MessageSender, own: OwnIdentity): FrameSender | undefined {
  if (sender.frameId === undefined) return undefined;
  const page = pageSender({ ...sender, frameId: 0 }, own);
  return page && { ...page, isTop: sender.frameId === 0 };
}

/**
 * Reads a sender of the `ui` map. An extension page standing in a frame of a tab (Firefox's badge) is a
 * `frame`: the page around it can cover, fade and click it, so it may only read. What its address says of
 * itself does not matter.
 */
export function uiSender(
  sender: MessageSender,
  own: OwnIdentity,
): { readonly kind: "page" } | { readonly kind: "frame"; readonly tabId: number } | undefined {
  const { id, url, frameId, tab } = sender;
  if (id !== own.id || !url?.startsWith(own.baseUrl)) return undefined;
  if (!tab || (frameId === 0 && !URL.parse(url)?.searchParams.has("frame"))) return { kind: "page" };
  return tab.id === undefined ? undefined : { kind: "frame", tabId: tab.id };
}
