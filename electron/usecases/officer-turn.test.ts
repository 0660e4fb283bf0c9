// An officer's vault lasts as long as their work, and not a moment longer.
import { expect, it, vi } from "vitest";
import type { Deps } from "./deps.ts";
import { withVault } from "./officer-turn.ts";
import type { Turn } from "./turn.ts";

it.each([
  ["does what it should", () => Promise.resolve("done")],
  ["is refused", () => Promise.reject(new Error("refused"))],
])("is ended before anything else is done, where its work %s", async (_, work) => {
  const course: string[] = [];
  const end = vi.fn(async () => {
    await Promise.resolve();
    course.push("ended");
  });
  const vaults = { openOfficerVault: async () => ({ socket: "", call: {}, end }) };
  const deps = { station: "connected", vaults } as unknown as Deps;
  const turn = withVault(deps, {} as Turn, async () => {
    course.push("worked");
    return work();
  });
  await turn.then(
    () => course.push("over"),
    () => course.push("over"),
  );
  expect(course).toEqual(["worked", "ended", "over"]);
});
