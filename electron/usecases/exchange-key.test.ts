// A recovery up to the exchange key: what it continues, which backup, whose key, and who decides.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import {
  makeCollateral,
  noMaker,
  type MadeCollateral,
  type Plan,
} from "../../crypto/collateral.fixture.ts";
import {
  COLLATERAL_CHECKS,
  INTEL_ROOT,
  readCertificate,
  readExchangeKey,
  sha256Hex,
  utf8,
  writePem,
} from "../../crypto/index.ts";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { PEOPLE, QUORUM_ACCEPTED } from "../ceremony/record.fixture.ts";
import { readRecord } from "../journal/journal.ts";
import { acceptRefusal } from "./accept-refusal.ts";
import { compareExchangeKey } from "./compare-exchange-key.ts";
import { FILES, MEDIA } from "./deps.ts";
import type { KnowBackupRequest } from "./know-backup.ts";
import { knowBackup } from "./know-backup.ts";
import { openCeremony } from "./open-ceremony.ts";
import { begin, finish, keepAfresh, letGo, medium, record } from "./turn.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { clientOf, CONTAINER, HSMS, startHsm, wordsOf, type Stations } from "./stations.fixture.ts";

const WITH = { participants: PEOPLE, deviations: [QUORUM_ACCEPTED] };

const NAME = HSMS.recovery;
/** Exchange keys, as they are answered: of another HSM, and of another one of the same name. */
let others: readonly Uint8Array[];

beforeAll(async () => {
  await snapshotOf("recovery", "open");
  others = await Promise.all(["Contoso-Other", NAME].map(keyOf));
});

const PEM = `${NAME}-exchange.pem`;
const hear = (stations: Stations): string => wordsOf(stations.state.exchange!.thumbprint);

async function keyOf(name: string): Promise<Uint8Array> {
  const root = mkdtempSync(join(tmpdir(), "other-hsm-"));
  const running = await startHsm(root, name);
  const answer = await clientOf(name, running).exchangeKey();
  await running.close();
  rmSync(root, { recursive: true, force: true });
  return answer;
}

describe("a recovery", () => {
  const recordAt = async (name: "activation" | "recovery", step: string): Promise<Uint8Array> =>
    readRecord(join(await snapshotOf(name, step), "activation", "offline"))!.bytes;
  const open = (stations: Stations, earlier?: Uint8Array): string =>
    codeOf(() =>
      openCeremony(stations.connected, {
        hsm: NAME,
        participants: PEOPLE,
        ...(earlier === undefined ? {} : { earlier }),
      }),
    );

  it("continues a closed activation of the same mode, and nothing else", async () => {
    const stations = await stationsAt("recovery", "open");
    expect(open(stations)).toBe("E-EARLIER");
    expect(open(stations, await recordAt("activation", "close"))).toBe("E-EARLIER");
    const whole = await recordAt("activation", "closed");
    expect(open(stations, whole.subarray(0, -100))).toBe("E-LOG-TORN");
    const production = { ...stations.connected, mode: "PRODUCTION" as const };
    const request = { hsm: NAME, participants: PEOPLE, earlier: whole };
    expect(codeOf(() => openCeremony(production, request))).toBe("E-EARLIER");
    expect(stations.connected.record.open).toBeNull();
    expect(open(stations, whole)).toBe("nothing thrown");
    expect(stations.last("opened").earlier[0]?.hsm).toBe(HSMS.activation);
  });

  it("continues a record of a clock that ran ahead without its days, and says so", async () => {
    const stations = await stationsAt("recovery", "open");
    const then = new Date("2021-01-31T09:00:00.000Z");
    Object.assign(stations.connected, { clock: () => then });
    expect(open(stations, await recordAt("activation", "closed"))).toBe("nothing thrown");
    expect(stations.last("opened").earlier[0]).not.toHaveProperty("last");
    expect(stations.types().slice(0, 2)).toEqual(["opened", "clock-jumped"]);
    expect(stations.last("clock-jumped").after).toBe(then.toISOString());
  });

  it("reports that clock once, even if the power goes before", async () => {
    const stations = await stationsAt("recovery", "open");
    const earlier = await recordAt("activation", "closed");
    const then = new Date("2021-01-31T09:00:00.000Z");
    Object.assign(stations.connected, { clock: () => then });
    expect(open(stations, earlier)).toBe("nothing thrown");
    const { folder } = stations.connected.record;
    letGo(stations.connected.record);
    // As if the power went right behind the first entry.
    const [first = ""] = readFileSync(join(folder, "record.jsonl"), "utf8").split("\n");
    writeFileSync(join(folder, "record.jsonl"), `${first}\n`);
    // The clock may have been set right since.
    Object.assign(stations.connected, { clock: () => new Date() });
    expect(open(stations, earlier)).toBe("nothing thrown");
    expect(stations.types().slice(0, 3)).toEqual(["opened", "clock-jumped", "step-began"]);
    expect(stations.types().filter((type) => type === "clock-jumped")).toHaveLength(1);
  });

  it("alone is held at another HSM than the record that it continues", async () => {
    const stations = await stationsAt("recovery", "open");
    const earlier = await recordAt("activation", "closed");
    const script = readScript(BUILT_IN.get("hand-off") ?? "", "0".repeat(64));
    const openAt = (hsm: string): string =>
      codeOf(() => {
        const deps = { ...stations.offline, script };
        openCeremony(deps, { hsm, participants: PEOPLE.slice(0, 2), earlier });
      });
    expect(openAt("Contoso-Other")).toBe("E-EARLIER-HSM");
    expect(openAt(HSMS.activation.toUpperCase())).toBe("nothing thrown");
  });

  it.each(["", "HSM", "1st-hsm", "two words", "a".repeat(25), "ends-", "hsm/../other"])(
    "of an HSM called %j is refused unless Azure could call it so",
    async (hsm) => {
      const stations = await stationsAt("activation", "open");
      const code = codeOf(() => openCeremony(stations.offline, { hsm, ...WITH }));
      expect(code).toBe(hsm === "HSM" ? "nothing thrown" : "E-HSM-NAME");
    },
  );

  it("with the same person twice is not opened", async () => {
    const stations = await stationsAt("activation", "open");
    const participants = PEOPLE.map((person) => ({ ...person, name: "Asha Rao" }));
    expect(codeOf(() => openCeremony(stations.offline, { hsm: NAME, participants }))).toBe(
      "E-ROLE-SAME",
    );
    expect(stations.offline.record.open).toBeNull();
  });
});

describe("a production ceremony", () => {
  it("does not open while the station has a network, and leaves no record", async () => {
    const stations = await stationsAt("activation", "open");
    const red = { ...stations.offline.network(), up: ["eth0"], wasOnline: true, red: true };
    const production = { ...stations.offline, mode: "PRODUCTION" as const, network: () => red };
    expect(codeOf(() => openCeremony(production, { hsm: NAME, ...WITH }))).toBe("E-NET-UP");
    expect(stations.offline.record.open).toBeNull();
  });
});

describe("the backup", () => {
  const key = { name: "disk", version: "ab12", publicSha256: "0".repeat(64) };
  const whole: KnowBackupRequest = { container: CONTAINER, folder: "mhsm-1", keys: [key] };
  it.each<[string, Partial<KnowBackupRequest>]>([
    ["without a container", { container: "" }],
    ["over plain HTTP", { container: "http://a/b" }],
    ["with a secret in its address", { container: `${CONTAINER}?sig=abc` }],
    ["without a folder", { folder: "" }],
    ["that leaves its container", { folder: "../other" }],
    ["without a key", { keys: [] }],
    ["with a key without a version", { keys: [{ ...key, version: "" }] }],
    ["with a key twice", { keys: [key, { ...key, publicSha256: "1".repeat(64) }] }],
    ["with a key that is not told", { keys: [key, { ...key, publicSha256: "" }] }],
  ])("%s is refused", async (_, change) => {
    const stations = await stationsAt("recovery", "know-backup");
    const code = codeOf(() => knowBackup(stations.connected, { ...whole, ...change }));
    expect(code).toBe("E-BACKUP-FORM");
    expect(stations.types()).not.toContain("backup-known");
  });
});

describe("the list of a lost HSM's keys", () => {
  const LOST = HSMS.activation;
  const key = { name: "disk", version: "ab12", publicSha256: "0".repeat(64) };
  const list = {
    from: "file",
    sha256: "ab".repeat(32),
    hsm: LOST,
    listedAt: "2026-11-25T18:40:00.000Z",
  } as const;
  const backup = { container: CONTAINER, folder: "mhsm-1", keys: [key], list };
  const unknown = { reason: "Nobody made one.", decidedBy: ["administrator", "witness"] };

  it("is recorded with its digest, and must be of the HSM that is lost", async () => {
    const stations = await stationsAt("recovery", "know-backup");
    const of = (hsm: string) =>
      knowBackup(stations.connected, { ...backup, list: { ...list, hsm } });
    expect(codeOf(() => of("Other-HSM"))).toBe("E-BACKUP-HSM");
    of(LOST);
    expect(stations.last("backup-known")).toEqual(backup);
  });

  it("may be missing where two people say why; then nothing else is expected", async () => {
    const stations = await stationsAt("recovery", "know-backup");
    const none = { container: CONTAINER, folder: "mhsm-1", keys: [], unknown };
    const wrong: readonly (readonly [string, Partial<KnowBackupRequest>])[] = [
      ["E-BACKUP-UNKNOWN", { keys: [key] }],
      ["E-BACKUP-UNKNOWN", { list }],
      ["E-BACKUP-UNKNOWN", { roles: [] }],
      ["E-BACKUP-UNKNOWN", { unknown: { ...unknown, reason: " " } }],
      ["E-ACCEPT-DECISION", { unknown: { ...unknown, decidedBy: ["witness"] } }],
    ];
    for (const [code, change] of wrong)
      expect(codeOf(() => knowBackup(stations.connected, { ...none, ...change }))).toBe(code);
    expect(stations.types()).not.toContain("backup-known");
    knowBackup(stations.connected, none);
    expect(stations.last("backup-known")).toEqual(none);
  });
});

describe("the exchange key", () => {
  it("is not fetched from an HSM that does not wait for a domain", async () => {
    const stations = await stationsAt("recovery", "fetch-exchange-key");
    const active = { ...stations.hsm, activation: async () => "Active" as const };
    expect(await codeOf(() => stations.act({ hsm: async () => active }))).toBe("E-HSM-NOT-WAITING");
    expect(stations.types()).not.toContain("exchange-key-fetched");
  });

  it("of another HSM is refused, and nothing of it kept", async () => {
    const stations = await stationsAt("recovery", "fetch-exchange-key");
    const hsm = { ...stations.hsm, exchangeKey: async () => others[0]! };
    expect(await codeOf(() => stations.act({ hsm: async () => hsm }))).toBe("E-XK-WRONG-HSM");
    expect(existsSync(stations.on("transfer", PEM))).toBe(false);
    await stations.act();
    expect(readCertificate(readFileSync(stations.on("transfer", PEM))).thumbprint).toBe(
      stations.state.exchange!.thumbprint,
    );
  });

  it("takes the place of no other file: what has its names is set aside", async () => {
    const stations = await stationsAt("recovery", "fetch-exchange-key");
    writeFileSync(stations.on("transfer", PEM), "of somebody else");
    await stations.act();
    expect(readFileSync(stations.on("transfer", `${PEM}.partial`), "utf8")).toBe(
      "of somebody else",
    );
    expect(readCertificate(readFileSync(stations.on("transfer", PEM))).thumbprint).toBe(
      stations.state.exchange!.thumbprint,
    );
  });

  it("that a crash left unrecorded is the same file, if the HSM gives it again", async () => {
    const stations = await stationsAt("recovery", "fetch-exchange-key");
    const answer = await stations.hsm.exchangeKey();
    writeFileSync(stations.on("transfer", PEM), readExchangeKey(answer).pem);
    await stations.act();
    expect(existsSync(stations.on("transfer", `${PEM}.partial`))).toBe(false);
  });

  it.each(["compare-exchange-key", "make-restore-blob"])(
    "that was swapped on the medium is found at %s",
    async (step) => {
      const stations = await stationsAt("recovery", step);
      // Of an HSM of the same name: only the thumbprint differs.
      writeFileSync(stations.on("transfer", PEM), readExchangeKey(others[1]!).pem);
      expect(await codeOf(() => stations.act())).toBe("E-XK-OTHER");
      expect(stations.step.id).toBe(step);
    },
  );

  it("of another HSM is refused offline, also if the connected station did not look", async () => {
    const stations = await stationsAt("recovery", "fetch-exchange-key");
    const { connected } = stations;
    const [answer, turn] = [others[0]!, begin(connected, "fetch-exchange-key")];
    const { pem, thumbprint } = readExchangeKey(answer);
    const to = medium(connected, MEDIA.transfer);
    const files = [
      keepAfresh(to, FILES.exchangeAnswer(NAME), answer),
      keepAfresh(to, FILES.exchangeKey(NAME), utf8(pem)),
    ];
    const data = { thumbprint, verdict: "attested", certificate: pem, files } as const;
    record(connected, { type: "exchange-key-fetched", by: "app", data });
    finish(connected, turn);
    // Its words are read aloud, heard and written down, as those of the right one would be.
    await stations.actTo("at-offline");
    expect(await codeOf(() => stations.act())).toBe("E-MEAN-EXCHANGE");
    // Even if two people take the record over despite that: the step checks for itself.
    const decidedBy = ["administrator", "witness"];
    acceptRefusal(stations.offline, { code: "E-MEAN-EXCHANGE", decidedBy });
    await stations.actTo("compare-exchange-key");
    expect(await codeOf(() => stations.act())).toBe("E-XK-WRONG-HSM");
    expect(stations.types()).not.toContain("exchange-key-compared");
  });

  it("that was swapped on the way is found when the record is taken over", async () => {
    const stations = await stationsAt("recovery", "at-offline");
    writeFileSync(stations.on("transfer", PEM), readExchangeKey(others[1]!).pem);
    expect(await codeOf(() => stations.act())).toBe("E-MEDIA-HASH");
  });

  it("that was read aloud with other words is refused at both stations", async () => {
    const stations = await stationsAt("recovery", "compare-exchange-key");
    const acceptedBy = ["officer-1", "officer-2"];
    const request = { heard: wordsOf("0".repeat(64)), acceptedBy, collateral: [] };
    expect(codeOf(() => compareExchangeKey(stations.offline, request))).toBe("E-WORDS-DIFFER");
    expect(stations.types()).not.toContain("exchange-key-compared");
  });

  it.each([
    [[]],
    [["officer-1"]],
    [["officer-1", "officer-1"]],
    [["administrator", "witness"]],
    [["officer-1", "officer-3"]],
    [["officer-1", "somebody"]],
  ])("that is not attested is not trusted by the decision of %j alone", async (acceptedBy) => {
    const stations = await stationsAt("recovery", "fetch-exchange-key", "none");
    await stations.actTo("compare-exchange-key");
    const compare = (by: readonly string[]) =>
      codeOf(() =>
        compareExchangeKey(stations.offline, {
          ...{ heard: hear(stations), acceptedBy: by, collateral: [] },
        }),
      );
    expect(compare(acceptedBy)).toBe("E-XK-DECISION");
    expect(stations.types()).not.toContain("exchange-key-accepted");
    expect(compare(["officer-2", "officer-1"])).toBe("nothing thrown");
    expect(stations.last("exchange-key-accepted")).toEqual({
      attested: false,
      decidedBy: ["officer-2", "officer-1"],
    });
    expect(stations.last("exchange-key-judged")).toMatchObject({
      verdict: "not-attested",
      held: ["self-signature", "certificate"],
      failed: [],
      root: "",
    });
  });

  it("that is attested needs nobody's decision, and the record says what was checked", async () => {
    const stations = await stationsAt("recovery", "compare-exchange-key");
    const request = { heard: hear(stations), acceptedBy: [], collateral: [] };
    compareExchangeKey(stations.offline, request);
    expect(stations.last("exchange-key-fetched").verdict).toBe("attested");
    expect(stations.last("exchange-key-accepted")).toEqual({ attested: true, decidedBy: [] });
    const { verdict, held, failed, root } = stations.last("exchange-key-judged");
    expect([verdict, held.length, failed]).toEqual(["attested", 15, []]);
    expect(root).toBe(stations.offline.sgxRoot());
    expect(stations.last("exchange-key-judged")).not.toHaveProperty("collateral");
  });

  it("of a genuine enclave with an unknown signer is distinguished in the record", async () => {
    const stations = await stationsAt("recovery", "fetch-exchange-key", "unknown");
    await stations.act();
    expect(stations.last("exchange-key-fetched").verdict).toBe("not-attested");
    await stations.actTo("compare-exchange-key");
    await stations.act();
    expect(stations.last("exchange-key-judged").failed).toEqual(["signer"]);
  });

  it("whose quote leads to another root is refused, and nobody's decision helps", async () => {
    const stations = await stationsAt("recovery", "compare-exchange-key");
    const intel = { ...stations.offline, sgxRoot: () => INTEL_ROOT };
    const acceptedBy = ["officer-1", "officer-2"];
    const request = { heard: hear(stations), acceptedBy, collateral: [] };
    expect(codeOf(() => compareExchangeKey(intel, request))).toBe("E-XK-UNTRUSTED");
    expect(stations.types()).not.toContain("exchange-key-judged");
    const fetching = await stationsAt("recovery", "fetch-exchange-key");
    expect(await codeOf(() => fetching.act({ sgxRoot: () => INTEL_ROOT }))).toBe("E-XK-UNTRUSTED");
    expect(existsSync(fetching.on("transfer", PEM))).toBe(false);
  });
});

describe.skipIf(noMaker)("Intel's files that are brought for the exchange key", () => {
  const ALL = ["root CRL", "PCK CRL", "TCB info", "QE identity", "issuer chain"];
  const BY_FILES = Object.keys(COLLATERAL_CHECKS);
  const made = (plan: Plan = {}): MadeCollateral =>
    makeCollateral(plan, {}, { organization: "REHEARSAL" });

  /** A recovery in which this key is to be compared, and what is brought for it. */
  async function comparing(intel: MadeCollateral) {
    const stations = await stationsAt("recovery", "fetch-exchange-key");
    const root = { sgxRoot: () => intel.root };
    const answer = utf8(writePem("CERTIFICATE", intel.der));
    await stations.act({
      ...root,
      hsm: async () => ({ ...stations.hsm, exchangeKey: async () => answer }),
    });
    await stations.actTo("compare-exchange-key");
    const deps = { ...stations.offline, ...root };
    const compare = (names: readonly string[], acceptedBy: readonly string[] = []): string => {
      const collateral = names.map(intel.file);
      return codeOf(() =>
        compareExchangeKey(deps, { heard: hear(stations), acceptedBy, collateral }),
      );
    };
    return { stations, compare, judged: () => stations.last("exchange-key-judged") };
  }

  it("are recorded with digest and dates, and what they came to", async () => {
    const intel = made();
    const { compare, judged } = await comparing(intel);
    expect(compare(ALL)).toBe("nothing thrown");
    const { verdict, held, failed, collateral } = judged();
    expect([verdict, failed]).toEqual(["attested", []]);
    expect(held).toEqual(expect.arrayContaining(BY_FILES));
    const [issued, next] = ["2026-11-20T00:00:00.000Z", "2026-12-20T00:00:00.000Z"];
    expect(collateral?.files).toEqual(
      ALL.slice(0, 4).map((file) => ({ file, sha256: sha256Hex(intel.file(file)), issued, next })),
    );
    expect(collateral?.levels.map(({ check, status }) => [check, status])).toEqual([
      ["tcb-level", "SWHardeningNeeded"],
      ["qe-level", "UpToDate"],
    ]);
  });

  it("say nothing of what was not brought", async () => {
    const { compare, judged } = await comparing(made());
    expect(compare(["root CRL"])).toBe("nothing thrown");
    expect(judged().held.filter((name) => BY_FILES.includes(name))).toEqual(["root-crl"]);
    expect(judged().collateral?.files.map(({ file }) => file)).toEqual(["root CRL"]);
  });

  it("leave hardware that is out of date to two officers", async () => {
    const { compare, judged } = await comparing(made({ tcbStatus: "OutOfDate" }));
    expect(compare(ALL)).toBe("E-XK-DECISION");
    expect(compare(ALL, ["officer-1", "officer-2"])).toBe("nothing thrown");
    expect(judged()).toMatchObject({ verdict: "not-attested", failed: ["tcb-level"] });
  });

  it("refuse a key that Intel revoked, against any decision, and nothing is recorded", async () => {
    const { stations, compare } = await comparing(made({ revoked: ["leaf"] }));
    expect(compare(ALL, ["officer-1", "officer-2"])).toBe("E-XK-REVOKED");
    expect(stations.types()).not.toContain("exchange-key-judged");
  });

  it("are refused if they are not Intel's, or of no use", async () => {
    const { compare } = await comparing(made());
    expect(compare(["TCB info"])).toBe("E-COLLATERAL-SIGNED");
    expect(compare(["root CRL", "root CRL"])).toBe("E-COLLATERAL-TWICE");
  });
});
