import { readProfileHeader } from "../../lib/detect/profile-header.ts";
import { isAlive, sendPage } from "../../lib/messages/page-send.ts";
import { addressOf } from "../../lib/model/address.ts";

/** How long an account page may take to show who it is, in ms. */
const patienceMs = 15_000;
/** Quiet time after a change before the page is read again, in ms: at most a few readings a page. */
const pauseMs = 500;
/** Names come first, marks and links later; more reports than that say nothing new. */
const mostReports = 4;

interface World {
  /** Set in our isolated world while an account page is watched; ends that. */
  backtalkProfile?: () => void;
}

/**
 * Tells who the account of this page says that it is, as soon as the page shows it, and again while it fills. A second
 * injection begins anew: the page in this document is another one.
 */
export function watchProfile(): void {
  const world = globalThis as World;
  world.backtalkProfile?.();

  const address = addressOf(location.href);
  let told = "";
  let reports = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(tell, pauseMs);
  });
  const end = setTimeout(stop, patienceMs);

  function stop(): void {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(end);
    if (world.backtalkProfile === stop) delete world.backtalkProfile;
  }

  function tell(): void {
    timer = undefined;
    if (!isAlive() || addressOf(location.href) !== address || reports >= mostReports) return stop();
    const header = readProfileHeader(document, location);
    const words = JSON.stringify(header);
    if (!header || words === told) return;
    told = words;
    reports += 1;
    void sendPage("reportProfile", header);
  }

  world.backtalkProfile = stop;
  observer.observe(document, { childList: true, subtree: true });
  tell();
}
