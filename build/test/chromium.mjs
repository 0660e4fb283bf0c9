// The Chromium that is installed, for pages without a window: Debian's shell without one takes a
// seventh less time than the whole browser.
import { pathOf } from "../setup/run.mjs";

/** What Playwright starts: the first of these that is on the path; its own browser where none is. */
export const CHROMIUM = ["chromium-headless-shell", "chromium", "chromium-browser"]
  .map(pathOf)
  .find((path) => path !== undefined);
