// `sd rehearse --trial`: every ceremony that comes with the app, with all that can be done to it;
// what the record shows of it; and that careless people miss what only they could see.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EventData } from "../ceremony/ceremony.ts";
import { verifyRecord, type Verdict as Verified } from "../journal/verify.ts";
import { scoreOf, type Score } from "../rehearse/trial-score.ts";
import { rehearsedActivation } from "./activation.fixture.ts";
import { expectRefusal, quickSd, type Ended } from "./program.fixture.ts";

/** `npm test` plays the trials of an activation; what comes after one is for the long run. */
const long = process.env["LONG"] === "1";
const home = mkdtempSync(join(tmpdir(), "trials-"));
const at = (name: string): string => join(home, name);
let passphrases = "";

afterAll(() => {
  rmSync(home, { recursive: true });
});

const rehearse = (
  script: string,
  media: string,
  out: string,
  ...more: readonly string[]
): Promise<Ended> =>
  quickSd([
    "rehearse",
    script,
    "--media",
    at(media),
    "--out",
    at(out),
    "--bits",
    "2048",
    "--passphrase-file",
    passphrases,
    ...more,
  ]);

/** The same command again and again, as after each power cut, until it ends by itself. */
async function toTheEnd(
  ...command: Parameters<typeof rehearse>
): Promise<{ readonly ended: Ended; readonly cuts: number }> {
  for (let cuts = 0; cuts < 3; cuts++) {
    const ended = await rehearse(...command);
    if (ended.code !== null) return { ended, cuts };
  }
  throw new Error("It never came to its end.");
}

const recordIn = (out: string): Verified =>
  verifyRecord(new Uint8Array(readFileSync(join(at(out), "record.jsonl"))));
const scoreIn = (out: string): Score => scoreOf(recordIn(out).entries)!;
const foundIn = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(scoreIn(out).verdicts.map(({ trial, found }) => [trial, found]));

/** The media as the shared activation left them. */
function copiedMedia(name: string, media: string): void {
  cpSync(media, at(name), { recursive: true });
}

let media = "";
beforeAll(async () => {
  const activation = await rehearsedActivation();
  passphrases = activation.passphraseFile;
  ({ media } = activation);
});

describe("all trials at once", () => {
  it("are found in an activation, a power cut too, and the report says by whom", async () => {
    const { ended, cuts } = await toTheEnd(
      "activation",
      "new",
      "new-out",
      "--trial",
      "all",
      "--seed",
      "7",
    );
    const { code, errors } = ended;
    expect({ code, errors, cuts }).toEqual({ code: 0, errors: "", cuts: 1 });
    expect(foundIn("new-out")).toEqual({
      "torn-bag": "app",
      "officer-absent": "people",
      "swapped-certificate": "app",
      "wrong-stick": "app",
      "changed-domain": "app",
      "altered-word": "app",
      "wrong-passphrase": "app",
      "wrong-share": "app",
      cable: "people",
      "power-cut": "app",
    });
    const { entries, head, signatures } = recordIn("new-out");
    expect(signatures).toHaveLength(6);
    const report = readFileSync(join(at("new-out"), "papers", "trial-report.md"), "utf8");
    expect(report).toContain("**Found 10 of 10.**");
    expect(report).toContain(head);
    expect(report).toContain("are those sealed at the beginning");
    expect(ended.out).toContain("The drills are revealed. Found 10 of 10.");
    // That there are trials is before all else; which, behind all steps but the last.
    const types = entries.map(({ type }) => type);
    expect(types.indexOf("trial-begun")).toBe(types.indexOf("step-done") + 1);
    expect(types.indexOf("trial-told")).toBeGreaterThan(types.lastIndexOf("step-done"));
    expect(types.indexOf("trial-told")).toBeLessThan(types.indexOf("closing"));
    const substitute = entries[0]?.data as { participants: readonly { name: string }[] };
    expect(substitute.participants.map(({ name }) => name)).not.toContain("Noor Haddad");
    expect(types).toContain("seat-changed");
  });

  if (long)
    it("are found in a recovery, if another takes the absent one's place", async () => {
      copiedMedia("lost", media);
      const { ended } = await toTheEnd(
        "recovery",
        "lost",
        "lost-out",
        "--trial",
        "all",
        "--seed",
        "7",
      );
      expect({ code: ended.code, errors: ended.errors }).toEqual({ code: 0, errors: "" });
      expect(foundIn("lost-out")).toEqual({
        "torn-bag": "app",
        "officer-absent": "people",
        "swapped-certificate": "app",
        "wrong-stick": "app",
        "changed-domain": "app",
        "altered-word": "app",
        "wrong-passphrase": "app",
        "wrong-share": "app",
        "strange-signer": "app",
        cable: "people",
        "power-cut": "app",
      });
      const changed = recordIn("lost-out").entries.find(({ type }) => type === "seat-changed");
      expect(changed?.data).toMatchObject({ role: "officer-2", toRole: "officer-3" });
    });

  if (long)
    it("are found in a recovery without a record, with two domains", async () => {
      copiedMedia("alone", media);
      const { ended } = await toTheEnd(
        "recovery-alone",
        "alone",
        "alone-out",
        "--trial",
        "all",
        "--seed",
        "7",
      );
      expect({ code: ended.code, errors: ended.errors }).toEqual({ code: 0, errors: "" });
      const { found, of, verdicts } = scoreIn("alone-out");
      expect({ found, of }).toEqual({ found: 11, of: 11 });
      const changed = verdicts.find(({ trial }) => trial === "changed-domain");
      expect(changed).toMatchObject({ step: "find-domain", by: { what: "E-DOMAIN-SEVERAL" } });
    });

  if (long)
    it("are found in an officer's part, and in the attestation that takes it over", async () => {
      copiedMedia("kept", media);
      const part = await toTheEnd(
        "attestation-part",
        "kept",
        "part-out",
        "--trial",
        "all",
        "--seed",
        "7",
        "--choose",
        "open-bag-1",
        "transfer-seal",
      );
      expect({ code: part.ended.code, errors: part.ended.errors }).toEqual({ code: 0, errors: "" });
      expect(foundIn("part-out")).toEqual({
        "torn-bag": "app",
        "officer-absent": "people",
        "swapped-certificate": "app",
        "wrong-stick": "app",
        "changed-domain": "app",
        "wrong-passphrase": "app",
        cable: "people",
        "power-cut": "app",
      });
      const { ended } = await toTheEnd("attestation", "kept", "whole-out", "--trial", "all");
      expect({ code: ended.code, errors: ended.errors }).toEqual({ code: 0, errors: "" });
      expect(foundIn("whole-out")).toEqual({
        "torn-bag": "app",
        "wrong-stick": "app",
        "changed-domain": "app",
        "altered-part": "app",
        "power-cut": "app",
      });
    });
});

describe("a wrong share", () => {
  it("is named when one officer more than the quorum is there, and costs one step", async () => {
    copiedMedia("share", media);
    const ended = await rehearse("dry-run", "share", "share-out", "--trial", "wrong-share");
    expect({ code: ended.code, errors: ended.errors }).toEqual({ code: 0, errors: "" });
    expect(foundIn("share-out")).toEqual({ "wrong-share": "app" });
    const { entries } = recordIn("share-out");
    const codes = entries.flatMap(({ type, data }) =>
      type === "refused" ? [(data as { readonly code: string }).code] : [],
    );
    expect(codes).toEqual(["E-SHARE-MISMATCH", "E-SHARE-FOREIGN"]);
    const named = entries.filter(
      ({ type, data }) =>
        type === "exception-noted"
        && (data as EventData["exception-noted"]).happened.endsWith("the share of officer 1."),
    );
    expect(named).toHaveLength(1);
    const changes = entries.filter(({ type }) => type === "seat-changed").map(({ data }) => data);
    expect(changes).toMatchObject([
      { role: "officer-3", from: "", toRole: "officer-3" },
      { role: "officer-1", to: "", toRole: "officer-1" },
    ]);
    const passed = entries.find(({ type }) => type === "dry-run-passed")?.data;
    expect(passed).toMatchObject({ officers: ["officer-2", "officer-3"] });
  });
});

const SHORT = [["torn-bag", "attestation-part"]] as const;
const MORE = [
  ["cable", "attestation-part"],
  ["officer-absent", "attestation-part"],
  ["strange-signer", "recovery"],
] as const;
const CARELESS = [...SHORT, ...(long ? MORE : [])];

describe("careless people", () => {
  it.each(CARELESS)("miss the %s of the %s, and the score says so", async (trial, script) => {
    const name = `${trial}-${script}`;
    copiedMedia(name, media);
    const keys = script === "attestation-part" ? ["--choose", "open-bag-1"] : [];
    const ended = await rehearse(
      script,
      name,
      `${name}-out`,
      ...keys,
      "--trial",
      trial,
      "--careless",
      trial,
      "--json",
    );
    expect(ended.code).toBe(0);
    expect(foundIn(`${name}-out`)).toEqual({ [trial]: "nobody" });
    const result = JSON.parse(ended.out.trimEnd().split("\n").at(-1) ?? "") as {
      readonly trial: { readonly trials: readonly object[] };
    };
    expect(result.trial).toMatchObject({ found: 0, of: 1, asSealed: true });
    expect(result.trial.trials).toMatchObject([
      { trial, found: "nobody", entry: null, what: null, at: null },
    ]);
    const report = readFileSync(join(at(`${name}-out`), "papers", "trial-report.md"), "utf8");
    expect(report).toContain("**Found 0 of 1.**");
    expect(report).toContain("## What should have been done");
  });

  if (long)
    it("are saved by the app if it looks for itself", async () => {
      copiedMedia("saved", media);
      const ended = await rehearse(
        "attestation-part",
        "saved",
        "saved-out",
        "--choose",
        "open-bag-1",
        "--trial",
        "swapped-certificate",
        "--careless",
        "swapped-certificate",
      );
      expect(ended.code).toBe(0);
      expect(foundIn("saved-out")).toEqual({ "swapped-certificate": "app" });
    });
});

if (long)
  describe("a trial picked at random", () => {
    it("is told to nobody before the end, and drawn again by its seed", async () => {
      copiedMedia("drawn", media);
      copiedMedia("again", media);
      const first = await toTheEnd("attestation-part", "drawn", "drawn-out", "--trial", "random");
      const [, seed = ""] = /Seed: (\d+)/.exec(first.ended.out) ?? [];
      const before = first.ended.out.slice(0, first.ended.out.indexOf("The drills are revealed."));
      const [verdict] = scoreIn("drawn-out").verdicts;
      expect(before).not.toContain(verdict?.title ?? "");
      const next = await toTheEnd(
        "attestation-part",
        "again",
        "again-out",
        "--trial",
        "random",
        "--seed",
        scoreIn("drawn-out").seed,
      );
      expect(next.ended.code).toBe(0);
      expect(scoreIn("again-out").verdicts.map(({ trial, step }) => ({ trial, step }))).toEqual(
        scoreIn("drawn-out").verdicts.map(({ trial, step }) => ({ trial, step })),
      );
      if (first.cuts === 0) expect(seed).toBe(scoreIn("drawn-out").seed);
    });
  });

describe("what cannot be", () => {
  it("is refused: an unknown trial, flags without one, a trial that has no step", async () => {
    copiedMedia("refused", media);
    const said = async (...more: readonly string[]) => {
      const ended = await rehearse("attestation-part", "refused", "refused-out", ...more);
      return /^(E-[A-Z-]+)/.exec(ended.errors)?.[1];
    };
    expect(await said("--trial", "earthquake")).toBe("E-USAGE");
    expect(await said("--seed", "3")).toBe("E-USAGE");
    expect(await said("--careless", "cable")).toBe("E-USAGE");
    expect(await said("--trial", "all", "--careless", "everything")).toBe("E-USAGE");
    expect(await said("--trial", "strange-signer")).toBe("E-REHEARSE-TRIAL");
    expect(existsSync(at("refused-out/record.jsonl"))).toBe(false);
  });

  it("is refused: a trial in a rehearsal that was begun without one", async () => {
    copiedMedia("begun", media);
    const part = "attestation-part";
    const stopped = await rehearse(part, "begun", "begun-out", "--trial", "power-cut");
    expect(stopped.code).toBeNull();
    rmSync(join(at("begun"), ".ceremonies", `2-${part}`, "trial.json"));
    const ended = await rehearse(part, "begun", "begun-out", "--trial", "torn-bag");
    expectRefusal(ended, "E-REHEARSE-BEGUN");
  });
});

if (long)
  it("a plain rehearsal has no trial, no report, and no score", async () => {
    copiedMedia("plain", media);
    const ended = await rehearse("attestation-part", "plain", "plain-out", "--json");
    expect(ended.code).toBe(0);
    expect(existsSync(join(at("plain-out"), "papers", "trial-report.md"))).toBe(false);
    expect(scoreOf(recordIn("plain-out").entries)).toBeNull();
    expect(JSON.parse(ended.out.trimEnd().split("\n").at(-1) ?? "")).not.toHaveProperty("trial");
  });
