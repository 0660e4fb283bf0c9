// A recovery with no earlier record as `sd rehearse` runs it; media on which it must not continue.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { readCertificate, sha256Hex, utf8 } from "../../crypto/index.ts";
import { fold, type EventData, type Standing } from "../ceremony/ceremony.ts";
import { opened } from "../ceremony/record.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { signaturesOfEnd } from "../journal/verify.ts";
import { folderMedia } from "../media/media.ts";
import { readNetwork } from "../network/network.ts";
import type { Deps } from "../usecases/deps.ts";
import { findDomain } from "../usecases/find-domain.ts";
import { vaultsHere } from "../vault/here.fixture.ts";
import { HSM, PASSPHRASES } from "./activation.fixture.ts";
import { ceremoniesIn } from "./ceremonies.fixture.ts";

const { afterActivation, at, rehearse, standingIn, verdictOf } = ceremoniesIn("alone");

beforeAll(async () => {
  await afterActivation();
  cpSync(at("media"), at("untouched"), { recursive: true });
  const played = await rehearse("recovery-alone", "alone");
  expect(played.code, played.errors).toBe(0);
});

describe("a recovery without an earlier record", () => {
  it("begins a chain of its own, and says what nobody could check", () => {
    const { entries, closedBy } = verdictOf("alone");
    const { earlier } = entries[0]!.data as unknown as EventData["opened"];
    expect([entries[0]?.prev, earlier, closedBy]).toEqual(["0".repeat(64), [], "paper"]);
    // No record vouches for the signing keys that were found: the act is signed on paper, too.
    expect(verdictOf("alone")).toMatchObject({
      signatures: [],
      acts: [
        {
          act: "The restore blob",
          by: "paper",
          missing: [],
          present: ["administrator", "witness", "officer-1", "officer-2"],
        },
      ],
    });
    const found = entries.find(({ type }) => type === "domain-found")!
      .data as unknown as EventData["domain-found"];
    expect(found.unchecked).toEqual(["seals", "people", "newest-domain", "signing-keys"]);
    expect(found.origin).not.toBe("");
  });

  it("finds the keys that the lost record knew, and of who did not come the certificate", () => {
    const print = ({ officers }: Standing) => officers.map(({ thumbprint }) => thumbprint);
    const [before, after] = [standingIn("activation"), standingIn("alone")];
    expect(print(after)).toEqual(print(before));
    expect(after.domainSha256).toBe(before.domainSha256);
    expect(after.officers[2]).toMatchObject({ name: "name not known", keyName: "" });
  });

  it("brings every key back", () => {
    const data = (type: string) =>
      verdictOf("alone").entries.find((entry) => entry.type === type)?.data;
    expect(data("keys-compared")).toMatchObject({
      keys: (data("backup-known") as { readonly keys: unknown }).keys,
    });
  });

  it("takes into custody what was in the room, and no more", () => {
    expect(standingIn("alone").objects.map(({ object }) => object)).toEqual([
      "officer-1 medium",
      "officer-2 medium",
      "transfer medium",
      "domain copy medium",
    ]);
  });

  // One that continues from an adopted domain is in adoption.test.ts.
  if (process.env["LONG"] !== "1") return;

  it("is what the next ceremony continues from, signed with the keys it found", async () => {
    const { head } = verdictOf("alone");
    expect((await rehearse("recovery", "next")).code).toBe(0);
    const verdict = verdictOf("next");
    const { entries, closedBy } = verdict;
    expect([entries[0]?.prev, closedBy]).toEqual([head, "signatures"]);
    expect(signaturesOfEnd(verdict).map(({ certificate }) => certificate)).toEqual(
      standingIn("activation")
        .officers.slice(0, 2)
        .map((one) => one.signingThumbprint),
    );
  });
});

describe("domain and keys are found", () => {
  const text = BUILT_IN.get("recovery-alone") ?? "";
  const script = readScript(text, sha256Hex(utf8(text)));
  let entriesNow: () => readonly { readonly type: string; readonly data: unknown }[] = () => [];
  const found = () =>
    entriesNow().find(({ type }) => type === "domain-found")?.data as EventData["domain-found"];
  const domainOn = (label: string): string => at("fresh", label, `${HSM}-SD.json`);

  beforeEach(() => {
    rmSync(at("fresh"), { recursive: true, force: true });
    cpSync(at("untouched"), at("fresh"), { recursive: true });
  });

  /** A record that has come to that step, and its code. */
  async function find(
    origin = "From the safe of the bank.",
    accepted: readonly string[] = [],
  ): Promise<string> {
    const folder = mkdtempSync(at("station-"));
    const clock = () => new Date();
    const journal = openJournal({ folder, station: "connected", clock });
    const roles = ["administrator", "witness", "officer-1", "officer-2"];
    journal.append([
      opened({
        participants: roles.map((role) => ({ role, name: `N ${role}` })) as never,
        earlier: [],
        scriptSha256: script.sha256,
        script: script.name,
      }),
    ]);
    const before = script.steps.slice(
      0,
      script.steps.findIndex(({ id }) => id === "find-domain"),
    );
    let open = journal;
    for (const {
      id,
      action: { kind },
    } of before) {
      const done = { type: "step-done", by: "witness", data: { step: id, confirmedBy: "witness" } };
      if (kind === "take-over") {
        open = openJournal({ folder, station: "offline", clock });
        const { head } = open;
        open.append([
          { type: "taken-over", by: "administrator", data: { step: id, from: "connected", head } },
          done,
        ]);
        continue;
      }
      open.append([
        { type: "step-began", by: "app", data: { step: id } },
        { type: "step-performed", by: "administrator", data: { step: id } },
        kind === "hand-over"
          ? { type: "handed-over", by: "witness", data: { step: id, to: "offline" } }
          : done,
      ]);
      if (kind === "hand-over") open.close();
    }
    expect(fold(open.entries).done).toHaveLength(before.length);
    const decidedBy = ["witness", "officer-1"];
    for (const code of accepted)
      open.append([{ type: "refusal-accepted", by: "administrator", data: { code, decidedBy } }]);
    entriesNow = () => open.entries;
    const deps = {
      station: "offline",
      script,
      mode: "REHEARSAL",
      record: { folder, open },
      clock,
      media: folderMedia(at("fresh")),
      network: () => readNetwork(),
      traces: () => ({ cores: false, swaps: [] }),
      vaults: vaultsHere,
    } as unknown as Deps;
    return codeOf(() => findDomain(deps, { origin }));
  }

  it("on one medium alone, and then the other has a copy", async () => {
    const bytes = readFileSync(domainOn("transfer"));
    rmSync(domainOn("transfer"));
    expect(await find()).toBe("nothing thrown");
    expect(readFileSync(domainOn("transfer"))).toEqual(bytes);
  });

  it("under whatever names people gave the files", async () => {
    for (const label of ["transfer", "domain-copy"])
      renameSync(domainOn(label), at("fresh", label, "our_domain.json"));
    const own = at("fresh", "officer-1");
    for (const end of ["key", "cer"])
      renameSync(join(own, `cert_0.${end}`), join(own, `ines.${end}`));
    expect(await find()).toBe("nothing thrown");
  });

  it("not if there is none, or where two differ", async () => {
    writeFileSync(domainOn("transfer"), "{}");
    rmSync(domainOn("domain-copy"));
    expect(await find()).toBe("E-DOMAIN-NONE");
    const changed = readFileSync(at("untouched", "transfer", `${HSM}-SD.json`), "utf8");
    writeFileSync(domainOn("transfer"), changed);
    writeFileSync(domainOn("domain-copy"), `${changed}\n`);
    expect(await find()).toBe("E-DOMAIN-SEVERAL");
  });

  it("not if a medium has no key, or another one, or another officer's", async () => {
    rmSync(at("fresh", "officer-1", "cert_0.key"));
    expect(await find()).toBe("E-KEY-NONE");
    cpSync(at("fresh", "officer-1", "sign_0.key"), at("fresh", "officer-1", "cert_0.key"));
    cpSync(at("fresh", "officer-1", "sign_0.cer"), at("fresh", "officer-1", "cert_0.cer"));
    expect(await find()).toBe("E-CERT-UNKNOWN");
    for (const end of ["key", "cer"])
      cpSync(at("fresh", "officer-2", `cert_1.${end}`), at("fresh", "officer-1", `cert_0.${end}`));
    expect(await find()).toBe("E-KEY-TWICE");
  });

  describe("with a key and its certificate in one file", () => {
    const own = (name: string): string => at("fresh", "officer-1", name);
    const openssl = (...args: readonly string[]) => execFileSync("openssl", args);
    const pfx = (to: string, passphrase: string) => {
      const key = ["-inkey", own("cert_0.key"), "-passin", `pass:${PASSPHRASES[0]}`];
      const words = [...key, "-in", own("cert_0.cer"), "-out", own(to)];
      openssl("pkcs12", "-export", ...words, "-passout", `pass:${passphrase}`);
      for (const end of ["key", "cer"]) rmSync(own(`cert_0.${end}`));
    };
    const thumbprint = () => standingIn("activation").officers[0]!.thumbprint;
    const written = (name: string) => readCertificate(readFileSync(own(name))).thumbprint;

    it("in PKCS #12 without a passphrase, which is told, and the certificate is beside it then", async () => {
      pfx("officer.pfx", "");
      writeFileSync(own("authority.pem"), readFileSync(own("sign_0.cer")));
      expect(await find()).toBe("nothing thrown");
      expect(found().officers[0]).toMatchObject({ keyName: "officer", thumbprint: thumbprint() });
      expect(found().unprotected).toEqual(["officer-1"]);
      expect(written("officer.cer")).toBe(thumbprint());
    });

    it("in PEM", async () => {
      const text = ["key", "cer"].map((end) => readFileSync(own(`cert_0.${end}`), "utf8"));
      writeFileSync(own("both.pem"), text.join(""));
      for (const end of ["key", "cer"]) rmSync(own(`cert_0.${end}`));
      expect(await find()).toBe("nothing thrown");
      expect(found().unprotected).toEqual([]);
      expect(written("both.cer")).toBe(thumbprint());
    });

    it("in PKCS #12 under a passphrase, once the certificate is beside it, as is told", async () => {
      pfx("officer.p12", "a good passphrase");
      expect(await find()).toBe("E-KEY-CERTIFICATE");
      const pem = openssl(
        ...["pkcs12", "-in", own("officer.p12"), "-clcerts", "-nokeys"],
        ...["-passin", "pass:a good passphrase"],
      );
      writeFileSync(own("officer.cer"), execFileSync("openssl", ["x509"], { input: pem }));
      expect(await find()).toBe("nothing thrown");
      expect(found().officers[0]).toMatchObject({ keyName: "officer", thumbprint: thumbprint() });
      expect(found().unprotected).toEqual([]);
    });
  });

  /** Names each share of both copies in another way. */
  function rename(name: (officer: number) => string): void {
    const value = JSON.parse(readFileSync(domainOn("transfer"), "utf8")) as {
      SharedKeys: { enc_shares: { x5t_256: string }[] };
    };
    value.SharedKeys.enc_shares.forEach((share, i) => {
      share.x5t_256 = name(i + 1);
    });
    for (const label of ["transfer", "domain-copy"])
      writeFileSync(domainOn(label), JSON.stringify(value));
  }
  const sha256 = (text: string) => createHash("sha256").update(text).digest("base64url");

  it("by the text of the certificate, as Terraform names shares, and the record keeps that", async () => {
    rename((n) => {
      const file = at("untouched", `officer-${n}`, `cert_${n - 1}.cer`);
      return `${sha256(readFileSync(file, "utf8").replaceAll(/-----[^-]+-----|\s/g, ""))}=`;
    });
    expect(await find()).toBe("nothing thrown");
    const officers = ["officer-1", "officer-2"];
    expect(found().foundBy).toEqual(officers.map((officer) => ({ officer, by: "text" })));
    const prints = found().officers.map(({ thumbprint }) => thumbprint);
    expect(prints.slice(0, 2)).toEqual(
      standingIn("activation")
        .officers.slice(0, 2)
        .map(({ thumbprint }) => thumbprint),
    );
  });

  it("by no name, to be tried on every share, where two people accept it and not before", async () => {
    rename((n) => sha256(`another name ${n}`));
    expect(await find()).toBe("E-CERT-UNKNOWN");
    expect(await find("A safe.", ["E-CERT-UNKNOWN"])).toBe("nothing thrown");
    expect(found().foundBy?.map(({ by }) => by)).toEqual(["trial", "trial"]);
    const own = at("fresh", "officer-1");
    for (const end of ["key", "cer"])
      cpSync(join(own, `sign_0.${end}`), join(own, `second.${end}`));
    expect(await find("A safe.", ["E-CERT-UNKNOWN"])).toBe("E-KEY-NONE");
  });

  it("not before people have said where they come from", async () => {
    expect(await find("")).toBe("E-ORIGIN-FORM");
    expect(await find("two\nlines")).toBe("E-ORIGIN-FORM");
  });
});
