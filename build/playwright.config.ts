// How Playwright Test runs: the screens in a real Chromium, and the app in the real Electron.
import process from "node:process";
import { fileURLToPath } from "node:url";
import { defineConfig } from "playwright/test";
import { CHROMIUM } from "./test/chromium.mjs";
import { PATIENCE_MS } from "./test/patience.mjs";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const isLong = process.env["LONG"] === "1";

/**
 * Whether screens leave a trace, with the page before and after each action: where people name tests.
 * It takes two fifths of a test's time, and a recorded screen fails again in the same way.
 */
const areTraced = process.env["SD_PICTURES"] === "1" && !isLong;

export default defineConfig({
  testMatch: "**/*.test.ts",
  testIgnore: isLong ? [] : "**/*.long.test.ts",
  outputDir: path("../.shots/failed"),
  forbidOnly: process.env["CI"] === "true",
  retries: 0,
  // The app waits more than it computes: for other processes, and for what people must have seen.
  workers: 3,
  timeout: PATIENCE_MS[isLong ? "long" : "test"],
  expect: { timeout: PATIENCE_MS.question },
  reporter: [
    ["list"],
    ["html", { outputFolder: path("../.shots/report"), open: "never" }],
    ...(process.env["SD_REPORT"] === undefined
      ? []
      : [["json", { outputFile: process.env["SD_REPORT"] }] as const]),
  ],
  projects: [
    { name: "app", testDir: path("../e2e/window") },
    {
      name: "screens",
      testDir: path("../e2e/screens"),
      fullyParallel: true,
      use: {
        trace: areTraced ? { mode: "retain-on-failure", screenshots: false } : "off",
        screenshot: "only-on-failure",
        launchOptions: {
          ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
          // A test's browser that shows our own page alone: run by root it has no sandbox.
          args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
        },
      },
    },
  ],
});
