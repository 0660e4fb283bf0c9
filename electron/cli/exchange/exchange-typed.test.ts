// The words of an exchange key, typed at a real terminal, and every form of the command that was ever
// printed: on officers' cards, in the guide, in the help.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { fromHex, toWords } from "../../../crypto/index.ts";
import { secretsIn } from "../../rehearse/judges.fixture.ts";
import { expectRefusal, PROGRAM, sd, temporaryFolder, treeOf } from "../program.fixture.ts";
import {
  argumentsOf,
  EXCHANGE_SHA256,
  filesOf,
  vectorFile,
  VECTOR_PASSPHRASE,
  type Files,
  type VectorName,
} from "../restore-blob.fixture.ts";
import { atTerminal, noTerminal, type Typed } from "../terminal.fixture.ts";

const isLong = process.env["LONG"] === "1";
/** Keys under a passphrase, and an exchange key that nothing vouches for. */
const VECTOR = "2of3-rsa4096-passphrase";
/** Keys without one, which are quick; what is printed gives a passphrase anyway. */
const QUICK = "2of3-rsa2048";
const linesOf = (vector: VectorName): readonly string[] => {
  const words = toWords(fromHex(EXCHANGE_SHA256[vector])!);
  return Array.from({ length: 8 }, (_, i) => words.slice(4 * i, 4 * i + 4).join(" "));
};
const LINES = linesOf(VECTOR);
const asked = (i: number): string => `Words ${4 * i + 1} to ${4 * i + 4}: `;

/** Each line typed when it is asked for. */
const typed = (lines: readonly string[]): readonly Typed[] =>
  lines.map((line, i) => ({ after: asked(i), type: `${line}\r` }));
const typedWords = typed(LINES);
const typedPassphrases = [1, 2].map((n): Typed => ({
  after: `Passphrase of key ${n}: `,
  type: `${VECTOR_PASSPHRASE}\r`,
}));

async function expectBlob(out: string, vector: VectorName = QUICK): Promise<void> {
  const secret = JSON.parse(readFileSync(vectorFile(vector, "secret.json"), "utf8")) as unknown;
  const exchangeKey = readFileSync(vectorFile(vector, "exchange.key"), "utf8");
  expect(await secretsIn(readFileSync(out, "utf8"), exchangeKey)).toEqual(secret);
}

describe.skipIf(noTerminal)("at a terminal (needs python3)", () => {
  const files = (): Files => ({ ...filesOf(VECTOR), confirming: [] });
  const typing = (given: Files, answers: readonly Typed[]) =>
    atTerminal(argumentsOf(given, [1, 2]), answers, [VECTOR_PASSPHRASE]);

  it("the key is shown, and its words asked for line by line, before any passphrase", async () => {
    const given = files();
    // One slip with the backspace, one line that is wrong, one in capitals with commas, two at once.
    const answers = [
      { after: asked(0), type: `${LINES[0]!}x\u007f\r` },
      { after: asked(1), type: `${LINES[2]!}\r` },
      { after: asked(1), type: `${LINES[1]!.toUpperCase().replaceAll(" ", ", ")}\r` },
      { after: asked(2), type: `${LINES[2]!} ${LINES[3]!}\r` },
      ...typedWords.slice(4),
      ...typedPassphrases,
    ];
    const { code, screen } = await typing(given, answers);
    expect({ code, screen }).toMatchObject({ code: 0 });
    const at = (text: string): number => {
      expect(screen).toContain(text);
      return screen.indexOf(text);
    };
    const places = [
      "Subject: transfer-key",
      "Not attested: nothing shows that a Managed HSM made it.",
      `SHA-256: ${EXCHANGE_SHA256[VECTOR]}`,
      `   1  ${LINES[0]!}`,
      asked(0),
      "This is not what belongs to this exchange key.",
      asked(7),
      "Passphrase of key 1: ",
      "The exchange key is confirmed: its words are those of the connected side.",
      "The restore blob is written",
    ].map(at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    await expectBlob(given.out, VECTOR);
  });

  it("Ctrl-C while the words are asked for ends with 3; nothing is written", async () => {
    const given = files();
    const before = treeOf(given.folder);
    const answers = [typedWords[0]!, { after: asked(1), type: "robust\u0003" }];
    const { code, screen } = await typing(given, answers);
    expect({ code, screen }).toMatchObject({ code: 3 });
    expect(screen).toContain("\nE-XK-UNCONFIRMED: ");
    expect(screen).not.toContain("Passphrase");
    expect(treeOf(given.folder)).toEqual(before);
  });

  it("the SHA-256 of 64 digits does as well, as a card or openssl writes it", async () => {
    const given = files();
    const colons = EXCHANGE_SHA256[VECTOR].toUpperCase().replace(/..(?=.)/g, "$&:");
    const answers = [
      {
        after: asked(0),
        type: `${EXCHANGE_SHA256[VECTOR].replace(/^./, (first) => (first === "0" ? "1" : "0"))}\r`,
      },
      {
        after: "This is not what belongs to this exchange key.",
        type: `sha256 Fingerprint=${colons}\r`,
      },
      ...typedPassphrases,
    ];
    const { code, screen } = await typing(given, answers);
    expect({ code, screen }).toMatchObject({ code: 0 });
    expect(screen).toContain(
      "The exchange key is confirmed: its SHA-256 is the one that was given",
    );
    await expectBlob(given.out, VECTOR);
  });

  it("what was pasted behind a line that is wrong is not shown", async () => {
    const given = files();
    const paste = `${LINES[1]!}\r${VECTOR_PASSPHRASE}\r`;
    const answers = [
      { after: asked(0), type: paste },
      { after: asked(0), type: "\u0003" },
    ];
    const { code, screen } = await typing(given, answers);
    expect({ code, screen }).toMatchObject({ code: 3 });
    expect(screen).not.toContain(VECTOR_PASSPHRASE);
  });

  it("words of another key are refused when a line was tried five times", async () => {
    const given = files();
    const before = treeOf(given.folder);
    const wrong = ["", "not a word of it", LINES[1]!, LINES[0]!.split(" ").reverse().join(" ")];
    const answers = [...wrong, `${LINES[0]!} ${LINES[0]!}`].map((line) => ({
      after: asked(0),
      type: `${line}\r`,
    }));
    const { code, screen } = await typing(given, answers);
    expect({ code, screen }).toMatchObject({ code: 1 });
    expect(screen).toContain("\nE-XK-DIFFERS: ");
    expect(treeOf(given.folder)).toEqual(before);
  });

  it("is not one if nobody sees the question: that ends with 3", async () => {
    const given = files();
    const words = [process.execPath, PROGRAM, ...argumentsOf(given, [1, 2])];
    const line = `exec "$@" 2> "${join(given.folder, "said")}"`;
    const { code } = await atTerminal([line, "sh", ...words], [], [], ["/bin/sh", "-c"]);
    expect(code).toBe(3);
    expect(existsSync(given.out)).toBe(false);
  });
});

const CARD = "an officer's card, since 2026-11-25";
/**
 * Each form of the command that was ever printed, as it was printed, by when and where. Where a card
 * has az's command, `sd restore-blob` takes its place, as the card says.
 */
const FORMS: Readonly<Record<string, string>> = {
  "README of 2026-11-24": `\
node dist/sd.cjs restore-blob --sd-file HSM-SD.json --sd-exchange-key exchange.pem \\
  --sd-wrapping-keys cert_0.key cert_1.key --sd-file-restore-blob blob.json`,
  "the day of need, since 2026-11-24": `\
sd restore-blob \\
  --sd-file Contoso-HSM-SD.json \\
  --sd-exchange-key Contoso-Recovery-exchange.pem \\
  --sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key \\
  --sd-file-restore-blob Contoso-Recovery-restore-blob.json`,
  "the day of need without this program, since 2026-11-24": `\
az keyvault security-domain restore-blob --sd-file Contoso-HSM-SD.json \\
  --sd-exchange-key Contoso-Recovery-exchange.pem \\
  --sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key \\
  --passwords "..." "..." --sd-file-restore-blob Contoso-Recovery-restore-blob.json`,
  "sd help, since 2026-11-24": `\
sd restore-blob --sd-file Contoso-HSM-SD.json --sd-exchange-key exchange.pem \\
  --sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key \\
  --sd-file-restore-blob blob.json`,
  "an officer's card of 2026-11-25, the first": `\
az keyvault security-domain restore-blob --sd-file Contoso-HSM-SD.json \\
--sd-exchange-key NEW-exchange.pem --sd-file-restore-blob NEW-restore-blob.json \\
--sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key \\
--passwords PASSPHRASE-1 PASSPHRASE-2`,
  [CARD]: `\
az keyvault security-domain restore-blob --sd-file Contoso-HSM-SD.json \\
  --sd-exchange-key NEW-exchange.pem \\
  --sd-file-restore-blob NEW-restore-blob.json \\
  --sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key \\
  --passwords PASSPHRASE-1 PASSPHRASE-2`,
  "the day of need with a file of passphrases": `\
sd restore-blob --sd-file Contoso-HSM-SD.json --sd-exchange-key Contoso-Recovery-exchange.pem \\
  --sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key --passphrase-file FILE \\
  --sd-file-restore-blob Contoso-Recovery-restore-blob.json`,
  "the day of need for a domain that other tools made": `\
sd restore-blob --sd-file Contoso-HSM-SD.json --sd-exchange-key Contoso-Recovery-exchange.pem \\
  --sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key --try-every-share \\
  --accept E-SD-VERSION --sd-file-restore-blob Contoso-Recovery-restore-blob.json`,
};

/** The words of a printed command, its files made in a folder under the names that it has. */
function printed(form: string): { readonly args: readonly string[]; readonly out: string } {
  const folder = temporaryFolder();
  const words = form
    .replace(/^(?:az keyvault security-domain|node dist\/sd\.cjs|sd) restore-blob/, "restore-blob")
    .replaceAll("\\\n", " ")
    .replaceAll(/"\.\.\."|PASSPHRASE-\d/g, "%")
    .split(/\s+/);
  const files: Readonly<Record<string, string>> = {
    "--sd-file": "sd.json",
    "--sd-exchange-key": "exchange.pem",
    "--sd-wrapping-keys": "",
    "--sd-file-restore-blob": "",
    "--passphrase-file": "",
  };
  let [flag, out] = ["", ""];
  const args = words.map((word) => {
    if (word.startsWith("--")) flag = word;
    if (word === "%") return VECTOR_PASSPHRASE;
    if (word.startsWith("--") || files[flag] === undefined) return word;
    const path = join(folder, word);
    mkdirSync(dirname(path), { recursive: true });
    if (flag === "--sd-file-restore-blob") out = path;
    else if (flag === "--passphrase-file") writeFileSync(path, `${VECTOR_PASSPHRASE}\n`.repeat(2));
    else if (flag === "--sd-wrapping-keys")
      for (const kind of ["key", "cer"])
        cpSync(
          vectorFile(QUICK, word.replace(/^.*\/|key$/g, "") + kind),
          path.replace(/key$/, kind),
        );
    else cpSync(vectorFile(QUICK, files[flag] ?? ""), path);
    return path;
  });
  return { args, out };
}

describe.each(Object.entries(FORMS))("the command of %s", (_, form) => {
  it("ends in a blob by the line that it prints, without a terminal", async () => {
    const { args, out } = printed(form);
    const first = await sd(args);
    expect(first.code).toBe(3);
    expectRefusal({ ...first, code: 1, out: "" }, "E-XK-UNCONFIRMED");
    expect(existsSync(out)).toBe(false);
    const line = first.out.split("\n").find((one) => one.startsWith("  --exchange-"));
    const again = await sd([...args, ...(line ?? "").trim().split(" ")]);
    expect({ code: again.code, errors: again.errors }).toMatchObject({ code: 0 });
    await expectBlob(out);
  });

  it("ends in a blob with --exchange-unverified", async () => {
    const { args, out } = printed(form);
    const { code, out: said } = await sd([...args, "--exchange-unverified"]);
    expect(code).toBe(0);
    expect(said).toContain("*** UNVERIFIED ***");
    await expectBlob(out);
  });
});

/** Whatever a form says besides, the same is asked: `npm test` types the newest card's. */
const TYPED = Object.entries(FORMS).filter(([name]) => isLong || name === CARD);
describe.skipIf(noTerminal)("at a terminal (needs python3), by typing the words", () => {
  it.each(TYPED)("the command of %s ends in a blob", async (_, form) => {
    const { args, out } = printed(form);
    const { code, screen } = await atTerminal(args, typed(linesOf(QUICK)), [VECTOR_PASSPHRASE]);
    expect({ code, screen }).toMatchObject({ code: 0 });
    await expectBlob(out);
  });
});
