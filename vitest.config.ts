import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { findChromium, sandboxArguments } from "./scripts/browsers.mjs";

/** Unit tests in Node, component tests (`*.browser.test.ts`) in a real Chromium; one run. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: "unit",
          include: [
            "lib/**/*.test.ts",
            "components/**/*.test.ts",
            "scripts/**/*.test.ts",
            "tests/contract/**/*.test.ts",
            "hub/**/*.test.ts",
          ],
          exclude: ["**/*.browser.test.ts", "node_modules/**"],
          testTimeout: 240_000,
        },
      },
      {
        test: {
          name: "component",
          include: [
            "components/**/*.browser.test.ts",
            "entrypoints/**/*.browser.test.ts",
            "lib/**/*.browser.test.ts",
          ],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findChromium(),
                chromiumSandbox: false,
                args: sandboxArguments,
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
