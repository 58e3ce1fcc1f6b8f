import { defineConfig } from "wxt";

export default defineConfig({
  imports: false,
  modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/auto-icons"],
  autoIcons: { baseIconPath: "assets/icon.svg" },
  manifest: ({ browser }) => ({
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    default_locale: "en",
    permissions: [
      "storage",
      "unlimitedStorage",
      "alarms",
      "contextMenus",
      "scripting",
      "activeTab",
      "declarativeNetRequestWithHostAccess",
      ...(browser === "firefox" ? [] : ["sidePanel"]),
    ],
    optional_permissions: ["notifications"],
    host_permissions: ["http://*/*", "https://*/*"],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'none'; worker-src 'self'",
    },
    action: {},
  }),
});
