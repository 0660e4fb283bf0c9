// The shell of the app: what a page may do, what it may not, and who it runs as.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { childrenOf, makeHome, openApp, withoutRuntime } from "./app.fixture.ts";

describe.skipIf(withoutRuntime)("the window's shell (needs the Electron runtime)", () => {
  it("runs its page in Chromium's real sandbox", async () => {
    const { pid, page } = await openApp(await makeHome());
    await page.getByRole("heading").first().waitFor();
    const renderers = childrenOf(pid).filter(({ words }) => words.includes("--type=renderer"));
    expect(renderers.length).toBeGreaterThan(0);
    for (const renderer of renderers)
      expect(readFileSync(`/proc/${renderer.pid}/status`, "utf8")).toMatch(/^Seccomp:\s+2$/m);
  });
});
