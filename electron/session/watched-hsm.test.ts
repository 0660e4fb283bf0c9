// An HSM that is asked: its silence is reported, and its end is not mistaken for a bad line.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { anyFault } from "../../crypto/any-fault.fixture.ts";
import type { AskedHsm } from "../hsm/hsm.ts";
import { waitFor } from "../hsm/poll.ts";
import { startedOnce } from "./session.ts";
import { watchedHsm } from "./watched-hsm.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const failing = (code: string): AskedHsm =>
  ({
    name: "Contoso-HSM",
    uploadStatus: () => Promise.reject(anyFault(code)),
    signIn: () => new Promise<never>(() => undefined),
    facts: () => new Promise<never>(() => undefined),
  }) as unknown as AskedHsm;

describe("an HSM", () => {
  it.each([
    ["E-HSM-NET", true, "E-HSM-GONE"],
    ["E-HSM-TIMEOUT", true, "E-HSM-GONE"],
    ["E-HSM-NET", false, "E-HSM-NET"],
    ["E-HSM-AUTH", true, "E-HSM-AUTH"],
    ["E-HSM-UNKNOWN-OUTCOME", true, "E-HSM-UNKNOWN-OUTCOME"],
  ])("that fails by %s, its process gone: %s, is %s", async (code, gone, told) => {
    const hsm = watchedHsm(
      failing(code),
      () => gone,
      () => undefined,
    );
    expect(await codeOf(hsm.uploadStatus())).toBe(told);
  });

  it("whose process ended is asked once more and not for half an hour", async () => {
    let asked = 0;
    const running = {
      client: async () => failing("E-HSM-NET"),
      isGone: () => asked > 3,
      end: async () => undefined,
    };
    const once = startedOnce(
      async () => running,
      () => undefined,
    );
    const hsm = await once.client();
    const waited = waitFor(
      () => {
        asked += 1;
        return hsm.uploadStatus();
      },
      {
        everySeconds: 1,
        limitSeconds: 1800,
        sleep: async () => undefined,
        onProgress: () => undefined,
      },
    );
    expect(await codeOf(waited)).toBe("E-HSM-GONE");
    expect(asked).toBe(4);
  });

  it("that says nothing is reported, but not while a person signs in", () => {
    const told: number[] = [];
    const hsm = watchedHsm(
      failing("E-HSM-NET"),
      () => false,
      (seconds) => void told.push(seconds),
    );
    void hsm.signIn();
    vi.advanceTimersByTime(600_000);
    expect(told).toEqual([]);
    void hsm.facts();
    vi.advanceTimersByTime(31_000);
    expect(told).toEqual([15, 30]);
    expect(hsm.name).toBe("Contoso-HSM");
  });
});
