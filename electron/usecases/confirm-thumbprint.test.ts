// A certificate is confirmed by its words: offline from the officer's medium, connected from a
// card.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { random } from "../../crypto/index.ts";
import { generateRsa, makeCertificate } from "../../crypto/secret-half.ts";
import { prepareMedium } from "../media/media.ts";
import { confirmThumbprint } from "./confirm-thumbprint.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { wordsOf, type Stations } from "./stations.fixture.ts";
import { certificateOf } from "./turn.ts";

beforeAll(() => snapshotOf("activation", "open"));

const OFFLINE = "confirm-thumbprint-1";
const CONNECTED = "compare-thumbprint-1";

const thumbprintOf = (stations: Stations, seat: number): string =>
  stations.state.officers[`officer-${seat}`]!.made!.thumbprint;
const confirm = (stations: Stations, heard: string): unknown =>
  confirmThumbprint(stations[stations.step.station], { seat: 1, heard });
const confirmations = (stations: Stations): number =>
  stations.types().filter((type) => type === "thumbprint-confirmed").length;

describe.each([OFFLINE, CONNECTED])("at %s", (step) => {
  it.each([
    [
      "of another officer",
      (stations: Stations) => wordsOf(thumbprintOf(stations, 2)),
      "E-WORDS-DIFFER",
    ],
    [
      "that are the right ones but the last",
      (stations: Stations) => {
        const hex = thumbprintOf(stations, 1);
        return wordsOf(hex.slice(0, -2) + (hex.endsWith("00") ? "01" : "00"));
      },
      "E-WORDS-DIFFER",
    ],
    [
      "that are too few",
      (stations: Stations) => wordsOf(thumbprintOf(stations, 1)).split(" ").slice(0, 31).join(" "),
      "E-WORDS-DIFFER",
    ],
    ["that were not heard at all", () => "", "E-WORDS-DIFFER"],
    ["that are no words of the list", () => "one two three", "E-WORDS"],
  ])("words %s are refused, and the right ones taken then", async (_, words, code) => {
    const stations = await stationsAt("activation", step);
    const before = confirmations(stations);
    expect(codeOf(() => confirm(stations, words(stations)))).toBe(code);
    expect(confirmations(stations)).toBe(before);
    expect(stations.step.id).toBe(step);
    confirm(stations, wordsOf(thumbprintOf(stations, 1)).toUpperCase());
    expect(confirmations(stations)).toBe(before + 1);
  });

  it("another officer's certificate in its place is found, whatever is read", async () => {
    const stations = await stationsAt("activation", step);
    const label = step === OFFLINE ? "officer-1" : "transfer";
    const other =
      step === OFFLINE
        ? stations.on("officer-2", "cert_1.cer")
        : stations.on("transfer", "cert_1.cer");
    cpSync(other, stations.on(label, "cert_0.cer"));
    expect(codeOf(() => confirm(stations, wordsOf(thumbprintOf(stations, 2))))).toBe(
      "E-CERT-SWAPPED",
    );
  });

  it("a certificate of production, or none, is refused in rehearsal", async () => {
    const stations = await stationsAt("activation", step);
    const file = stations.on(step === OFFLINE ? "officer-1" : "transfer", "cert_0.cer");
    const identity = { commonName: "officer 1", rehearsal: false, now: new Date(), random };
    const { pkcs8 } = generateRsa(2048);
    writeFileSync(file, makeCertificate(identity, "keyEncipherment", pkcs8).pem);
    const words = wordsOf(thumbprintOf(stations, 1));
    expect(codeOf(() => confirm(stations, words))).toBe("E-CERT-PRODUCTION");
    writeFileSync(file, "not a certificate");
    expect(codeOf(() => confirm(stations, words))).toBe("E-CERT-PEM");
    rmSync(file);
    expect(codeOf(() => confirm(stations, words))).toBe("E-MEDIA-FILE-MISSING");
  });

  it("another medium in the place of the one that was used is refused", async () => {
    const stations = await stationsAt("activation", step);
    const label = step === OFFLINE ? "officer-1" : "transfer";
    rmSync(join(stations.media, label), { recursive: true });
    prepareMedium(stations.media, label, "REHEARSAL", random);
    expect(codeOf(() => confirm(stations, wordsOf(thumbprintOf(stations, 1))))).toBe(
      "E-MEDIA-OTHER",
    );
  });
});

describe("a certificate", () => {
  it("of a rehearsal is refused in production", async () => {
    const stations = await stationsAt("activation", OFFLINE);
    const bytes = readFileSync(stations.on("officer-1", "cert_0.cer"));
    const production = { ...stations.offline, mode: "PRODUCTION" as const };
    expect(codeOf(() => certificateOf(production, bytes))).toBe("E-CERT-REHEARSAL");
  });

  it("that was swapped on an officer's medium does not reach the transfer medium", async () => {
    const stations = await stationsAt("activation", "export-certificates");
    cpSync(stations.on("officer-2", "cert_1.cer"), stations.on("officer-3", "cert_2.cer"));
    expect(await codeOf(() => stations.act())).toBe("E-CERT-SWAPPED");
    expect(stations.types()).not.toContain("certificates-exported");
  });
});
