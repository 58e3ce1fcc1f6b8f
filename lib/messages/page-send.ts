import type { PageMessages } from "./page.ts";

/** The part of the browser's own extension API that content code uses. */
export interface ContentApi {
  readonly runtime: {
    /** Gone once the extension was updated or removed under this page. */
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      addListener(listener: (message: unknown) => void): void;
      removeListener(listener: (message: unknown) => void): void;
    };
  };
}

/** Chromium from 148 and Firefox have a promise-returning `browser`; older Chromium has `chrome`, likewise. */
export const contentApi: ContentApi = ((globalThis as { browser?: ContentApi }).browser ??
  (globalThis as { chrome?: ContentApi }).chrome)!;

/** Whether the extension that put this script here is still there. */
export function isAlive(): boolean {
  return contentApi.runtime?.id !== undefined;
}

type Message = keyof PageMessages;
type Argument<K extends Message> = Parameters<PageMessages[K]>[0];
type Answer<K extends Message> = Awaited<ReturnType<PageMessages[K]>>;

/**
 * Sends a message of the page map in the form that @webext-core/messaging reads, without its 1.2 kB.
 *
 * @returns The answer; `undefined` also when the background failed or the extension is gone.
 */
export async function sendPage<K extends Message>(
  type: K,
  data?: Argument<K>,
): Promise<Answer<K> | undefined> {
  try {
    const reply = await contentApi.runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() });
    return (reply as { res?: Answer<K> } | undefined)?.res;
  } catch {
    // A page must never see an exception of ours; the background logs its own.
    return undefined;
  }
}
