import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { findChromium, sandboxArguments } from "../../scripts/browsers.mjs";

const root = join(import.meta.dirname, "../..");
const origin = "https://bench.example";
const types = { ".mjs": "text/javascript", ".ts": "text/javascript", ".wasm": "application/wasm" } as const;

const html = `<!doctype html><script type="importmap">
{ "imports": { "dexie": "/node_modules/dexie/dist/modern/dexie.mjs" } }
</script>`;

/** Serves our sources as the browser can read them; no bundler, so what is measured is what is written. */
async function serve(context: BrowserContext): Promise<void> {
  await context.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: html });
    const file = await readFile(join(root, pathname)).catch(() => undefined);
    if (!file) return route.fulfill({ status: 404 });
    const contentType = Object.entries(types).find(([end]) => pathname.endsWith(end))?.[1] ?? "text/plain";
    const body = pathname.endsWith(".ts") ? stripTypeScriptTypes(file.toString("utf8")) : file;
    return route.fulfill({ contentType, body });
  });
}

/** A page that may import our sources, in a new browser on a profile: nothing is warm but the disk. */
export async function inBrowser<T>(profile: string, use: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath !== undefined && { executablePath }),
    headless: true,
    chromiumSandbox: false,
    args: sandboxArguments,
  });
  try {
    await serve(context);
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    page.on("console", (message) => console.log(`  [page] ${message.text()}`));
    await page.goto(origin);
    return await use(page);
  } finally {
    await context.close();
  }
}
