// A certificate is confirmed by its words: offline from the officer's medium, connected from a
// card.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { random } from "../../crypto/index.ts";
import { generateRsa, makeCertificate } from "../../crypto/secret-half.ts";
import { prepareMedium } from "../media/media.ts";
import { confirmThumbprint } from "./confirm-thumbprint.ts";
import { codeOf, stageAt, wordsOf, type Stage } from "./stations.fixture.ts";
import { snapshotOf } from "./snapshots.fixture.ts";
import { certificateOf } from "./turn.ts";

beforeAll(() => snapshotOf("activation", "open"));

const OFFLINE = "confirm-thumbprint-1";
const CONNECTED = "compare-thumbprint-1";

const thumbprintOf = (stage: Stage, seat: number): string =>
  stage.state.officers[`officer-${seat}`]!.made!.thumbprint;
const confirm = (stage: Stage, heard: string): unknown =>
  confirmThumbprint(stage[stage.step.station], { seat: 1, heard });
const confirmations = (stage: Stage): number =>
  stage.types().filter((type) => type === "thumbprint-confirmed").length;

describe.each([OFFLINE, CONNECTED])("at %s", (step) => {
  it.each([
    ["of another officer", (stage: Stage) => wordsOf(thumbprintOf(stage, 2)), "E-WORDS-DIFFER"],
    [
      "that are the right ones but the last",
      (stage: Stage) => {
        const hex = thumbprintOf(stage, 1);
        return wordsOf(hex.slice(0, -2) + (hex.endsWith("00") ? "01" : "00"));
      },
      "E-WORDS-DIFFER",
    ],
    [
      "that are too few",
      (stage: Stage) => wordsOf(thumbprintOf(stage, 1)).split(" ").slice(0, 31).join(" "),
      "E-WORDS-DIFFER",
    ],
    ["that were not heard at all", () => "", "E-WORDS-DIFFER"],
    ["that are no words of the list", () => "one two three", "E-WORDS"],
  ])("words %s are refused, and the right ones taken then", async (_, words, code) => {
    const stage = await stageAt("activation", step);
    const before = confirmations(stage);
    expect(await codeOf(() => confirm(stage, words(stage)))).toBe(code);
    expect(confirmations(stage)).toBe(before);
    expect(stage.step.id).toBe(step);
    confirm(stage, wordsOf(thumbprintOf(stage, 1)).toUpperCase());
    expect(confirmations(stage)).toBe(before + 1);
  });

  it("another officer's certificate in its place is found, whatever is read", async () => {
    const stage = await stageAt("activation", step);
    const label = step === OFFLINE ? "officer-1" : "transfer";
    const other =
      step === OFFLINE ? stage.on("officer-2", "cert_1.cer") : stage.on("transfer", "cert_1.cer");
    cpSync(other, stage.on(label, "cert_0.cer"));
    expect(await codeOf(() => confirm(stage, wordsOf(thumbprintOf(stage, 2))))).toBe(
      "E-CERT-SWAPPED",
    );
  });

  it("a certificate of production, or none, is refused in rehearsal", async () => {
    const stage = await stageAt("activation", step);
    const file = stage.on(step === OFFLINE ? "officer-1" : "transfer", "cert_0.cer");
    const identity = { commonName: "officer 1", rehearsal: false, now: new Date(), random };
    const { pkcs8 } = generateRsa(2048);
    writeFileSync(file, makeCertificate(identity, "keyEncipherment", pkcs8).pem);
    const words = wordsOf(thumbprintOf(stage, 1));
    expect(await codeOf(() => confirm(stage, words))).toBe("E-CERT-PRODUCTION");
    writeFileSync(file, "not a certificate");
    expect(await codeOf(() => confirm(stage, words))).toBe("E-CERT-PEM");
    rmSync(file);
    expect(await codeOf(() => confirm(stage, words))).toBe("E-MEDIA-FILE-MISSING");
  });

  it("another medium in the place of the one that was used is refused", async () => {
    const stage = await stageAt("activation", step);
    const label = step === OFFLINE ? "officer-1" : "transfer";
    rmSync(join(stage.media, label), { recursive: true });
    prepareMedium(stage.media, label, "REHEARSAL", random);
    expect(await codeOf(() => confirm(stage, wordsOf(thumbprintOf(stage, 1))))).toBe(
      "E-MEDIA-OTHER",
    );
  });
});

describe("a certificate", () => {
  it("of a rehearsal is refused in production", async () => {
    const stage = await stageAt("activation", OFFLINE);
    const bytes = readFileSync(stage.on("officer-1", "cert_0.cer"));
    const production = { ...stage.offline, mode: "PRODUCTION" as const };
    expect(await codeOf(() => certificateOf(production, bytes))).toBe("E-CERT-REHEARSAL");
  });

  it("that was swapped on an officer's medium does not reach the transfer medium", async () => {
    const stage = await stageAt("activation", "export-certificates");
    cpSync(stage.on("officer-2", "cert_1.cer"), stage.on("officer-3", "cert_2.cer"));
    expect(await codeOf(() => stage.act())).toBe("E-CERT-SWAPPED");
    expect(stage.types()).not.toContain("certificates-exported");
  });
});
