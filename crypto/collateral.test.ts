// Intel's statements on hardware, brought as files: verified to the quote's root, evaluated at a date.
import { describe, expect, it } from "vitest";
import { INTEL_ROOT } from "./attestation-pins.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import { codeOf } from "./code-of.fixture.ts";
import {
  makeCollateral,
  makeTogether,
  noMaker,
  type MadeCollateral,
  type Plan,
} from "./collateral.fixture.ts";
import {
  COLLATERAL_CHECKS,
  COLLATERAL_FILES,
  evaluateCollateral,
  readCollateral,
  revokedKey,
} from "./collateral.ts";
import { readCrl } from "./crl.ts";
import { exchangeCertificate, enclaveKey } from "./exchange-certificate.fixture.ts";
import { readQeIdentity, readTcbInfo } from "./intel-json.ts";
import type { QuoteForm } from "./quote-maker.ts";

const NOW = new Date("2026-11-27T12:00:00Z");
const ALL = [...COLLATERAL_FILES, "issuer chain"];

const judge = (made: MadeCollateral, names: readonly string[] = ALL, at = NOW) =>
  evaluateCollateral(made.der, readCollateral(names.map(made.file)), at, made.root);

/** The verdict, and the checks that fail. */
function failures(plan: Plan, form: QuoteForm = {}, names = ALL): readonly string[] {
  const { verdict, checks } = judge(makeCollateral(plan, form), names);
  return [verdict, ...checks.filter(({ ok }) => !ok).map(({ check }) => check)];
}

const REVOKED: readonly (readonly [string, Plan, string])[] = [
  ["its provisioning key", { revoked: ["leaf"] }, "pck-crl"],
  ["the authority of that key", { revoked: ["other", "authority"] }, "root-crl"],
  ["the level of its hardware", { tcbStatus: "Revoked" }, "tcb-level"],
  ["the level of the quoting enclave", { qeStatus: "Revoked" }, "qe-level"],
];
const BELOW: readonly (readonly [string, Plan, string])[] = [
  ["its hardware is out of date", { tcbStatus: "OutOfDate" }, "tcb-level"],
  [
    "its hardware is out of date and set up wrongly",
    { tcbStatus: "OutOfDateConfigurationNeeded" },
    "tcb-level",
  ],
  ["its quoting enclave is out of date", { qeStatus: "OutOfDate" }, "qe-level"],
  [
    "its hardware is below all levels",
    { components: [3, 11, 3, 3, 255, 255, ...zeros(10)] },
    "tcb-level",
  ],
  [
    "one component is below all levels",
    { components: [11, 11, 3, 3, 255, 254, ...zeros(10)] },
    "tcb-level",
  ],
  ["its PCE is below all levels", { pcesvn: 10 }, "tcb-level"],
];
const STATUSES = ["UpToDate", "ConfigurationNeeded", "ConfigurationAndSWHardeningNeeded"];
const OTHERS: readonly (readonly [string, Plan])[] = [
  ["another signer", { qeIdentity: { mrsigner: "00".repeat(32) } }],
  ["another product", { qeIdentity: { isvprodid: 2 } }],
  ["another MISCSELECT", { qeIdentity: { miscselect: "00000001" } }],
  ["other attributes", { qeIdentity: { attributes: "15000000000000000000000000000000" } }],
];
const MASKED: readonly Plan[] = [
  { qeIdentity: { attributes: "0500000000000000e700000000000000" } },
  { qeIdentity: { miscselect: "00000001", miscselectMask: "FFFFFFFE" } },
];
const EARLIER: Plan = { issued: "2026-11-19" };
const SIGNED_BY: readonly Plan[] = [{ signedBy: "leaf" }, { signedBy: "root" }];
const SIGNER_GONE: Plan = { revoked: ["signer"] };
const MAY_NOT: Plan = { mayRevoke: false };
const HARDWARE: readonly Plan[] = [
  { tcbInfo: { fmspc: "00606A000001" } },
  { tcbInfo: { pceId: "0001" } },
];
const DELTA: Plan = { delta: true };

if (!noMaker)
  makeTogether([
    ...[{}, EARLIER, SIGNER_GONE, MAY_NOT, DELTA],
    ...[...REVOKED, ...BELOW, ...OTHERS].map(([, plan]) => plan),
    ...STATUSES.map((tcbStatus) => ({ tcbStatus })),
    ...[...MASKED, ...SIGNED_BY, ...HARDWARE],
  ]);

describe.skipIf(noMaker)("an exchange key beside Intel's files (needs python3)", () => {
  const good = noMaker ? null! : makeCollateral();

  it("is attested if all files agree, and each file's age is reported", () => {
    const judged = judge(good);
    expect(judged).toMatchObject({ verdict: "attested", missing: [] });
    expect(judged.checks.map(({ check, ok }) => [check, ok])).toEqual(
      Object.keys(COLLATERAL_CHECKS).map((check) => [check, true]),
    );
    expect(judged.ages.map(({ file, days, current }) => [file, days, current])).toEqual(
      COLLATERAL_FILES.map((file) => [file, 7, true]),
    );
    expect(judged.platform).toEqual({
      fmspc: "00606a000000",
      pceId: "0000",
      components: [11, 11, 3, 3, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      pceSvn: 13,
    });
    expect(revokedKey(judged)).toBeNull();
  });

  it("gets Intel's status of the level that its hardware reaches, not of a better one", () => {
    const level = judge(good).checks.find(({ check }) => check === "tcb-level")?.level;
    expect(level).toEqual({
      status: "SWHardeningNeeded",
      date: new Date("2023-08-09T00:00:00Z"),
      advisories: ["INTEL-SA-00615"],
    });
  });

  it("is evaluated by the files that were brought; missing ones are named", () => {
    expect(judge(good, [])).toMatchObject({
      verdict: "attested",
      checks: [],
      ages: [],
      missing: COLLATERAL_FILES,
    });
    expect(judge(good, ["PCK CRL"])).toMatchObject({
      checks: [{ check: "pck-crl", ok: true }],
      missing: ["root CRL", "TCB info", "QE identity"],
    });
    expect(judge(good, ["TCB info", "issuer chain"]).checks).toMatchObject([
      { check: "tcb-level" },
    ]);
  });

  it("takes a CRL in PEM, and an issuer chain as it is in an answer's header", () => {
    const names = ["root CRL in PEM", "TCB info", "QE identity", "issuer chain of a header"];
    expect(judge(good, names)).toMatchObject({ verdict: "attested", missing: ["PCK CRL"] });
  });

  it("reports how old a file is at the date, and whether that is beyond its own dates", () => {
    const at = (day: string) =>
      judge(good, ["PCK CRL"], new Date(`${day}T00:00:00Z`)).ages.map(({ days, current }) => [
        days,
        current,
      ]);
    expect(at("2026-11-19")).toEqual([[-1, false]]);
    expect(at("2026-11-20")).toEqual([[0, true]]);
    expect(at("2026-12-20")).toEqual([[30, true]]);
    expect(at("2026-12-21")).toEqual([[31, false]]);
  });

  it.each(REVOKED)(
    "is refused where Intel revoked %s, however old the file is",
    (_, plan, check) => {
      const judged = judge(makeCollateral(plan), ALL, new Date("2031-01-01T00:00:00Z"));
      expect(judged.verdict).toBe("refused");
      expect(judged.checks.filter(({ ok }) => !ok).map((one) => one.check)).toEqual([check]);
      expect(revokedKey(judged)?.code).toBe("E-XK-REVOKED");
      expect(revokedKey(judged)?.message).toContain(check);
    },
  );

  it.each(BELOW)("is not attested where %s", (_, plan, check) => {
    expect(failures(plan)).toEqual(["not-attested", check]);
    expect(revokedKey(judge(makeCollateral(plan)))).toBeNull();
  });

  it.each(STATUSES)("is attested at level %s, which is reported", (tcbStatus) => {
    const { verdict, checks } = judge(makeCollateral({ tcbStatus }));
    expect(verdict).toBe("attested");
    expect(checks).toContainEqual(
      expect.objectContaining({ level: expect.objectContaining({ status: tcbStatus }) as unknown }),
    );
  });

  it.each(OTHERS)("is refused where Intel's QE identity has %s", (_, plan) => {
    expect(failures(plan)).toEqual(["refused", "qe-match"]);
  });

  it("is not checked where Intel's masks leave bits out", () => {
    for (const plan of MASKED) expect(failures(plan)).toEqual(["attested"]);
  });

  it("stays not attested, or refused, whatever the files say", () => {
    const unknown = { report: { mrsigner: new Uint8Array(32) } };
    expect(failures({}, unknown)).toEqual(["not-attested"]);
    const debug = makeCollateral({}, { report: { debug: true } });
    expect(judge(debug)).toMatchObject({
      verdict: "refused",
      checks: [],
      missing: COLLATERAL_FILES,
    });
    const bare = exchangeCertificate(enclaveKey());
    expect(evaluateCollateral(bare, readCollateral([]), NOW, good.root)).toMatchObject({
      verdict: "not-attested",
      checks: [],
      platform: null,
    });
    expect(evaluateCollateral(good.der, readCollateral([]), NOW, INTEL_ROOT).verdict).toBe(
      "refused",
    );
  });
});

describe.skipIf(noMaker)("files that are not Intel's, or of other hardware (need python3)", () => {
  const good = noMaker ? null! : makeCollateral();
  const other = noMaker ? null! : makeCollateral(EARLIER);
  const refusal = (made: MadeCollateral, names: readonly string[]) =>
    codeOf(() => judge(made, names));

  it("are refused without the chain, under another root, and by another signer", () => {
    for (const name of ["TCB info", "QE identity"]) {
      expect(refusal(good, [name])).toBe("E-COLLATERAL-SIGNED");
      const foreign = [other.file(name), other.file("issuer chain")];
      expect(
        codeOf(() => evaluateCollateral(good.der, readCollateral(foreign), NOW, good.root)),
      ).toBe("E-COLLATERAL-SIGNED");
      const mixed = [other.file(name), good.file("issuer chain")];
      expect(
        codeOf(() => evaluateCollateral(good.der, readCollateral(mixed), NOW, good.root)),
      ).toBe("E-COLLATERAL-SIGNED");
    }
  });

  it("are refused when signed by a provisioning key, by the root itself, or by a revoked signer", () => {
    for (const plan of SIGNED_BY)
      expect(refusal(makeCollateral(plan), ["TCB info", "issuer chain"])).toBe(
        "E-COLLATERAL-SIGNED",
      );
    expect(refusal(makeCollateral(SIGNER_GONE), ALL)).toBe("E-COLLATERAL-SIGNED");
  });

  it("are refused when a list is by another key, or by an authority that may not revoke", () => {
    expect(refusal(good, ["PCK CRL by another key"])).toBe("E-COLLATERAL-SIGNED");
    for (const name of ["root CRL", "PCK CRL"])
      expect(refusal(makeCollateral(MAY_NOT), [name])).toBe("E-COLLATERAL-SIGNED");
  });

  it("are refused when they are for other hardware, and when one is there twice", () => {
    for (const plan of HARDWARE)
      expect(refusal(makeCollateral(plan), ALL)).toBe("E-COLLATERAL-OTHER");
    expect(refusal(good, ["CRL of another authority"])).toBe("E-COLLATERAL-OTHER");
    for (const name of COLLATERAL_FILES)
      expect(refusal(good, [name, name, "issuer chain"])).toBe("E-COLLATERAL-TWICE");
  });

  it("are refused with one byte changed anywhere in the body", () => {
    for (const name of ["TCB info", "QE identity"]) {
      const bytes = good.file(name);
      for (let at = 0; at < bytes.length; at += 13) {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ 1;
        const code = codeOf(() =>
          evaluateCollateral(
            good.der,
            readCollateral([changed, good.file("issuer chain")]),
            NOW,
            good.root,
          ),
        );
        expect(code, `${name}, byte ${at}`).toMatch(/^E-COLLATERAL-(FORM|SIGNED)$/);
      }
    }
    for (const name of ["root CRL", "PCK CRL"]) {
      const bytes = good.file(name);
      for (let at = 0; at < bytes.length; at += 5) {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ 1;
        const code = codeOf(() =>
          evaluateCollateral(good.der, readCollateral([changed]), NOW, good.root),
        );
        expect(code, `${name}, byte ${at}`).toMatch(/^E-COLLATERAL-(FORM|SIGNED|OTHER)$/);
      }
    }
  });

  it("are refused by their form", () => {
    const tcbInfo = fromUtf8(good.file("TCB info"));
    const identity = fromUtf8(good.file("QE identity"));
    const bad = [
      "",
      "{}",
      "-----BEGIN X-----\n",
      `${tcbInfo}{}`,
      tcbInfo.replace('"version":3', '"version":2'),
      tcbInfo.replace('"id":"SGX"', '"id":"TDX"'),
      tcbInfo.replace('"tcbType":0', '"tcbType":1'),
      tcbInfo.replace('"UpToDate"', '"Fine"'),
      tcbInfo.replace("INTEL-SA-00615", "<b>"),
      tcbInfo.replace('{"svn":12}', '{"svn":256}'),
      tcbInfo.replace('{"svn":12},', ""),
      tcbInfo.replace('"pcesvn":13', '"pcesvn":-1'),
      tcbInfo.replace("2026-11-20T00:00:00Z", "2026-11-31T00:00:00Z"),
      tcbInfo.replace("2026-11-20T00:00:00Z", "2026-11-20"),
      tcbInfo.replace(/"tcbLevels":\[.*\]\}/, '"tcbLevels":[]}'),
      tcbInfo.replace('"fmspc":"', '"fmspc":"0'),
      tcbInfo.replace('"signature":"', '"signature":"0'),
      tcbInfo.replace('"tcbInfo"', '"enclaveIdentity"'),
      tcbInfo.replace('{"id"', '{"id":"SGX","id"'),
      identity.replace('"id":"QE"', '"id":"TD_QE"'),
      identity.replace('"version":2', '"version":1'),
      identity.replace('"miscselect":"', '"miscselect":"00'),
      identity.replace('"isvprodid":1', '"isvprodid":"1"'),
      identity.replace('"isvsvn":9', '"isvsvn":9.5'),
    ];
    expect(readTcbInfo(utf8(tcbInfo))).not.toBeNull();
    expect(readQeIdentity(utf8(identity))).not.toBeNull();
    for (const [i, text] of bad.entries()) {
      expect([tcbInfo, identity], `${i}`).not.toContain(text);
      expect(
        codeOf(() => readCollateral([utf8(text)])),
        `${i}: ${text.slice(0, 40)}`,
      ).toBe("E-COLLATERAL-FORM");
    }
  });

  it("are refused if a list is only a part of one, by a critical extension", () => {
    expect(readCrl(good.file("root CRL"))).not.toBeNull();
    expect(readCrl(makeCollateral(DELTA).file("root CRL"))).toBeNull();
  });
});

function zeros(count: number): readonly number[] {
  return new Array<number>(count).fill(0);
}
