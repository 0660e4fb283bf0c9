// `sd verify` on a rehearsed record: what is sound is told whole, what was altered is found.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256Hex, toWords, utf8 } from "../../crypto/index.ts";
import { lineOf } from "../journal/entry.ts";
import { ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { consentsIn, copyOf, draftOf, sealed } from "../meaning/drafts.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { rehearsedActivation, type Activation } from "./activation.fixture.ts";
import { CANARY, expectRefusal, sd, temporaryFolder, type Ended } from "./program.fixture.ts";

interface Line {
  readonly hash: string;
  readonly type: string;
  readonly data: { readonly certificate?: string };
}

const ceremony = ceremonyOf("activation", makePool(), 1);
let activation: Activation;
let record = "";
let lines: readonly string[] = [];
let entries: readonly Line[] = [];
let head = "";

beforeAll(async () => {
  activation = await rehearsedActivation();
  ({ record } = activation);
  lines = readFileSync(record, "utf8").split("\n").slice(0, -1);
  entries = lines.map((line) => JSON.parse(line) as Line);
  head = entries.at(-1)!.hash;
});

const verify = (...args: readonly string[]): Promise<Ended> => sd(["verify", ...args]);
const wordsOf = (hex: string, count = 10): readonly string[] =>
  toWords(new Uint8Array(Buffer.from(hex, "hex"))).slice(0, count);
/** Words of the three signing certificates, as they are on the officers' cards. */
const cards = (): readonly string[] => [
  ...new Set(
    entries.flatMap(({ data: { certificate }, type }) =>
      type === "signed" && certificate !== undefined ? [wordsOf(certificate).join(" ")] : [],
    ),
  ),
];

/** A record with other bytes, where its path holds the canary. */
function altered(content: string | Uint8Array): string {
  const path = join(temporaryFolder(), "record.jsonl");
  writeFileSync(path, content);
  return path;
}
const joined = (parts: readonly string[]): string => parts.map((line) => `${line}\n`).join("");

async function expectSound(args: readonly string[], ...says: readonly string[]): Promise<void> {
  const { code, out, errors } = await verify(...args);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  for (const part of says) expect(out).toContain(part);
}

describe("a sound record", () => {
  it("is reported as complete, as a file and as its folder, with signers that are unknown", async () => {
    const { out } = await verify(record);
    const { at: opened } = JSON.parse(lines[0] ?? "") as { readonly at: string };
    expect(cards()).toHaveLength(3);
    expect(out.split("\n")).toEqual([
      "Good, but its signers are unknown: no officer's card was given.",
      `It was a REHEARSAL: activation, for the HSM Contoso-Rehearsal-HSM, opened at ${opened}, closed at ${(JSON.parse(lines.at(-1) ?? "") as { readonly at: string }).at}.`,
      "NOT COMPARED, because it was not given: its head; the cards of officer-1, officer-2, officer-3.",
      `The record is consistent: ${lines.length} entries, every hash and link is correct.`,
      "It means what it says: every step of its script, by whom, of one and the same things.",
      "It is closed: 3 signatures are valid.",
      ...cards().map((words, i) => `  officer-${i + 1}: certificate ${words}`),
      "The signers are unknown: compare the words above with the officers' cards.",
      "Closed by 3 of 3.",
      "Acts were signed when they ended:",
      "  The officers' keys: signed by officer-1, officer-2, officer-3",
      expect.stringMatching(/^Not compared: \d+ values, /),
      "No head was given: compare the head below with the one that was read aloud.",
      `Head: ${head}`,
      `In words: ${wordsOf(head).join(" ")}`,
      "No time from outside: nothing but the record itself says when it was made.",
      "",
    ]);
    await expectSound(
      [dirname(record)],
      "The bundle is complete: ",
      "The signers are unknown",
      `Head: ${head}\n`,
    );
  });

  it("lists every entry with what no rule compares, if asked", async () => {
    const { out } = await verify(record, "--entries");
    const listed = out.slice(out.indexOf("\nEvery entry, ")).split("\n").slice(2, -1);
    expect(listed).toHaveLength(lines.length);
    expect(listed[0]).toMatch(
      /^ {2}0 \S+ offline opened by administrator; .*participants\[\]\.name /,
    );
  });

  it("has the head that the rehearsal read aloud at its end", async () => {
    expect(activation.ended.out).toContain(`Head of the record: ${head}\n`);
    expect(activation.ended.out).toContain(`In words: ${wordsOf(head).join(" ")}\n`);
  });

  it("is verified from its bytes alone, wherever it is", async () => {
    await expectSound([altered(readFileSync(record))], `Head: ${head}`);
  });
});

describe("--head", () => {
  const same = "The head is the one that was read aloud.";

  it("takes 64 hex digits, before and after the record, in any case", async () => {
    for (const given of [head, head.toUpperCase(), head.replaceAll(/(.{8})/g, "$1 ").trim()]) {
      await expectSound([record, "--head", given], same);
      await expectSound(["--head", given, record], same);
    }
    await expectSound([record, `--head=${head}`], same);
  });

  it.each([10, 16, 32])("takes its first %i words, quoted and unquoted", async (count) => {
    const words = wordsOf(head, count);
    for (const given of [words, [words.join(" ")], [words.join("-").toUpperCase()]]) {
      await expectSound([record, "--head", ...given], same);
      await expectSound(["--head", ...given, record], same);
    }
  });

  it("that is another is refused, and one of an earlier entry is told from it", async () => {
    const wrong = sha256Hex(utf8("another head"));
    const last = lines.length - 1;
    for (const given of [[wrong], wordsOf(wrong), [wordsOf(wrong).join(" ")]]) {
      const ended = await verify(record, "--head", ...given);
      expectRefusal(ended, "E-LOG-HEAD");
      expect(ended.errors).toContain(`ends at entry ${last}, and the head given is not in it`);
    }
    const earlier = entries[7]!.hash;
    for (const given of [[earlier], wordsOf(earlier)]) {
      const ended = await verify(record, "--head", ...given);
      expectRefusal(ended, "E-LOG-HEAD");
      expect(ended.errors).toContain("is that of entry 7: entries were added since");
    }
  });

  it("of the right length whose last digit differs is another", async () => {
    const wrong = `${head.slice(0, -1)}${head.endsWith("0") ? "1" : "0"}`;
    expectRefusal(await verify(record, "--head", wrong), "E-LOG-HEAD");
    expectRefusal(await verify(record, "--head", ...wordsOf(wrong, 32)), "E-LOG-HEAD");
  });

  it("that is no head is refused by its form", async () => {
    const nine = wordsOf(head, 9);
    const shuffled = wordsOf(head).toSpliced(0, 2, wordsOf(head)[1]!, wordsOf(head)[0]!);
    for (const given of [
      nine,
      [nine.join(" ")],
      shuffled,
      [CANARY],
      [head.slice(0, 62)],
      [`${head}00`],
      [""],
    ])
      expectRefusal(await verify(record, "--head", ...given), "E-HEAD-FORM");
    // Nine words before the record and ten of which the last is the record are one and the same.
    expectRefusal(await verify("--head", ...nine, record), "E-HEAD-FORM");
  });
});

describe("--officer", () => {
  const known = "The signers are known: their certificates are those you named.";

  it("with the words of all signers makes them known, in any order and place", async () => {
    const words = cards();
    await expectSound([record, "--officer", ...words], known);
    await expectSound(["--officer", ...words.toReversed(), record], known);
    await expectSound(["--head", ...wordsOf(head), "--officer", ...words, record], known);
    await expectSound(["--officer", ...words, "--head", ...wordsOf(head), record], known);
  });

  it("with the cards of some does not, and says whose are missing", async () => {
    await expectSound(
      [record, "--officer", ...cards().slice(1)],
      "Good, but officer-1 signed without a card that was given.",
      "The signers are unknown",
    );
  });

  it("with other words is refused", async () => {
    const words = cards();
    const other = wordsOf(head).join(" ");
    for (const given of [[other], [...words.slice(1), other]])
      expectRefusal(await verify(record, "--officer", ...given), "E-SIGNER-CARD");
  });

  it("takes a card for the seat that it names, and refuses another's", async () => {
    const said = cards().map((words, i) => `officer-${i + 1}=${words}`);
    await expectSound([record, "--officer", ...said], known);
    const others = `officer-1=${cards()[1]!}`;
    expectRefusal(await verify(record, "--officer", others), "E-SIGNER-CARD");
  });

  it("and --head anchor a record; with --anchored the exit code says so", async () => {
    const words = cards();
    const { code, out } = await verify(record, "--anchored", "--officer", ...words, "--head", head);
    expect(code).toBe(0);
    expect(out).toMatch(/^Good: its signers and its head are those that were given\.\n/);
    for (const given of [[], ["--head", head], ["--officer", ...words]])
      expect((await verify(record, "--anchored", ...given)).code).toBe(3);
  });

  it("with what names no certificate is refused", async () => {
    const few = wordsOf(entries.at(-1)!.data.certificate!, 9).join(" ");
    for (const given of [CANARY, few, ""])
      expectRefusal(await verify(record, "--officer", given), "E-SIGNER-FORM");
  });
});

describe("a record that was closed on paper", () => {
  /** Two had signed when someone closed it on paper instead. */
  function onPaper(): string {
    const before = lines.slice(0, -1);
    const prev = entries.at(-2)!.hash;
    const data = { present: ["administrator", "witness"], consent: {} };
    const at = new Date(Date.UTC(2026, 0, 31)).toISOString();
    const end = { at, by: "administrator", data, prev, seq: before.length, station: "offline" };
    const line = lineOf({ ...end, type: "closing-on-paper" });
    return altered(joined(before) + Buffer.from(line).toString());
  }

  it("is reported as closed, and never as signed", async () => {
    const path = onPaper();
    const { out } = await verify(path, "--form-only", "--officer", ...cards());
    expect(out).toMatch(/^FORM ONLY: /);
    expect(out).toContain("It is closed on paper, without a signature: the record");
    expect(out).toContain("The signers are unknown: ask for the paper");
    expect(out).not.toMatch(/signatures are valid|signers are known|certificate/);
    const { out: data } = await sd([
      "verify",
      path,
      "--form-only",
      "--officer",
      ...cards(),
      "--json",
    ]);
    expect(JSON.parse(data)).toMatchObject({
      closedBy: "paper",
      signatures: [],
      signersKnown: false,
      unvouched: [],
      acts: [{ by: "signatures", missing: [] }],
    });
    expect((await sd(["inspect", path])).out).toContain(
      "Closed on paper: the record cannot show who signed",
    );
  });
});

describe("a truly signed record", () => {
  it("that does not mean what it says is refused, with both entries", async () => {
    const { drafts, previous } = copyOf(ceremony);
    const proof = drafts.findIndex(({ type }) => type === "quorum-proven");
    draftOf(drafts, "quorum-proven")!.data.subsets.pop();
    const ended = await verify(altered(sealed({ drafts, previous })));
    expectRefusal(ended, "E-MEAN-SUBSETS");
    expect(ended.errors).toContain(`Entry ${proof} contradicts entry 0: `);
  });

  it("whose texts would steer a terminal is told in printable ASCII, as text and as data", async () => {
    const { drafts, previous } = copyOf(ceremony);
    draftOf(drafts, "act-signing")!.data.act = "\u009b31mThe proof\u202e";
    const path = altered(sealed({ drafts, previous }));
    for (const form of [[], ["--json"]]) {
      const { out } = await verify(path, "--form-only", ...form);
      expect(out).toMatch(/^[\x20-\x7e\n]*$/);
      expect(out).toContain(String.raw`u{9b}31mThe proof`);
    }
  });

  it("of an aborted ceremony follows its script until then", async () => {
    const before = "export-certificates";
    const pool = makePool();
    const { record: aborted } = ceremonyOf("activation", pool, 1, {
      happening: { often: 0, mayAbort: true, abortedBefore: before },
    });
    await expectSound([altered(aborted)], "every step of its script until it was aborted, by whom");
  });

  it("reports what no rule refuses, and where it is", async () => {
    const { drafts, previous } = copyOf(ceremony);
    const point = { point: "active", sentence: "The HSM is not active.", next: "Look." };
    draftOf(drafts, "aftercheck-judged")!.data.points.push({ ...point, verdict: "wrong" });
    const n = drafts.findIndex(({ type }) => type === "aftercheck-judged");
    const path = altered(sealed({ drafts, previous }));
    await expectSound([path], `After the activation something was wrong: entry ${n}.\n`);
    const { out } = await verify(altered(ceremony.record));
    expect(out).not.toMatch(/was wrong|incident|overruled|took a seat|not attested/);
  });

  it("of no script that the app knows is no ceremony, unless its form alone is asked", async () => {
    const { drafts, previous } = copyOf(ceremony);
    draftOf(drafts, "opened")!.data.scriptSha256 = "0".repeat(64);
    const path = altered(sealed({ drafts, previous }));
    expectRefusal(await verify(path), "E-NOT-A-CEREMONY");
    expect((await verify(path, "--form-only")).out).toMatch(/^FORM ONLY: /);
  });

  it("of a custom script is checked by that", async () => {
    const text = `${ceremony.script.text}# ours\n`;
    const { drafts, previous } = copyOf(ceremony);
    draftOf(drafts, "opened")!.data.scriptSha256 = sha256Hex(utf8(text));
    for (const consent of consentsIn(drafts)) consent.scriptSha256 = sha256Hex(utf8(text));
    const path = altered(sealed({ drafts, previous }));
    const script = join(temporaryFolder(), "ours.yaml");
    writeFileSync(script, text);
    expectRefusal(await verify(path), "E-NOT-A-CEREMONY");
    await expectSound([path, "--script", script], "It means what it says");
  });
});

describe("an altered record is refused", () => {
  it("with a bit flipped anywhere", async () => {
    const good = readFileSync(record);
    for (let n = 0; n < 12; n++) {
      const bytes = Buffer.from(good);
      const at = Math.floor(((n + 0.5) * bytes.length) / 12);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (n % 7)), at);
      const ended = await verify(altered(bytes));
      expectRefusal(ended, codeIn(ended));
    }
  });

  it.each<readonly [string, (lines: readonly string[]) => string, string]>([
    ["a line dropped", (all) => joined(all.toSpliced(5, 1)), "E-LOG-CHAIN"],
    ["the first line dropped", (all) => joined(all.slice(1)), "E-LOG-CHAIN"],
    ["a line doubled", (all) => joined(all.toSpliced(5, 0, all[5]!)), "E-LOG-CHAIN"],
    ["the last line doubled", (all) => joined([...all, all.at(-1)!]), "E-LOG-CHAIN"],
    ["two lines swapped", (all) => joined(all.toSpliced(5, 2, all[6]!, all[5]!)), "E-LOG-CHAIN"],
    ["an empty line", (all) => joined(all.toSpliced(5, 0, "")), "E-LOG-CORRUPT"],
    ["a line cut short", (all) => joined(all.with(5, all[5]!.slice(0, 40))), "E-LOG-CORRUPT"],
    ["the last line cut short", (all) => joined(all).slice(0, -40), "E-LOG-TORN"],
    ["its last newline missing", (all) => joined(all).slice(0, -1), "E-LOG-TORN"],
    ["CRLF", (all) => joined(all.map((line) => `${line}\r`)), "E-LOG-CANON"],
    ["spaces in a line", (all) => joined(all.with(5, all[5]!.replace(",", ", "))), "E-LOG-CANON"],
    ["a text altered", (all) => joined(all.with(0, all[0]!.replace("Asha", CANARY))), "E-LOG-HASH"],
    ["nothing in it", () => "", "E-LOG-EMPTY"],
  ])("with %s", async (_, change, code) => {
    expectRefusal(await verify(altered(change(lines))), code);
  });

  it("whose signatures were cut off: it is not closed", async () => {
    for (const cut of [1, 2, 3, 4, 10])
      expectRefusal(await verify(altered(joined(lines.slice(0, -cut)))), "E-LOG-OPEN");
  });

  it("that is something else, or not there", async () => {
    const folder = temporaryFolder();
    for (const place of [folder, join(folder, CANARY), join(record, CANARY)])
      expectRefusal(await verify(place), "E-LOG-MISSING");
    const large = altered("");
    truncateSync(large, 2 ** 31);
    const ended = await verify(large);
    expectRefusal(ended, "E-LOG-SIZE");
    expect(ended.seconds).toBeLessThan(5);
    expect(codeIn(await verify(altered(Buffer.alloc(600))))).toMatch(/^E-LOG-/);
    expect(codeIn(await verify(activation.domain))).toMatch(/^E-LOG-/);
    mkdirSync(join(folder, "record.jsonl"));
    expectRefusal(await verify(folder), "E-FILE-KIND");
    if (process.platform === "win32") return;
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    expectRefusal(await verify(pipe), "E-FILE-KIND");
  });

  it("and the file stays as it is", async () => {
    const path = join(temporaryFolder(), "record.jsonl");
    cpSync(record, path);
    writeFileSync(path, lines.join("\n"));
    const before = readFileSync(path);
    expectRefusal(await verify(path), "E-LOG-TORN");
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

/** The code of a refusal, which must be one of the record's. */
function codeIn({ code, errors }: Ended): string {
  const [, found = ""] = /^(E-LOG-[A-Z]+): /.exec(errors) ?? [];
  expect({ code, errors, isCoded: found !== "" }).toMatchObject({ code: 1, isCoded: true });
  return found;
}
