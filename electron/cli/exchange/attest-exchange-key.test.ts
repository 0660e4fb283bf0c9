// `sd attest-exchange-key` tells attested, not attested and refused apart, by word and exit code;
// `sd restore-blob` goes by the same result.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isObject, readJson, utf8, writePem, exchangeKeyDer } from "../../../crypto/index.ts";
import { certificateOf, keyUsage } from "../../../crypto/certificate.fixture.ts";
import { makeCollateral, noMaker, type Plan } from "../../../crypto/collateral.fixture.ts";
import { keyOf, rehearsedActivation, type Activation } from "../activation.fixture.ts";
import { sha256OfExchange } from "../exchange.fixture.ts";
import { serveHsm } from "../hsm.fixture.ts";
import { expectRefusal, sd, temporaryFolder, warningsIn, type Ended } from "../program.fixture.ts";
import { expectRefused, filesOf, restore } from "../restore-blob.fixture.ts";

const azure = (name: string) =>
  fileURLToPath(new URL(`../../../shared/vectors/azure/${name}`, import.meta.url));
const HSM = "Contoso-Recovery";

/** A file with the exchange key of a rehearsal HSM, and the root of its quotes; each is made once. */
function rehearsed(quote: string): ReturnType<typeof served> {
  const known = made.get(quote) ?? served(quote);
  made.set(quote, known);
  return known;
}
const made = new Map<string, ReturnType<typeof served>>();
const places: string[] = [];
afterAll(() => {
  for (const folder of places) rmSync(folder, { recursive: true, force: true });
});

async function served(quote: string) {
  const folder = mkdtempSync(join(tmpdir(), "sd-exchange-"));
  places.push(folder);
  const hsm = await serveHsm(["--dir", join(folder, "hsm"), "--name", HSM, "--quote", quote]);
  const { text } = await hsm.client.ask("GET", "/securitydomain/upload?api-version=7.5");
  await hsm.end("SIGTERM");
  const file = join(folder, "exchange.json");
  writeFileSync(file, text);
  return { file, text, root: hsm.address.sgxRootFile };
}

const attest = (file: string, ...more: readonly string[]): Promise<Ended> =>
  sd(["attest-exchange-key", file, ...more]);

/** What `--json` gave, as one object. */
function dataOf({ out }: Ended) {
  const reading = readJson(utf8(out));
  if (!reading.ok || !isObject(reading.value)) throw new Error("This is no JSON object.");
  return reading.value;
}

/** A good certificate whose key may only sign. */
const signing = (): string =>
  writePem("CERTIFICATE", certificateOf({ extensions: [keyUsage(0x80)] }));

const verdictOf = ({ code, out }: Ended) => [code, out.slice(0, out.indexOf(":"))];

describe("an exchange key of a rehearsal", () => {
  it("is attested under the rehearsal's root, and refused without it", async () => {
    const { file, root } = await rehearsed("known");
    const good = await attest(file, "--rehearsal-root", root, "--hsm-name", HSM);
    expect(verdictOf(good)).toEqual([0, "attested"]);
    expect(warningsIn(good.errors)).toEqual(["W-XK-REHEARSAL-ROOT"]);
    expect(good.out).toContain("attested: under a rehearsal's root");
    expect(good.out).toContain("TCB level");
    expect(good.out).toContain("not yours");
    const alone = await attest(file);
    expect(verdictOf(alone)).toEqual([1, "refused"]);
    expect(alone.out.match(/FAILS.*/g)).toEqual(["FAILS  They end at the pinned root."]);
    expectRefusal({ ...alone, out: "" }, "E-XK-UNTRUSTED");
  });

  it("is refused for an HSM of another name, though it is attested", async () => {
    const { file, root } = await rehearsed("known");
    const other = await attest(file, "--rehearsal-root", root, "--hsm-name", "Contoso-Other");
    expect(verdictOf(other)).toEqual([1, "refused"]);
    expectRefusal({ ...other, out: "" }, "E-XK-WRONG-HSM");
  });

  it("is not attested with a strange signer or without a quote: exit code 3", async () => {
    for (const quote of ["unknown", "none"]) {
      const { file, root } = await rehearsed(quote);
      expect(verdictOf(await attest(file, "--rehearsal-root", root))).toEqual([3, "not-attested"]);
    }
  });

  it("is reported as data, each check by its name, a refusal too", async () => {
    const { file, root } = await rehearsed("known");
    const ended = await attest(file, "--json", "--rehearsal-root", root, "--hsm-name", HSM);
    const { verdict, checks, error, quote } = dataOf(ended);
    expect([ended.code, verdict, error]).toEqual([0, "attested", undefined]);
    expect(checks).toHaveLength(18);
    expect(checks).toContainEqual({
      check: "subject",
      ok: true,
      means: "Its subject is the HSM of --hsm-name.",
    });
    expect(quote).toMatchObject({ isvProdId: 1, isvSvn: 1 });
    const refused = await attest(file, "--json");
    expect([refused.code, refused.errors]).toEqual([1, ""]);
    expect(dataOf(refused)).toMatchObject({
      verdict: "refused",
      error: { code: "E-XK-UNTRUSTED" },
      warnings: [],
    });
  });
});

describe("restore-blob", () => {
  let activation: Activation;
  beforeAll(async () => {
    activation = await rehearsedActivation();
  });

  /** Of a rehearsal's domain: its officers' certificates say so. */
  const blobFor = async (text: string, ...more: readonly string[]) => {
    const folder = temporaryFolder();
    const [exchange, out] = [join(folder, "exchange.json"), join(folder, "blob.json")];
    writeFileSync(exchange, text);
    const ended = await sd([
      ...["restore-blob", "--sd-file", activation.domain, "--sd-exchange-key", exchange],
      ...["--sd-wrapping-keys", keyOf(activation, 1), keyOf(activation, 2)],
      ...["--passphrase-file", activation.passphraseFile, "--sd-file-restore-blob", out],
      ...more,
    ]);
    return { ended, out };
  };
  const itsOwn = (file: string) => ["--exchange-sha256", sha256OfExchange(file)];

  it("warns of a key that is not attested, and not of one that is", async () => {
    const [known, none] = [await rehearsed("known"), await rehearsed("none")];
    const named = ["--rehearsal-root", known.root, "--hsm-name", HSM];
    const attested = await blobFor(known.text, ...named);
    expect(attested.ended.code).toBe(0);
    const warned = warningsIn(attested.ended.errors);
    expect(warned).not.toContain("W-XK-NOT-ATTESTED");
    expect(warned).toContain("W-XK-REHEARSAL-ROOT");
    const bare = await blobFor(none.text, ...itsOwn(none.file));
    expect(bare.ended.code).toBe(0);
    expect(warningsIn(bare.ended.errors)).toContain("W-XK-NOT-ATTESTED");
  });

  it("refuses a key whose quote is wrong, and writes nothing", async () => {
    const { text, file } = await rehearsed("known");
    for (const more of [itsOwn(file), ["--exchange-unverified"]]) {
      const { out, ended } = await blobFor(text, ...more);
      expectRefusal(ended, "E-XK-UNTRUSTED");
      expect(existsSync(out)).toBe(false);
    }
  });

  it("goes by the name of an HSM only if the key is attested and has that name", async () => {
    const [known, none] = [await rehearsed("known"), await rehearsed("none")];
    const root = ["--rehearsal-root", known.root];
    for (const name of [HSM, HSM.toUpperCase(), `${HSM}.managedhsm.azure.net`]) {
      const { ended, out } = await blobFor(known.text, ...root, "--hsm-name", name);
      expect({ code: ended.code, errors: ended.errors }).toMatchObject({ code: 0 });
      expect(ended.out).toContain("it is attested and has the name of the HSM that was given");
      expect(existsSync(out)).toBe(true);
    }
    for (const other of ["Contoso-Other", `${HSM}.managedhsm.azure.cn`, HSM.slice(0, -1)]) {
      const { ended, out } = await blobFor(known.text, ...root, "--hsm-name", other);
      expectRefusal(ended, "E-XK-WRONG-HSM");
      expect(existsSync(out)).toBe(false);
    }
    // Anyone can make a certificate with this name.
    const { ended, out } = await blobFor(none.text, "--hsm-name", HSM);
    expect(ended.code).toBe(3);
    expect(ended.out).toContain("--hsm-name confirms only a key that is attested");
    expect(ended.errors).toContain("E-XK-UNCONFIRMED: ");
    expect(existsSync(out)).toBe(false);
  });

  it("encrypts no real domain for a rehearsal's key, whatever flags are given", async () => {
    const { text, root, file } = await rehearsed("known");
    for (const more of [itsOwn(file), ["--hsm-name", HSM], ["--exchange-unverified"], []]) {
      const files = filesOf();
      writeFileSync(files.exchange, text);
      const given = { ...files, confirming: [...more, "--rehearsal-root", root] };
      await expectRefused(given, "E-XK-REHEARSAL");
    }
  });
});

describe("a file that contains no exchange key", () => {
  it("is refused with a verdict too, and with its reader's own code", async () => {
    const file = join(temporaryFolder(), "file");
    for (const [text, code] of [
      ["{}", "E-XK-USE"],
      ["-----BEGIN X-----\n", "E-CERT-PEM"],
      [signing(), "E-XK-USE"],
    ] as const) {
      writeFileSync(file, text);
      const ended = await attest(file);
      expect(verdictOf(ended)).toEqual([1, "refused"]);
      expect(ended.out).toContain("FAILS");
      expectRefusal({ ...ended, out: "" }, code);
      expect(dataOf(await attest(file, "--json"))).toMatchObject({
        verdict: "refused",
        error: { code },
      });
    }
  });
});

describe("bad use", () => {
  it("is distinguished from a verdict", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "file");
    writeFileSync(file, "{}");
    expectRefusal(await attest(join(folder, "missing")), "E-FILE-MISSING");
    expectRefusal(await sd(["attest-exchange-key"]), "E-USAGE", 2);
    expectRefusal(await attest(file, "--hsm-name="), "E-USAGE", 2);
    expectRefusal(await attest(file, "--rehearsal-root", file), "E-CERT-PEM");
    expectRefusal(
      await sd(["rehearsal-hsm", "--dir", join(folder, "hsm"), "--quote", "good"]),
      "E-USAGE",
      2,
    );
  });
});

describe.runIf(existsSync(azure("exchange-2025.pem")))("real keys (needs ../shared)", () => {
  it("of 2025: attested, and enough by name; changed: refused; of 2020: by its SHA-256 alone", async () => {
    const real = azure("exchange-2025.pem");
    expect(verdictOf(await attest(real))).toEqual([0, "attested"]);
    expect(verdictOf(await attest(azure("exchange-2020.pem")))).toEqual([3, "not-attested"]);
    const name = "test-mhsm-sd2q2avldvp4tl";
    const files = (key: string, ...confirming: readonly string[]) => {
      const given = { ...filesOf(), confirming };
      writeFileSync(given.exchange, readFileSync(azure(key)));
      return given;
    };
    const named = await restore(files("exchange-2025.pem", "--hsm-name", name));
    expect({ code: named.code, errors: named.errors }).toMatchObject({ code: 0 });
    await expectRefused(files("exchange-2025.pem", "--hsm-name", "Contoso-HSM"), "E-XK-WRONG-HSM");
    expect((await restore(files("exchange-2025.pem"))).code).toBe(3);
    const old = files("exchange-2020.pem", "--hsm-name", name);
    expect((await restore(old)).code).toBe(3);
    const confirming = ["--exchange-sha256", sha256OfExchange(old.exchange)];
    expect((await restore({ ...old, confirming })).code).toBe(0);
    const der = exchangeKeyDer(new Uint8Array(readFileSync(real)));
    const folder = temporaryFolder();
    for (const at of [3, 700, 2500, 6000]) {
      const changed = der.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const file = join(folder, `changed-${at}.pem`);
      writeFileSync(file, writePem("CERTIFICATE", changed));
      expect(verdictOf(await attest(file))).toEqual([1, "refused"]);
    }
  });
});

describe.skipIf(noMaker)("Intel's collateral (needs python3)", () => {
  const ALL = ["TCB info", "QE identity", "root CRL", "PCK CRL", "issuer chain"];

  /** An exchange key, its root and files beside it, as arguments of a rehearsal. */
  function brought(plan: Plan, names: readonly string[]): readonly [string, ...string[]] {
    const folder = temporaryFolder();
    const made = makeCollateral(plan);
    const put = (name: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const files = names.map((name, i) => put(`file-${i}`, made.file(name)));
    return [
      put("exchange.pem", writePem("CERTIFICATE", made.der)),
      "--rehearsal-root",
      put("root.pem", made.rootPem),
      ...(files.length === 0 ? [] : ["--collateral", ...files]),
    ];
  }

  it("is evaluated at a date, and the age of each file is shown", async () => {
    const { code, out } = await attest(...brought({}, ALL), "--at", "2026-11-27");
    expect(code).toBe(0);
    expect(out).toContain(
      "valid  The hardware's TCB level is not out of date. "
        + "(SWHardeningNeeded since 2023-08-09, INTEL-SA-00615)",
    );
    for (const file of ["root CRL", "PCK CRL", "TCB info", "QE identity"])
      expect(out).toContain(
        `  ${file}: issued 2026-11-20, 7 days old on 2026-11-27; next update by 2026-12-20\n`,
      );
    expect(out).toContain("  FMSPC 00606a000000, PCE ID 0000\n");
    expect(out).not.toContain("Not checked");
  });

  it("is said to be old, or not there, and then not to be relied on", async () => {
    const old = await attest(...brought({}, ["PCK CRL"]), "--at", "2027-01-01");
    expect(old.code).toBe(0);
    expect(old.out).toContain("42 days old on 2027-01-01; its next update was due by 2026-12-20");
    expect(old.out).toContain(
      "Not checked, for it was not given: root CRL, TCB info, QE identity.\n",
    );
    const early = await attest(...brought({}, ["PCK CRL"]), "--at", "2026-11-19");
    expect(early.out).toContain("after 2026-11-19: it does not speak for that day");
    const none = await attest(...brought({}, []));
    expect(none.out).toContain(
      "\nNot checked offline: the TCB level of the hardware, and what Intel has revoked since.\n",
    );
  });

  it("refuses what Intel revoked, and does not attest what is out of date", async () => {
    const revoked = await attest(...brought({ revoked: ["leaf"] }, ALL));
    expect(verdictOf(revoked)).toEqual([1, "refused"]);
    expectRefusal({ ...revoked, out: "" }, "E-XK-REVOKED");
    const old = await attest(...brought({ tcbStatus: "OutOfDate" }, ALL));
    expect(verdictOf(old)).toEqual([3, "not-attested"]);
    expect(old.out).toContain("FAILS  The hardware's TCB level is not out of date. (OutOfDate ");
  });

  it("is reported as data", async () => {
    const args = [...brought({}, ALL.slice(1)), "--at", "2026-11-27", "--json"] as const;
    const { collateral, platform, limits } = dataOf(await attest(...args));
    expect(platform).toMatchObject({ fmspc: "00606a000000", pceId: "0000", pceSvn: 13 });
    expect(limits).toHaveLength(2);
    expect(collateral).toMatchObject({
      at: "2026-11-27T23:59:59.000Z",
      missing: ["TCB info"],
      files: [
        { file: "root CRL", issued: "2026-11-20T00:00:00.000Z", days: 7, current: true },
        { file: "PCK CRL" },
        { file: "QE identity", nextUpdate: "2026-12-20T00:00:00.000Z" },
      ],
      checks: [
        { check: "root-crl", ok: true },
        { check: "pck-crl", ok: true },
        { check: "qe-match", ok: true },
        { check: "qe-level", level: { status: "UpToDate", date: "2023-08-09", advisories: [] } },
      ],
    });
  });

  it("that is not Intel's, or given in a wrong way, is refused without a verdict", async () => {
    expectRefusal(await attest(...brought({}, ["TCB info"])), "E-COLLATERAL-SIGNED");
    const [file, ...rest] = brought({}, ALL);
    for (const at of ["2026-11-31", "2026-1-1", "yesterday", "2026-11-27T00:00:00Z"])
      expectRefusal(await attest(file, ...rest, "--at", at), "E-USAGE", 2);
    expectRefusal(await attest(file, "--at", "2026-11-27"), "E-USAGE", 2);
    expectRefusal(await attest(file, "--collateral", `${file}x`), "E-FILE-MISSING");
  });
});
