import { browser } from "wxt/browser";
import { keptSetting } from "../../lib/app/kept-setting.ts";
import { createToolbar } from "../../lib/app/recording-toolbar.ts";
import type { TabSurface } from "../../lib/app/tab-view.ts";
import { blankLook, type ToolbarLook } from "../../lib/app/toolbar.ts";
import type { BadgeUpdate, PostUpdate } from "../../lib/messages/page.ts";
import { t } from "../../lib/i18n.ts";
import type { CollectWish, FoundInPage } from "../../lib/model/research/collect.ts";
import { logBug } from "../../lib/log.ts";
import { recording } from "../../lib/settings.ts";

const grey = { 16: "/icon-grey/16.png", 32: "/icon-grey/32.png" };
const coloured = { 16: "/icons/16.png", 32: "/icons/32.png" };
const badgeColour = { plain: "#0b6b63", warning: "#8a4b00", recording: "#b3140e" };

/** Built from `entrypoints/social`. */
const postReader = "/social.js" as never;

/** Built from `entrypoints/selection`. */
const selectionReader = "/selection.js" as never;

/** A tab that closes or goes elsewhere while we talk to it is no fault of anybody. */
const gone =
  /no tab with id|invalid tab id|cannot access|missing host permission|receiving end|message (port|channel) closed|frame with id|was removed|error page|extensions gallery/i;

async function unlessGone<T>(what: string, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (cause) {
    if (!gone.test(String(cause))) logBug(what, cause);
    return undefined;
  }
}

async function putLook(tabId: number | undefined, look: ToolbarLook): Promise<void> {
  const { action } = browser;
  const tab = tabId === undefined ? {} : { tabId };
  await unlessGone(
    "toolbar",
    Promise.all([
      action.setIcon({ ...tab, path: look.coloured ? coloured : grey }),
      action.setBadgeText({ ...tab, text: look.text }),
      action.setBadgeBackgroundColor({ ...tab, color: badgeColour[look.tone] }),
      // Of all tabs an empty one would be shown as it is.
      action.setTitle({ ...tab, title: look.title || (tabId === undefined ? t("action_title") : "") }),
    ]),
  );
}

/** The toolbar icon of every tab. */
export const toolbar = createToolbar({
  put: putLook,
  recording: keptSetting(recording),
  tabIds: async () => (await browser.tabs.query({})).flatMap(({ id }) => id ?? []),
});

/** What the real browser offers to show something in a tab. */
export const surface: TabSurface = {
  paint: (tabId, look) => toolbar.paint(tabId, look),
  async removeBadge(tabId) {
    const update: BadgeUpdate = { type: "backtalk-badge" };
    await unlessGone("badge", browser.tabs.sendMessage(tabId, update, { frameId: 0 }));
  },
  async injectBadge(tabId) {
    const target = { tabId, frameIds: [0] };
    await unlessGone("badge", browser.scripting.executeScript({ target, files: ["/badge.js"] }));
  },
  async injectPosts(tabId) {
    const target = { tabId, frameIds: [0] };
    await unlessGone("posts", browser.scripting.executeScript({ target, files: [postReader] }));
  },
  async removePosts(tabId) {
    const update: PostUpdate = { type: "backtalk-posts" };
    // To every frame: those that read nothing do not listen.
    await unlessGone("posts", browser.tabs.sendMessage(tabId, update));
  },
  frameUrl: (tabId) =>
    import.meta.env.FIREFOX
      ? browser.runtime.getURL(`/sidepanel.html?frame=1&tab=${tabId}` as never)
      : undefined,
};

/** Takes away what stands in a tab and in the toolbar for it. */
export async function clearTab(tabId: number): Promise<void> {
  await Promise.all([surface.removeBadge(tabId), surface.removePosts(tabId)]);
  await surface.paint(tabId, blankLook);
}

/** Runs `page.content` in a tab's top frame. @returns Whether it ran: not on the browser's own pages. */
export async function injectReader(tabId: number): Promise<boolean> {
  const target = { tabId, frameIds: [0] };
  const ran = browser.scripting.executeScript({ target, files: ["/page.js"] });
  return (await unlessGone("page reader", ran)) !== undefined;
}

/** Runs the reader of account pages in a tab's top frame: who the account says that it is. */
export async function injectProfileReader(tabId: number): Promise<void> {
  const target = { tabId, frameIds: [0] };
  await unlessGone("profile reader", browser.scripting.executeScript({ target, files: ["/profile.js"] }));
}

/** Runs `product` in a tab's top frame, once. */
export async function injectProduct(tabId: number): Promise<void> {
  const target = { tabId, frameIds: [0] };
  await unlessGone("deep extraction", browser.scripting.executeScript({ target, files: ["/product.js"] }));
}

/** Reads in a tab's top frame who stands behind its page. @returns `undefined` where nothing of ours may run. */
export async function collectBehind(tabId: number): Promise<unknown> {
  const target = { tabId, frameIds: [0] };
  const ran = browser.scripting.executeScript({ target, files: ["/behind.js"] });
  return (await unlessGone("who stands behind", ran))?.[0]?.result;
}

/** Reads the reviews that a tab's page shows. @returns What each frame gave; `undefined` where nothing of ours may run. */
export async function collectOwnReviews(
  tabId: number,
  frames: "top" | "all",
): Promise<readonly unknown[] | undefined> {
  const target = frames === "top" ? { tabId, frameIds: [0] } : { tabId, allFrames: true };
  // A frame that never finishes loading must not hold up the others.
  const ran = browser.scripting.executeScript({
    target,
    files: ["/own-reviews.js"],
    injectImmediately: frames === "all",
  });
  return (await unlessGone("own reviews", ran))?.map(({ result }) => result);
}

/**
 * Reads what a person means by "Collect" in a tab's page.
 *
 * @param frameId - The frame that was pressed on; without it every frame is asked, and one with a selection goes first.
 * @returns `null` where there is nothing; `undefined` where nothing of ours may run.
 */
export async function findInPage(tabId: number, wish: CollectWish, frameId?: number): Promise<unknown> {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  const told = browser.scripting.executeScript({
    target,
    func: (told: unknown) => void Object.assign(globalThis, { backtalkWish: told }),
    args: [wish],
    injectImmediately: true,
  });
  if (!(await unlessGone("collect", told))) return undefined;
  const ran = browser.scripting.executeScript({ target, files: [selectionReader], injectImmediately: true });
  const results = await unlessGone("collect", ran);
  const found = results?.filter(({ result }) => result !== null && result !== undefined);
  const selected = found?.find(({ result }) => (result as Partial<FoundInPage>).text !== undefined);
  const top = found?.find((one) => one.frameId === 0);
  return results && ((selected ?? top ?? found?.[0])?.result ?? null);
}

/** Whether `page.content` runs in a tab's document: what it leaves in its own world is seen by nobody else. */
export async function isReaderIn(tabId: number): Promise<boolean> {
  const asked = browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    func: () => "backtalkReport" in globalThis,
    // A page that is still loading answers at once.
    injectImmediately: true,
  });
  return (await unlessGone("page reader", asked))?.[0]?.result === true;
}

/**
 * Puts the reader of posts into those frames of a tab whose address a platform stands at; frames are asked for their
 * address first, so that no other one gets code of ours that stays.
 */
export async function injectPostsIntoFrames(tabId: number, isMeant: (url: string) => boolean): Promise<void> {
  const asked = browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => location.href,
    injectImmediately: true,
  });
  const frames = (await unlessGone("frames", asked)) ?? [];
  const frameIds = frames
    .filter(({ frameId, result }) => frameId !== 0 && typeof result === "string" && isMeant(result))
    .map(({ frameId }) => frameId);
  if (frameIds.length === 0) return;
  const target = { tabId, frameIds };
  await unlessGone("posts", browser.scripting.executeScript({ target, files: [postReader] }));
}

/** Opens the page with the first-run choice. */
export async function openWelcome(how: { readonly active: boolean }): Promise<void> {
  await browser.tabs.create({ ...how, url: browser.runtime.getURL("/welcome.html") });
}

/** Opens the sidebar. Call it synchronously in the listener of a press: one `await` before it loses the gesture. */
export async function openSidebar(tabId: number): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as {
    readonly sidePanel?: { open(options: { tabId: number }): Promise<void> };
    readonly sidebarAction?: { open(): Promise<void> };
  };
  await (sidePanel ? sidePanel.open({ tabId }) : sidebarAction?.open());
}
