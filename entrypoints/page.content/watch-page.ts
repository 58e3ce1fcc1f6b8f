import { collectRawPage } from "../../lib/detect/collect.ts";
import { isAlive, sendPage } from "../../lib/messages/page-send.ts";

/** Quiet time after the last navigation event before the page is read, in ms. */
const settleMs = 400;
/** How much longer to wait where the title has not changed yet: single-page apps set it with their content. */
const titleMs = 1200;

interface World {
  /** Set in our isolated world while a copy of this script runs; calling it reads the page again. */
  backtalkReport?: () => void;
}

/**
 * Reports the page once, and again after each navigation inside the document. A second injection of the same
 * version only asks the first to report; a copy whose extension is gone removes itself at its next event.
 */
export function watchPage(): void {
  const world = globalThis as World;
  if (world.backtalkReport) return world.backtalkReport();

  // What an older version of us left behind (after an update its scripts cannot be reached any more).
  for (const old of document.querySelectorAll("backtalk-badge,backtalk-chip")) old.remove();

  let reported = "";
  let title = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const report = (): void => {
    clearTimeout(timer);
    if (!isAlive()) return stop();
    reported = addressOf(location.href);
    title = document.title;
    void sendPage("reportPage", collectRawPage(document, location));
  };
  const reportSoon = (): void => {
    if (!isAlive()) return stop();
    if (addressOf(location.href) === reported) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (document.title === title) timer = setTimeout(report, titleMs);
      else report();
    }, settleMs);
  };
  // Back from the back/forward cache the tab's state may be that of another page.
  const reportAgain = (event: PageTransitionEvent): void => {
    if (event.persisted) report();
  };
  const stop = (): void => {
    globalThis.navigation?.removeEventListener("navigatesuccess", reportSoon);
    removeEventListener("pageshow", reportAgain);
    delete world.backtalkReport;
  };

  world.backtalkReport = report;
  // Fired for every change of the address in this document, `pushState` and `replaceState` included.
  globalThis.navigation?.addEventListener("navigatesuccess", reportSoon);
  addEventListener("pageshow", reportAgain);
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener("prerenderingchange", report, { once: true });
  else report();
}

/** An address without its fragment: moving inside a page is not another page. */
function addressOf(href: string): string {
  return href.split("#", 1)[0] ?? "";
}
