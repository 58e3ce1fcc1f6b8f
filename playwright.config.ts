import { defineConfig } from "@playwright/test";

/** End-to-end tests of the built extension in real browsers. Nothing in them may reach the network. */
export default defineConfig({
  testDir: "tests",
  globalSetup: "./tests/support/global-setup.ts",
  outputDir: "test-results",
  fullyParallel: true,
  // One browser keeps two slow cores busy: with two at a time each journey took three times as long.
  workers: 1,
  // Where nobody watches, a second attempt; `npm test` names whatever needed one.
  retries: process.env["CI"] ? 1 : 0,
  // Generous, for machines that do other things beside; what passes costs nothing by it.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [["list"]],
  projects: [
    { name: "chromium", testMatch: "e2e/**/*.spec.ts" },
    // Firefox takes its time to start, and the journey is one long test.
    { name: "firefox", testMatch: "firefox/**/*.spec.ts", timeout: 600_000 },
    { name: "corpora", testMatch: "corpora/**/*.spec.ts", timeout: 900_000 },
  ],
});
