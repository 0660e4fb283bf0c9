// How the tests of the window run: the real app, each test with a home and a screen of its own.
import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["e2e/window/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    testTimeout: 600_000,
  },
});
