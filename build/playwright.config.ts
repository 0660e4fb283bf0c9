// How the tests of the window run: the real app, each file with homes and screens of its own.
import { fileURLToPath } from "node:url";
import { defineConfig } from "playwright/test";

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  testIgnore: process.env["LONG"] === "1" ? [] : "**/*.long.test.ts",
  outputDir: path("../.shots/failed"),
  forbidOnly: process.env["CI"] === "true",
  retries: 0,
  // The app waits more than it computes: for other processes, and for what people must have seen.
  workers: 3,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["html", { outputFolder: path("../.shots/report"), open: "never" }],
    ...(process.env["SD_REPORT"] === undefined
      ? []
      : [["json", { outputFile: process.env["SD_REPORT"] }] as const]),
  ],
  projects: [{ name: "app", testDir: path("../e2e/window"), testMatch: "**/*.test.ts" }],
});
