import { defineConfig } from "@playwright/test";

/** End-to-end tests of the built extension in real browsers. Nothing in them may reach the network. */
export default defineConfig({
  testDir: "tests",
  globalSetup: "./tests/support/global-setup.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous, for machines that do other things beside; what passes costs nothing by it.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  reporter: [["list"]],
  projects: [
    { name: "chromium", testMatch: "e2e/**/*.spec.ts" },
    // One browser at a time: Firefox takes seconds to start, and the journey is one long test.
    { name: "firefox", testMatch: "firefox/**/*.spec.ts", workers: 1 },
    { name: "corpora", testMatch: "corpora/**/*.spec.ts", timeout: 900_000, workers: 1 },
  ],
});
