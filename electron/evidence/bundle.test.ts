// The contents of a bundle, and that its page says the same; every error in it has its code.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isFault, sha256Hex, utf8 } from "../../crypto/index.ts";
import { RecordMaker } from "../journal/record.fixture.ts";
import { drawing, makeBundle, makePool, relisted, resealed } from "./bundle.fixture.ts";
import { bundleOf, checkBundle, type Files } from "./bundle.ts";
import { certificatesIn } from "./contents.ts";
import { verifierProgram } from "./verifier.fixture.ts";

const PAGE = readFileSync(join(import.meta.dirname, "FORMAT.md"), "utf8");
const SCRIPT = utf8("script: example\n");
const blocks = (kind: string): readonly string[] =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${kind}\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, text = ""]) => text,
  );
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The code of the bundle's fault; "none" if it is valid. */
function codeOf(files: ReadonlyMap<string, Uint8Array | null>, head: string | null = null): string {
  try {
    checkBundle(files, head);
    return "none";
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code;
  }
}

function recordOf(...entries: readonly (readonly [string, Parameters<RecordMaker["add"]>[1]])[]) {
  const record = new RecordMaker();
  record.add("opened", { scriptSha256: sha256Hex(SCRIPT) });
  for (const [type, data] of entries) record.add(type, data);
  record.add("closing-on-paper", { present: ["administrator", "witness"], consent: {} });
  return record.bytes;
}

const made = makeBundle(makePool(), drawing(3));
const changed = (path: string, bytes: Uint8Array): Files => new Map(made.files).set(path, bytes);

describe("the worked example", () => {
  it("is a sound bundle, made from its record, its script and its paper", () => {
    const [[record = ""], [script = ""], [note = ""]] = ["jsonl", "yaml", "text"].map(blocks) as [
      readonly string[],
      readonly string[],
      readonly string[],
    ];
    const papers = [{ name: "note.txt", bytes: utf8(note) }];
    const files = bundleOf({ record: utf8(record), script: utf8(script), papers });
    const lists = ["not-included.sha256", "manifest.sha256"].map((path) => textOf(files.get(path)));
    expect(lists).toEqual(blocks("sums"));
    expect([...files.keys()].at(-1)).toBe("manifest.sha256");
    expect(checkBundle(files)).toMatchObject({ closedBy: "paper", entries: { length: 3 } });
  });
});

describe("a bundle", () => {
  it("contains each certificate of its record once, a second one of a name under a number", () => {
    const key = (certificate: string) => ({
      officer: "officer-1",
      certificate,
      signingCertificate: "S",
    });
    const files = bundleOf({
      papers: [],
      script: SCRIPT,
      record: recordOf(
        ["key-made", key("one")],
        ["key-made", key("two")],
        ["key-made", key("one")],
        ["signer-known", { officer: "../x", certificate: "S" }],
        ["signer-known", 7],
        ["exchange-key-fetched", { certificate: "E" }],
        ["signer-known", { officer: "officer-2", certificate: ["S"] }],
      ),
    });
    const held = [...files].filter(([path]) => path.startsWith("certificates/"));
    expect(held.map(([path, bytes]) => [path.slice(13), textOf(bytes)])).toEqual([
      ["officer-1-wrapping.cer", "one"],
      ["officer-1-signing.cer", "S"],
      ["officer-1-wrapping-2.cer", "two"],
      ["exchange.cer", "E"],
    ]);
    expect(codeOf(files)).toBe("none");
  });

  it("lists what it does not include: no file that it contains, no path that leaves a folder", () => {
    const file = (label: string, name: string, sha256: string) => ({ label, name, sha256 });
    const [a, b] = ["a".repeat(64), "b".repeat(64)];
    const files = bundleOf({
      papers: [],
      script: SCRIPT,
      record: recordOf(
        ["x", { files: [file("t", "n.json", b), file("t", "n.json", a), file("t", "n.json", b)] }],
        ["x", { media: [file("o", "m.key", a), "officer-1", file("t", ".hidden", a), 1] }],
        ["x", { files: [file("..", "n", a), file("t", "a/b", a), file("t", "n", "A".repeat(64))] }],
        ["x", { files: [file("t", "script.yaml", sha256Hex(SCRIPT))], media: "none" }],
      ),
    });
    expect(textOf(files.get("not-included.sha256"))).toBe(
      `${a}  o/m.key\n${a}  t/n.json\n${b}  t/n.json\n`,
    );
    expect(codeOf(files)).toBe("none");
  });

  it("is not made of a script that its record does not name, nor of a damaged record", () => {
    const make = (record: Uint8Array, script: Uint8Array) => () =>
      bundleOf({ record, script, papers: [] });
    expect(make(recordOf(), utf8("script: other\n"))).toThrow("not the one that the record names");
    expect(make(recordOf().slice(1), SCRIPT)).toThrow("Entry 0");
  });
});

describe("a bundle is refused", () => {
  it("that has something which is no plain file, too large a one, or too many", () => {
    expect(codeOf(new Map([...made.files, ["papers/link.pdf", null]]))).toBe("E-BUNDLE-KIND");
    const many = Array.from({ length: 500 }, (_, n) => [`papers/${n}.pdf`, SCRIPT] as const);
    expect(codeOf(new Map([...made.files, ...many]))).toBe("E-BUNDLE-FILES");
  });

  it("that is not whole, has a file too many, or a changed one", () => {
    for (const path of made.files.keys())
      expect(codeOf(new Map([...made.files].filter(([name]) => name !== path))), path).toBe(
        "E-BUNDLE-INCOMPLETE",
      );
    expect(codeOf(new Map())).toBe("E-BUNDLE-INCOMPLETE");
    expect(codeOf(changed("papers/more.pdf", SCRIPT))).toBe("E-BUNDLE-EXTRA");
    expect(codeOf(changed(".DS_Store", SCRIPT))).toBe("E-BUNDLE-EXTRA");
    expect(codeOf(changed("script.yaml", SCRIPT))).toBe("E-BUNDLE-HASH");
  });

  it("does not count timestamps, which its list does not name, for the app and for the page", async () => {
    const { judgeBundle } = verifierProgram();
    const page = async (files: Files): Promise<string> =>
      await judgeBundle(files, null, true).then(
        () => "none",
        (error: unknown) => (error as { code: string }).code,
      );
    const stamped = changed("stamps/1-1.tsr", SCRIPT);
    expect([codeOf(stamped), await page(stamped)]).toEqual(["none", "none"]);
    const listed = relisted(stamped);
    expect([codeOf(listed), await page(listed)]).toEqual([
      "E-BUNDLE-MANIFEST",
      "E-BUNDLE-MANIFEST",
    ]);
    for (const path of ["stamp/1-1.tsr", "stamps"]) {
      const files = changed(path, SCRIPT);
      expect([codeOf(files), await page(files)]).toEqual(["E-BUNDLE-EXTRA", "E-BUNDLE-EXTRA"]);
    }
  });

  it("whose lists are not as they must be, or name what may not be there", () => {
    const manifest = textOf(made.files.get("manifest.sha256"));
    for (const odd of [
      "",
      "\n",
      manifest.slice(0, -1),
      `${manifest}\n`,
      manifest.replaceAll("\n", "\r\n"),
      manifest.toUpperCase(),
      manifest.replace("  ", " *"),
      `\uFEFF${manifest}`,
      manifest.split("\n").toReversed().join("\n"),
    ])
      expect(codeOf(changed("manifest.sha256", utf8(odd))), odd).toBe("E-BUNDLE-MANIFEST");
    for (const path of ["papers/../x.pdf", "verifier.html", "papers/a/b.pdf", "certificates/A.cer"])
      expect(codeOf(relisted(changed(path, SCRIPT))), path).toBe("E-BUNDLE-MANIFEST");
  });

  it("whose script, certificates or list are not those of the record, all lists remade", () => {
    expect(codeOf(relisted(changed("script.yaml", SCRIPT)))).toBe("E-BUNDLE-SCRIPT");
    const [certificate = ""] = [...made.files.keys()].filter((path) => path.endsWith(".cer"));
    expect(codeOf(relisted(changed(certificate, SCRIPT)))).toBe("E-BUNDLE-CERTIFICATES");
    expect(codeOf(relisted(changed("certificates/more.cer", SCRIPT)))).toBe(
      "E-BUNDLE-CERTIFICATES",
    );
    const line = utf8(`${"a".repeat(64)}  transfer/more\n`);
    expect(codeOf(relisted(changed("not-included.sha256", line)))).toBe("E-BUNDLE-NOT-INCLUDED");
  });

  it("whose record is not closed, or does not end with the head that was read aloud", () => {
    expect(codeOf(resealed(made.files, made.lines.slice(0, -1)))).toBe("E-BUNDLE-OPEN");
    expect(codeOf(made.files, "a".repeat(64))).toBe("E-LOG-HEAD");
    expect(codeOf(made.files, "a few words")).toBe("E-HEAD-FORM");
    expect(codeOf(made.files, made.head)).toBe("none");
  });

  it("and the refusal never says what was in it", () => {
    const canary = "papers/canary-of-a-name.pdf";
    try {
      checkBundle(changed(canary, SCRIPT));
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain("canary");
    }
  });
});

it("a record with thousands of certificates has a file for each, in a moment", () => {
  const [many, hash] = [60_000, "0".repeat(64)];
  const entries = Array.from({ length: many }, (_, seq) => ({
    ...{ at: "", by: "app", station: "connected", seq, prev: hash, hash },
    ...{ type: "exchange-key-fetched", data: { certificate: `c${seq % (many - 1)}` } },
  }));
  const paths = [...certificatesIn(entries).keys()];
  expect(paths).toHaveLength(many - 1);
  expect(paths.slice(0, 2)).toEqual(["certificates/exchange.cer", "certificates/exchange-2.cer"]);
});
