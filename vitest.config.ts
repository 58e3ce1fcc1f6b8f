import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { findChromium, sandboxArguments } from "./scripts/browsers.mjs";

/** For machines that do other things beside; what passes costs nothing by it. */
const patience = { testTimeout: 240_000, hookTimeout: 240_000, expect: { poll: { timeout: 60_000 } } };
/** Where nobody watches, tests in a browser have a second attempt, which the list of tests tells of. */
const attempts = { retry: process.env["CI"] ? 1 : 0 };

/** Unit tests in Node, component tests (`*.browser.test.ts`) in a real Chromium; one run. */
export default defineConfig({
  test: {
    // Of two cores both: nothing else runs beside.
    maxWorkers: "100%",
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
          setupFiles: ["tests/support/property-seed.ts"],
          ...patience,
          // Files share a process: starting one for each takes longer than most of them. What a file changes around
          // it (timers, globals) it puts back.
          isolate: false,
        },
      },
      {
        test: {
          name: "component",
          ...patience,
          ...attempts,
          include: [
            "components/**/*.browser.test.ts",
            "entrypoints/**/*.browser.test.ts",
            "lib/**/*.browser.test.ts",
          ],
          browser: {
            enabled: true,
            headless: true,
            // A clean clone bundles what the tests use before the first page opens.
            connectTimeout: patience.hookTimeout,
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
