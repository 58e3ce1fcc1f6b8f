import { readFileSync } from "node:fs";
import { defineConfig, type ConfigEnv, type UserManifest } from "wxt";
import { researchGuide } from "./lib/research/guide.ts";
import { thirdPartyNotices } from "./scripts/notices.ts";
import { provenanceOf, provenanceText, releaseText } from "./scripts/release/manifest.ts";

/** What extension pages may do on top of the manifest's policy: nothing on the network, no foreign image. */
const pagePolicy = "connect-src 'none'; img-src 'self' data: blob:";

/**
 * The manifest's policy covers the worker as well (in both browsers), and the worker is the one that fetches.
 * So this one lets connections through, `lib/net` decides which, and each page adds `pagePolicy` by `<meta>`.
 */
const extensionPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Puts `pagePolicy` first into the head of every built page, so that no new page can forget it. */
const pagesCannotFetch = {
  name: "backtalk:pages-cannot-fetch",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: pagePolicy },
      injectTo: "head-prepend" as const,
    },
  ],
};

function manifest({ browser }: ConfigEnv): UserManifest {
  return {
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    default_locale: "en",
    incognito: browser === "firefox" ? undefined : "spanning",
    permissions: [
      "storage",
      "unlimitedStorage",
      "alarms",
      "contextMenus",
      "scripting",
      "activeTab",
      "declarativeNetRequestWithHostAccess",
      ...(browser === "firefox" ? [] : ["sidePanel" as const]),
    ],
    // Asked for by a press, to tell of news about followed brands.
    optional_permissions: ["notifications"],
    host_permissions: ["http://*/*", "https://*/*"],
    content_security_policy: { extension_pages: extensionPolicy },
    action: {
      default_title: "__MSG_action_title__",
      default_icon: { 16: "icon-grey/16.png", 32: "icon-grey/32.png" },
    },
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+B" } },
      collect: { suggested_key: { default: "Alt+Shift+C" }, description: "__MSG_command_collect__" },
      write: { suggested_key: { default: "Alt+Shift+W" }, description: "__MSG_command_write__" },
    },
    ...(browser === "firefox" ? firefoxOnly : chromeOnly),
  };
}

/** 130: `sidePanel.open`, alarms of 30 s, the Navigation API. No page of ours can be framed or probed for. */
const chromeOnly = { minimum_chrome_version: "130" } satisfies UserManifest;

const firefoxOnly = {
  browser_specific_settings: {
    gecko: {
      id: "backtalk@backtalk.example",
      // 147: the Navigation API.
      strict_min_version: "147.0",
      data_collection_permissions: {
        // Nothing leaves by itself. A posted review is public, and may quote the page it is about.
        required: ["none"],
        optional: ["websiteContent", "personalCommunications"],
      },
    },
  },
  // Firefox opens its sidebar only from the toolbar; the badge shows this page in a read-only frame.
  web_accessible_resources: [{ resources: ["sidepanel.html"], matches: ["http://*/*", "https://*/*"] }],
} satisfies UserManifest;

export default defineConfig({
  imports: false,
  modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/auto-icons"],
  autoIcons: { baseIconPath: "assets/icon.svg" },
  manifest,
  hooks: {
    // WXT's wrapper of content scripts posts a message with our id into every page and weighs 4 kB. Ours is
    // registered by hand after the first-run choice, so it is built as a plain script.
    "entrypoints:found": (_, found) => {
      for (const entry of found) if (entry.name === "page") entry.type = "unlisted-script";
    },
    "build:publicAssets": (_, files) => {
      files.push(
        { relativeDest: "LICENSE.txt", contents: readFileSync("LICENSE", "utf8") },
        { relativeDest: "THIRD-PARTY-NOTICES.txt", contents: thirdPartyNotices() },
        // A mark of the order of bytes: a page of plain text has no other way to say that it is UTF-8.
        { relativeDest: researchGuide, contents: `\uFEFF${readFileSync("docs/research.md", "utf8")}` },
        { relativeDest: "provenance.json", contents: provenanceText(provenanceOf(import.meta.dirname)) },
      );
    },
  },
  vite: ({ command }) => ({
    plugins: command === "build" ? [pagesCannotFetch] : [],
    define: {
      "import.meta.env.BACKTALK_RELEASE": JSON.stringify(releaseText(provenanceOf(import.meta.dirname))),
      "import.meta.env.BACKTALK_SERVER": JSON.stringify(process.env["BACKTALK_SERVER"] ?? ""),
      "import.meta.env.BACKTALK_FEED": JSON.stringify(process.env["BACKTALK_FEED"] ?? ""),
      "import.meta.env.BACKTALK_SEARCH": JSON.stringify(process.env["BACKTALK_SEARCH"] ?? ""),
    },
  }),
});
