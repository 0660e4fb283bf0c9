// An HSM asked through another process: the answer comes piece by piece, and nothing is made up.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { pipe } from "../pipe/pipe.fixture.ts";
import { callsOver, serveCalls } from "../pipe/pipe.ts";
import type { AnswerSink, AskedHsm, Hsm } from "./hsm.ts";
import { HSM_METHODS, hsmOver, type HsmMethods } from "./remote-hsm.ts";
import { hsmMethods } from "./serve-hsm.ts";

const ADDRESS = { name: "Contoso", url: "https://127.0.0.1:1", caFile: "ca", tokenFile: "token" };

async function remote(download: Hsm["download"], more: Partial<Hsm> = {}) {
  const { near, far, close: cut } = pipe();
  const asked = callsOver<HsmMethods>(near, HSM_METHODS);
  serveCalls(
    far,
    hsmMethods(() => ({ hsm: { download, ...more } as AskedHsm, desk: null })),
    "ready",
  );
  const { call } = await asked;
  await call.connect(ADDRESS);
  return { hsm: hsmOver(ADDRESS.name, call), cut };
}

const bytes = (...numbers: number[]): Uint8Array => new Uint8Array(numbers);

describe("an HSM behind a pipe", () => {
  it("gives the answer's pieces in their order, and then how it ended", async () => {
    const { hsm } = await remote(async (_, __, sink) => {
      sink.write(bytes(1, 2));
      await Promise.resolve();
      sink.write(bytes(3));
      return { bytes: 3, complete: true };
    });
    const got: number[] = [];
    const ended = await hsm.download([], 2, { write: (chunk) => void got.push(...chunk) });
    expect(got).toEqual([1, 2, 3]);
    expect(ended).toEqual({ bytes: 3, complete: true });
  });

  it("ends the receiving when a piece cannot be kept, and says why", async () => {
    let written = 0;
    const { hsm } = await remote(async (_, __, sink) => {
      for (;;) {
        sink.write(bytes(1));
        written += 1;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    });
    const full: AnswerSink = {
      write: () => {
        throw new Error("the medium is full");
      },
    };
    await expect(hsm.download([], 2, full)).rejects.toThrow(new Error("the medium is full"));
    const before = written;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(written - before).toBeLessThanOrEqual(1);
  });

  it("passes on what the HSM refused", async () => {
    const { hsm } = await remote(async () => {
      throw new Error("refused");
    });
    expect(await codeOf(hsm.download([], 2, { write: () => undefined }))).toBe("E-WORKER-BUG");
  });

  it("does not know what became of a call when its process dies", async () => {
    const { hsm, cut } = await remote(() => new Promise(() => undefined), {
      upload: () => new Promise(() => undefined),
      activation: () => new Promise(() => undefined),
    });
    const codes = [
      codeOf(hsm.download([], 2, { write: () => undefined })),
      codeOf(hsm.upload("blob")),
      codeOf(hsm.activation()),
    ];
    // It is known some turns later that a call was begun.
    for (let turns = 0; turns < 10; turns += 1)
      await new Promise((resolve) => setImmediate(resolve));
    cut();
    expect(await Promise.all(codes)).toEqual([
      "E-HSM-UNKNOWN-OUTCOME",
      "E-HSM-UNKNOWN-OUTCOME",
      "E-WORKER-GONE",
    ]);
  });

  it("asks nothing before a connection was opened", async () => {
    const { near, far } = pipe();
    const asked = callsOver<HsmMethods>(near, HSM_METHODS);
    serveCalls(
      far,
      hsmMethods(() => ({ hsm: {} as AskedHsm, desk: null })),
      "ready",
    );
    const hsm = hsmOver("Contoso", (await asked).call);
    expect(await codeOf(hsm.activation())).toBe("E-HSM-NO-CONNECTION");
  });
});
