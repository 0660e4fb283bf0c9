// Records that the landed app wrote: today's app verifies them, folds them to the same state, and
// continues from them. e2e/landed/README.md says how they were made.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "../crypto/index.ts";
import {
  custodyAnswers,
  fold,
  keysSeenIn,
  recordedGaps,
  standingOf,
  type Standing,
} from "../electron/ceremony/ceremony.ts";
import { dueAfter, later } from "../electron/ceremony/days.ts";
import { geometryRows, keptOf, lossOf } from "../electron/ceremony/geometry.ts";
import { quickSd, sd } from "../electron/cli/program.fixture.ts";
import { Team } from "../electron/deployment-record/deployment.fixture.ts";
import { readSiteFile, siteOf } from "../electron/hsm/site.ts";
import { verifyRecord } from "../electron/journal/verify.ts";

/** Scripts as released versions had them. */
const RELEASED = fileURLToPath(new URL("../ceremony-scripts/released/", import.meta.url));
const LANDED = fileURLToPath(new URL("landed/", import.meta.url));
/** What follows the attestation is held in the long run. */
const isLong = process.env["LONG"] === "1";
/** The time for which the landed app was asked what the custody answers. */
const ASKED_AT = "2027-03-01T00:00:00.000Z";

const names = readdirSync(LANDED)
  .filter((name) => name.endsWith(".jsonl"))
  .toSorted();
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

type Json = Readonly<Record<string, unknown>>;
/** What the landed app made of a record: `states` holds what each entry changed. */
interface Landed extends Json {
  readonly states: readonly Json[];
}

const landedOf = (name: string): Landed =>
  JSON.parse(readFileSync(join(LANDED, name.replace(/jsonl$/, "json")), "utf8")) as Landed;

const isPlain = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const merged = (before: unknown, change: unknown): unknown =>
  !isPlain(before) || !isPlain(change)
    ? change
    : {
        ...before,
        ...Object.fromEntries(
          Object.entries(change).map(([member, value]) => [member, merged(before[member], value)]),
        ),
      };

/** The same without the sentences of rules: they are for people, and may be said better. */
const withoutWords = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (member, held: unknown) =>
    ["sentence", "next"].includes(member) ? undefined : held,
  );

/** The geometry's losses, as the landed app told them: of sites, of people, and of media. */
function lossesOf(standing: Standing) {
  const kept = keptOf(standing);
  const rows = geometryRows(kept);
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    sites: of("place").map(({ name, objects, lost, domainLost, left }) => ({
      ...{ site: name, objects: objects.length, lost, domainLost, left },
    })),
    people: of("person").map(({ name, seat, objects, lost, domainLost, left }) => ({
      ...{ person: name, seat, objects, lost, domainLost, left },
    })),
    media: kept.objects
      .filter(({ object }) => object.endsWith("medium"))
      .map(({ object }) => ({ object, ...lossOf(kept, object) })),
  };
}

it("there is a record of each of the eight ceremonies, and one with trials", () => {
  expect(names).toHaveLength(9);
});

describe.each(names)("%s", (name) => {
  const { entries, ...verdict } = verifyRecord(bytesOf(join(LANDED, name)));
  const landed = landedOf(name);

  it("verifies, by the program as well", async () => {
    expect(verdict).toEqual(landed["verdict"]);
    const { code, out } = await sd(["verify", join(LANDED, name), "--json"]);
    expect(code, out).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      entries: entries.length,
      closedBy: verdict.closedBy,
      head: { hex: verdict.head },
    });
  });

  it("leaves the same standing, and the custody answers the same", () => {
    const standing = standingOf(entries);
    expect(standing).toEqual(landed["standing"]);
    const { health, findings, gaps, rules } = custodyAnswers(
      standing,
      recordedGaps(entries),
      ASKED_AT,
    );
    // Dry runs came later: none was held, so one is due a year after the proof.
    const { dryRun, ...before } = health;
    // So did the rule that one officer can be spared, which two of three meet.
    const others = rules.filter(({ rule }) => rule !== "spare");
    expect(rules).toContainEqual(expect.objectContaining({ rule: "spare", verdict: "kept" }));
    const custody = { health: before, ...lossesOf(standing), findings, gaps, rules: others };
    expect(dryRun).toEqual(dueAfter(later(standing.drilledAt, standing.provenAt), 365, ASKED_AT));
    expect(withoutWords(custody)).toEqual(withoutWords(landed["custody"]));
    expect(keysSeenIn(entries)).toEqual(landed["keysSeen"]);
  });

  it("folds to the same state after each entry", () => {
    expect(landed.states).toHaveLength(entries.length);
    landed.states.reduce((before: unknown, change, n) => {
      const then = merged(before, change) as object;
      const state = fold(entries.slice(0, n + 1));
      // The objects are in the standing since, and what the state has besides is new.
      const now = Object.entries({ ...state, objects: state.standing.objects }).filter(
        ([member]) => member in then,
      );
      expect(Object.fromEntries(now), `after entry ${n}`).toEqual(then);
      return then;
    }, {});
  });
});

describe("a deployment", () => {
  /**
   * What was not confirmed of each: the entry of its plan, whose runbooks and findings have changed since,
   * and a proof of which rules of version 3 know that its list of deleted HSMs does not say what it is a list of.
   */
  const KEPT: Readonly<Record<string, object>> = {
    "of-this-version": { rules: 2, otherwise: [1, 2], otherRunbooks: [1], unknownRunbooks: [] },
    "of-version-1": {
      rules: 1,
      otherwise: [1, 2],
      otherRunbooks: [],
      unknownRunbooks: ["provision"],
    },
    "of-other-runbooks": { rules: 2, otherwise: [1, 2], otherRunbooks: [1], unknownRunbooks: [] },
  };
  let home = "";
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), "landed-deployments-"));
    const from = join(LANDED, "deployments.tgz");
    expect(spawnSync("tar", ["-xzf", from, "-C", home]).status).toBe(0);
  });
  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it.each(Object.entries(KEPT))(
    "%s is good, and what is not confirmed is said",
    async (name, of) => {
      const { code, out } = await sd(["verify", join(home, name), "--json"]);
      expect(code, out).toBe(0);
      const { rules, ...deployment } = of as { readonly rules: number };
      expect(JSON.parse(out)).toMatchObject({
        entries: 30,
        closedBy: "paper",
        rules: { version: rules },
        deployment: { ...deployment, title: "Managed HSM of Contoso", linked: [], clockBack: [] },
      });
    },
  );

  it.each(["of-version-1", "of-other-runbooks"])(
    "%s is continued where it is open",
    async (name) => {
      const folder = join(home, `${name}-open`, "001");
      cpSync(join(home, name), folder, { recursive: true });
      const path = join(folder, "record.jsonl");
      const before = readFileSync(path, "utf8").split("\n").slice(0, -2);
      writeFileSync(path, `${before.join("\n")}\n`);
      const team = new Team(dirname(folder));
      if (name === "of-other-runbooks") team.adopt();
      team.carryOut("public-access");
      team.act({ act: "close", by: ["Asha Iyer", "Bala Menon"] });
      team.end();
      expect(readFileSync(path, "utf8").split("\n").slice(0, before.length)).toEqual(before);
      const { code, errors } = await sd(["verify", path]);
      expect([code, errors]).toEqual([0, ""]);
    },
  );
});

it("reads each site file as the landed app did", () => {
  const kept = JSON.parse(readFileSync(join(LANDED, "sites.json"), "utf8")) as readonly {
    readonly file: Json;
    readonly site: Json;
  }[];
  expect(kept).toHaveLength(3);
  for (const { file, site } of kept)
    expect(siteOf(readSiteFile(Buffer.from(JSON.stringify(file))))).toEqual(site);
});

describe("the current app continues", () => {
  let home = "";
  const at = (...path: readonly string[]): string => join(home, ...path);

  /** Puts what an archive holds into a folder of its name, or another one. */
  function unpack(name: string, into = name): void {
    mkdirSync(at(into));
    const { status, stderr } = spawnSync("tar", [
      "-xzf",
      join(LANDED, `${name}.tgz`),
      "-C",
      at(into),
    ]);
    expect(status, String(stderr)).toBe(0);
  }

  /** Holds a ceremony to its end. @returns what `sd verify` and the verdict say of its record */
  async function rehearse(script: string, media: string, ...flags: readonly string[]) {
    const out = at(`${media}-${script}`);
    const ended = await quickSd([
      "rehearse",
      script,
      "--media",
      at(media),
      "--out",
      out,
      "--bits",
      "2048",
      ...flags,
    ]);
    expect({ code: ended.code, errors: ended.errors }).toEqual({ code: 0, errors: "" });
    const verified = await sd(["verify", out]);
    expect({ code: verified.code, errors: verified.errors }).toEqual({ code: 0, errors: "" });
    const bytes = bytesOf(join(out, "record.jsonl"));
    return { bytes: Buffer.from(bytes), ...verifyRecord(bytes) };
  }

  /** The custody of 2 of 3 is renewed to 3 of 5, and three of them then open it in a dry run. */
  async function renewed(media: string): Promise<void> {
    const counts = ["--officers", "5", "--quorum", "3"];
    const renewal = await rehearse("replacement", media, "--officer", "2", ...counts);
    expect(renewal.closedBy).toBe("signatures");
    const { officers, required, subsets } = standingOf(renewal.entries);
    expect([officers.length, required, subsets.length]).toEqual([5, 3, 10]);
    const dryRun = await rehearse("dry-run", media, "--officer", "2", "4", "5");
    expect(dryRun.closedBy).toBe("signatures");
    expect(dryRun.entries[0]?.prev).toBe(renewal.head);
  }

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), "landed-"));
    for (const name of ["unfinished", "profile"]) unpack(name);
  });
  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });

  const copyOf = (media: string, ceremony: string, station: string): Buffer =>
    readFileSync(at(media, ".ceremonies", ceremony, station, "record.jsonl"));
  const isBeginningOf = (whole: Buffer, part: Buffer): boolean =>
    whole.subarray(0, part.length).equals(part);

  it("with an activation that was killed", async () => {
    const before = copyOf("unfinished", "1-activation", "connected");
    const { bytes, closedBy, entries } = await rehearse("activation", "unfinished");
    expect(isBeginningOf(bytes, before)).toBe(true);
    expect(closedBy).toBe("signatures");
    expect(entries.some(({ type }) => type === "resumed")).toBe(true);
    if (isLong) await renewed("unfinished");
  });

  if (isLong)
    it("with a replacement of an older version, by its own script", async () => {
      unpack("profile", "old-replacement");
      const old = readdirSync(RELEASED).find((name) => name.startsWith("replacement-")) ?? "";
      await rehearse("attestation", "old-replacement");
      writeFileSync(at("wrong"), "Nobody had\nany of these\nas a passphrase\n");
      const flags = ["--media", at("old-replacement"), "--out", at("old"), "--bits", "2048"];
      const stopped = await quickSd([
        ...["rehearse", join(RELEASED, old), ...flags],
        ...["--officer", "2", "--passphrase-file", at("wrong")],
      ]);
      expect(stopped.code, stopped.errors).not.toBe(0);
      const counts = ["--officers", "5", "--quorum", "3"];
      const other = await quickSd(["rehearse", "replacement", ...flags, ...counts]);
      expect(other.errors).toContain("E-REHEARSE-COUNTS");
      const ended = await quickSd(["rehearse", "replacement", ...flags]);
      expect([ended.code, ended.errors]).toEqual([0, ""]);
      const { entries, closedBy } = verifyRecord(bytesOf(join(at("old"), "record.jsonl")));
      expect(closedBy).toBe("signatures");
      const scriptSha256 = sha256Hex(bytesOf(join(RELEASED, old)));
      expect(entries[0]?.data).toMatchObject({ scriptSha256, officers: 3, required: 2 });
      await renewed("old-replacement");
    });

  it("with an attestation that was killed, then with the custody of seven records", async () => {
    const before = copyOf("profile", "7-attestation", "offline");
    const attested = await rehearse("attestation", "profile");
    expect(isBeginningOf(attested.bytes, before)).toBe(true);
    expect(attested.closedBy).toBe("paper");
    if (!isLong) return;
    const handedOff = await rehearse("hand-off", "profile");
    expect(handedOff.entries[0]?.prev).toBe(attested.head);
    const recovered = await rehearse("recovery", "profile");
    expect(recovered.entries[0]?.prev).toBe(handedOff.head);
    expect(recovered.closedBy).toBe("signatures");
    await renewed("profile");
  });
});
