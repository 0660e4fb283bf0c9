// `sd restore-blob` encrypts a domain only for an exchange key that someone has compared.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCertificate } from "../../../crypto/certificate-maker.ts";
import { certificateOf, nameOf, OWN, pemOf } from "../../../crypto/certificate.fixture.ts";
import { fromHex, random, toWords } from "../../../crypto/index.ts";
import { expectRefusal, sd, sdJson, treeOf, warningsIn, type Ended } from "../program.fixture.ts";
import {
  argumentsOf,
  EXCHANGE_SHA256,
  expectRefused,
  filesOf,
  passphrasesOf,
  restore,
  vectorFile,
  type Files,
} from "../restore-blob.fixture.ts";

/** Made by a tool that is not ours, signed by its own key, with no proof of anything. */
const ANYBODYS = "2of3-rsa2048";
const SHA256 = EXCHANGE_SHA256[ANYBODYS];
const WORDS = toWords(fromHex(SHA256)!);

const filesWith = (...confirming: readonly string[]): Files => ({ ...filesOf(), confirming });
const runOf = (files: Files, ...more: readonly string[]): Promise<Ended> =>
  restore(files, [1, 2], more);

/** Ends with 3, leaves every file as it was, and opened nothing. */
async function expectUnconfirmed(files: Files, ...more: readonly string[]): Promise<Ended> {
  const before = treeOf(files.folder);
  const ended = await runOf(files, ...more);
  expect(ended.code).toBe(3);
  expectRefusal({ ...ended, code: 1, out: "" }, "E-XK-UNCONFIRMED");
  expect(treeOf(files.folder)).toEqual(before);
  return ended;
}

describe("a certificate that anyone could have made", () => {
  it("gives no blob: exit code 3, what it is, and the line to add once it is compared", async () => {
    const { out } = await expectUnconfirmed(filesWith());
    const lines = out.split("\n");
    expect(lines).toContain("Subject: transfer-key");
    expect(lines).toContain("Not attested: nothing shows that a Managed HSM made it.");
    expect(lines).toContain(`SHA-256: ${SHA256}`);
    expect(lines).toContain("   1  crumpled virginia solo almighty");
    expect(lines).toContain("  29  allow truncated blackjack yucatan");
    expect(lines).toContain(`  --exchange-sha256 ${SHA256}`);
  });

  it("is the same as data", async () => {
    const { code, result, error } = await sdJson(argumentsOf(filesWith(), [1, 2]));
    expect({ code, error: error?.code }).toEqual({ code: 3, error: "E-XK-UNCONFIRMED" });
    expect(result).toEqual({
      exchange: { hex: SHA256, words: WORDS.slice(0, 10).join(" ") },
      exchangeWords: WORDS.join(" "),
      subject: "transfer-key",
      attested: false,
      add: `--exchange-sha256 ${SHA256}`,
    });
  });

  it("is found before any passphrase is read or tried", async () => {
    const files = { ...filesOf("2of3-rsa4096-passphrase"), confirming: [] };
    await expectUnconfirmed(files);
    await expectUnconfirmed(files, "--passphrase-file", passphrasesOf(files, "wrong\nwrong\n"));
  });

  it("is found after what is wrong with the other files", async () => {
    const files = filesWith();
    await expectRefused(files, "E-QUORUM-SHORT", [1]);
    rmSync(files.certificate(2));
    await expectRefused(files, "E-FILE-MISSING");
  });

  it("is not confirmed by a name that is written into it", async () => {
    const { out } = await expectUnconfirmed(filesWith("--hsm-name", "Contoso-Recovery"));
    expect(out).toContain("--hsm-name confirms only a key that is attested");
    await expectUnconfirmed(filesWith("--hsm-name", "transfer-key"));
    const name = "Contoso-Recovery";
    const files = filesWith("--hsm-name", name);
    const subject = nameOf(`${name}.managedhsm.azure.net`);
    writeFileSync(files.exchange, pemOf(certificateOf({ subject })));
    await expectUnconfirmed(files);
    await expectRefused({ ...files, confirming: ["--hsm-name", `${name}2`] }, "E-XK-WRONG-HSM");
  });

  it("and that says it is a rehearsal's gets no real domain, whatever flags are given", async () => {
    const identity = { commonName: "Contoso-Recovery", rehearsal: true, now: new Date(), random };
    const key = makeCertificate(identity, "keyEncipherment", new Uint8Array(OWN.pkcs8));
    const own = ["--exchange-sha256", key.thumbprint];
    for (const confirming of [own, ["--exchange-unverified"], ["--hsm-name", "Contoso-Recovery"]]) {
      const files = filesWith(...confirming);
      writeFileSync(files.exchange, key.pem);
      await expectRefused(files, "E-XK-REHEARSAL");
    }
    // Nor does a root of the key's maker turn a real one into an attested one.
    const files = filesWith("--rehearsal-root", vectorFile(ANYBODYS, "exchange.pem"));
    await expectRefused(files, "E-XK-ROOT");
  });
});

describe("what the connected side read", () => {
  const pairs = SHA256.match(/../g) ?? [];
  it.each([
    ["as sd prints it", [SHA256]],
    ["in capitals", [SHA256.toUpperCase()]],
    ["with colons", [pairs.join(":").toUpperCase()]],
    ["with spaces, in quotes", [pairs.join(" ")]],
    ["with spaces, without quotes", pairs],
    ["as openssl x509 prints it", [`sha256 Fingerprint=${pairs.join(":").toUpperCase()}`]],
    ["as openssl dgst prints it", [`SHA2-256(stdin)= ${SHA256}`]],
  ])("is its SHA-256 %s", async (_, given) => {
    const { code, out, errors } = await runOf(filesWith("--exchange-sha256", ...given));
    expect({ code, warnings: warningsIn(errors) }).toMatchObject({ code: 0 });
    expect(out).toContain("its SHA-256 is the one that was given");
  });

  it.each([
    ["as sd prints them", [WORDS.join(" ")]],
    ["without quotes", WORDS],
    ["in capitals, with commas", [WORDS.join(", ").toUpperCase()]],
    ["with hyphens and line ends", [WORDS.join("-\r\n")]],
    ["with the numbers of their lines", [WORDS.map((word, i) => `${i + 1}. ${word}`).join("\n")]],
  ])("is its words %s", async (_, given) => {
    const { code, out } = await runOf(filesWith("--exchange-words", ...given));
    expect(code).toBe(0);
    expect(out).toContain("its words are those of the connected side");
  });

  it("is of another key: refused, whatever else is right, and nothing is written", async () => {
    const other = EXCHANGE_SHA256["3of5-rsa3072"];
    const otherWords = toWords(fromHex(other)!);
    const swapped = [...WORDS.slice(0, 31), WORDS[1] === WORDS[31] ? WORDS[3]! : WORDS[1]!];
    for (const confirming of [
      ["--exchange-sha256", other],
      ["--exchange-sha256", `${SHA256.slice(0, -1)}0`],
      ["--exchange-words", ...otherWords],
      ["--exchange-words", ...swapped],
      ["--exchange-sha256", SHA256, "--exchange-words", ...otherWords],
      ["--exchange-sha256", other, "--exchange-words", ...WORDS],
    ])
      await expectRefused(filesWith(...confirming), "E-XK-DIFFERS");
  });

  it("is less than all of it: wrong use", async () => {
    for (const confirming of [
      ["--exchange-sha256", SHA256.slice(0, 40)],
      ["--exchange-sha256", `${SHA256}00`],
      ["--exchange-sha256", SHA256.replace("4", "g")],
      ["--exchange-sha256"],
      ["--exchange-words", ...WORDS.slice(0, 10)],
      ["--exchange-words", ...WORDS, ...WORDS],
      ["--hsm-name", ""],
      ["--exchange-unverified", "--exchange-sha256", SHA256],
      ["--exchange-unverified", "--exchange-words", ...WORDS],
      ["--exchange-unverified", "--hsm-name", "Contoso-Recovery"],
    ])
      expectRefusal(await runOf(filesWith(...confirming)), "E-USAGE", 2);
    await expectRefused(filesWith("--exchange-words", ...WORDS.toReversed()), "E-WORDS");
  });

  it("is reported with the blob, also as data", async () => {
    const confirming = ["--exchange-sha256", SHA256, "--exchange-words", ...WORDS];
    const { code, result } = await sdJson(argumentsOf(filesWith(...confirming), [1, 2]));
    expect(code).toBe(0);
    expect(result).toMatchObject({
      confirmedBy: ["sha256", "words"],
      unverified: false,
      attested: false,
      subject: "transfer-key",
    });
  });
});

describe("--exchange-unverified", () => {
  it("writes the blob anyway, and says so in output, warning and beside the blob", async () => {
    const files = filesWith("--exchange-unverified");
    const { code, out, errors } = await runOf(files);
    expect(code).toBe(0);
    expect(warningsIn(errors)).toContain("W-XK-UNVERIFIED");
    expect(out).toMatch(/^\*\*\* UNVERIFIED \*\*\* {2}NOBODY HAS CONFIRMED THIS EXCHANGE KEY\.\n/);
    expect(out).not.toContain("is confirmed");
    const notice = readFileSync(`${files.out}.UNVERIFIED.txt`, "utf8");
    expect(notice).toContain("NOBODY HAS CONFIRMED THIS EXCHANGE KEY");
    expect(notice).toContain(SHA256);
    expect(notice).toContain("  29  allow truncated blackjack yucatan\n");
    expect(existsSync(files.out)).toBe(true);
  });

  it("says so as data", async () => {
    const { code, result, warnings } = await sdJson(
      argumentsOf(filesWith("--exchange-unverified"), [1, 2]),
    );
    expect({ code, result }).toMatchObject({
      code: 0,
      result: { confirmedBy: [], unverified: true },
    });
    expect(warnings.map((warning) => warning.code)).toContain("W-XK-UNVERIFIED");
  });

  it("leaves no notice if the blob cannot be written, and takes no place of another", async () => {
    const files = filesWith("--exchange-unverified");
    const notice = `${files.out}.UNVERIFIED.txt`;
    // A name that is long enough for the blob alone.
    const long = { ...files, out: files.out.replace(basename(files.out), "n".repeat(250)) };
    const before = treeOf(files.folder);
    expectRefusal(await runOf(long), "E-FILE-WRITE");
    expect(treeOf(files.folder)).toEqual(before);
    writeFileSync(notice, "kept");
    const { errors } = await expectRefused(files, "E-FILE-EXISTS");
    expect(errors).toContain(".UNVERIFIED.txt");
    expect(readFileSync(notice, "utf8")).toBe("kept");
  });
});

it("a key that is confirmed leaves its blob alone in the folder", async () => {
  const files = filesOf();
  const before = readdirSync(files.folder);
  expect((await sd(argumentsOf(files, [1, 2]))).code).toBe(0);
  expect(readdirSync(files.folder).filter((name) => !before.includes(name))).toEqual([
    basename(files.out),
  ]);
});
