// How the tests of the window run: the real app, each test with a home and a screen of its own.
import { defineConfig } from "vitest/config";
import { base } from "./vitest.config.ts";

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["e2e/window/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    // They wait more than they compute: for people's glances, timers and other processes.
    maxWorkers: 3,
    testTimeout: 600_000,
  },
});
