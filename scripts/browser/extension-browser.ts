import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { findChromium, sandboxArguments } from "../browsers.mjs";

export interface BrowserOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** Chromium's own rules, comma separated: which hosts are mapped to this machine. */
  readonly hostRules: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Further flags. */
  readonly args?: readonly string[];
}

/** Starts a Chromium on a profile, with one unpacked extension. */
export async function launchWithExtension(
  profile: string,
  { extension, headless, hostRules, viewport, args = [] }: BrowserOptions,
): Promise<BrowserContext> {
  const executablePath = findChromium();
  const folder = resolve(extension);
  return chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    headless,
    chromiumSandbox: false,
    ignoreHTTPSErrors: true,
    viewport: viewport ?? null,
    args: [
      ...sandboxArguments,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      `--host-resolver-rules=${hostRules}`,
      "--ignore-certificate-errors",
      ...args,
    ],
  });
}

/** A Chromium with a fresh profile and our extension in it. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  /** Address of an extension page: `page("options.html")`. */
  page(path: string): string;
  /** The real side panel, once it is open: a page that only the debugging protocol sees. */
  sidePanel(timeoutMs?: number): Promise<Page>;
  /** Closes the browser and opens it again on the same profile; this one is over then. */
  restart(): Promise<ExtensionBrowser>;
  close(): Promise<void>;
}

/** Starts a Chromium with a fresh profile. Nothing but the mapped hosts can be reached from it. */
export async function openExtensionBrowser(options: BrowserOptions): Promise<ExtensionBrowser> {
  return openOn(await mkdtemp(join(tmpdir(), "backtalk-")), options);
}

async function openOn(profile: string, options: BrowserOptions): Promise<ExtensionBrowser> {
  const debugPort = await freePort();
  const context = await launchWithExtension(profile, {
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${debugPort}`],
  });
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 60_000 }));
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  let devtools: Browser | undefined;
  const end = async (): Promise<void> => {
    await devtools?.close();
    await context.close();
  };
  return {
    context,
    page: (path) => `${origin}/${path}`,
    async sidePanel(timeoutMs = 60_000) {
      const endsAt = Date.now() + timeoutMs;
      for (;;) {
        // The panel is a target of its own; a new connection sees targets that opened since.
        await devtools?.close();
        devtools = await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`);
        const panel = devtools
          .contexts()
          .flatMap((each) => each.pages())
          .find((page) => page.url().startsWith(`${origin}/sidepanel.html`));
        if (panel) return panel;
        if (Date.now() > endsAt) throw new Error("The side panel did not open.");
        await new Promise((wake) => setTimeout(wake, 100));
      }
    },
    async restart() {
      await end();
      return openOn(profile, options);
    },
    async close() {
      await end();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("No free port on this machine.");
  return address.port;
}
