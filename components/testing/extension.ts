// Import this before anything of ours: elements read `browser` while they load.
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { UiMessages } from "../../lib/messages/ui.ts";
import { ok } from "../../lib/model/result.ts";
import type { TabState } from "../../lib/model/tab-state.ts";

type Handlers = { -readonly [K in keyof UiMessages]?: UiMessages[K] };

/** What the background answers. A test replaces what it needs; the rest is "no answer". */
export const background: Handlers = { wantWeights: async () => ok(undefined) };
/** Every command that was sent because of what a person did or looked at, oldest first. */
export const commands: { readonly name: string; readonly data: unknown }[] = [];

/** The real texts. Read synchronously: a module that awaits lets its siblings run first, without a `browser`. */
function readMessages(): Readonly<Record<string, { readonly message: string }>> {
  const request = new XMLHttpRequest();
  request.open("GET", "/_locales/en/messages.json", false);
  request.send();
  return JSON.parse(request.responseText) as Readonly<Record<string, { readonly message: string }>>;
}

const messages = readMessages();
let direction = "ltr";
let language = "en";

/** The browser's own language and direction, as the person set them. */
export function useLanguage(name: string, dir: "ltr" | "rtl"): void {
  language = name;
  direction = dir;
  document.documentElement.lang = name;
  document.documentElement.dir = dir;
}

const i18n = {
  getMessage: (key: string): string => (key === "@@bidi_dir" ? direction : (messages[key]?.message ?? "")),
  getUILanguage: (): string => language,
};

interface Sent {
  readonly type: keyof UiMessages;
  readonly data: unknown;
}

async function answer({ type, data }: Sent): Promise<unknown> {
  // Nobody presses for it: it keeps figures up to date, whatever is shown.
  if (type !== "wantWeights") commands.push({ name: type, data });
  const handler = background[type] as ((data: unknown) => unknown) | undefined;
  return { res: await handler?.(data) };
}

const extension = Object.assign(fakeBrowser, {
  i18n,
  runtime: Object.assign(fakeBrowser.runtime, {
    id: "backtalk-test",
    getURL: (path: string) => path,
    getManifest: () => ({ version: "0.0.0", manifest_version: 3 }),
    sendMessage: (message: Sent, respond: (answer: unknown) => void) => void answer(message).then(respond),
  }),
  permissions: Object.assign(fakeBrowser.permissions, {
    request: async () => true,
    remove: async () => true,
  }),
  commands: { getAll: async () => [{ name: "_execute_action", shortcut: "Alt+B", description: "" }] },
});

Object.assign(globalThis, { browser: extension, chrome: extension });

/** What is known of a tab, as the background would store it. */
export async function putTab(state: TabState): Promise<void> {
  await fakeBrowser.storage.session.set({ [`tab:${state.tabId}`]: state });
}

export async function dropTab(tabId: number): Promise<void> {
  await fakeBrowser.storage.session.remove(`tab:${tabId}`);
}

export { fakeBrowser };
