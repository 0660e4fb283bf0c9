// Every way in which a bundle may be damaged, by chance or by someone who knows its format.
import { utf8 } from "../../crypto/index.ts";
import { hashOf, lineOf, readEntry, type Entry, type Unhashed } from "../journal/entry.ts";
import { RecordMaker, signatureOf, type Officer } from "../journal/record.fixture.ts";
import {
  close,
  makeBundle,
  oneOf,
  relisted,
  resealed,
  type Made,
  type Pool,
} from "./bundle.fixture.ts";
import type { Files } from "./bundle.ts";

type Draw = () => number;
type Damage = (made: Made, draw: Draw, pool: Pool) => Files;

const CERTIFICATE = /^certificates\//;

/** Each damage by its name. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  "a byte of any file is changed": ({ files }, draw) => {
    const [path, bytes] = oneOf(
      [...files].filter(([, { length }]) => length > 0),
      draw,
    );
    return new Map(files).set(path, changed(bytes, draw));
  },
  "a byte of the record is changed, and all lists anew": ({ files, lines }, draw) => {
    const n = Math.floor(draw() * lines.length);
    return resealed(
      files,
      lines.map((line, i) => (i === n ? changed(line, draw) : line)),
    );
  },
  "a byte is dropped": ({ files }, draw) => {
    const [path, bytes] = oneOf(
      [...files].filter(([, { length }]) => length > 0),
      draw,
    );
    const at = Math.floor(draw() * bytes.length);
    return new Map(files).set(
      path,
      bytes.filter((_, i) => i !== at),
    );
  },
  "an entry is dropped": ofLines((lines, n) => lines.filter((_, i) => i !== n)),
  "an entry is doubled": ofLines((lines, n) =>
    lines.flatMap((line, i) => (i === n ? [line, line] : [line])),
  ),
  "two entries are swapped": ofLines((lines, n) => {
    const k = n === 0 ? 1 : n - 1;
    return lines.map((line, i) => (i === n ? lines[k]! : i === k ? lines[n]! : line));
  }),
  "an entry is inserted": ofLines((lines, n, draw, pool) =>
    lines.toSpliced(n, 0, oneOf(makeBundle(pool, draw).lines, draw)),
  ),
  "the end is cut": ofLines((lines, n) => lines.slice(0, Math.max(1, n))),
  "an entry is dropped, and all hashes anew": ofEntries((entries, n) =>
    entries.filter((_, i) => i !== n),
  ),
  "an entry is changed, and all hashes anew": ofEntries((entries, n) =>
    entries.map((entry, i) => (i === n ? { ...entry, by: "somebody" } : entry)),
  ),
  "a certificate in the record is exchanged, and all hashes anew": ofEntries((entries, _, pool) => {
    const texts = pool.officers.map(({ certificate }) => JSON.stringify(certificate.pem));
    const other = JSON.stringify(pool.strangers[0]?.certificate.pem ?? "");
    return entries.map((entry) => ({
      ...entry,
      data: JSON.parse(
        texts.reduce((text, pem) => text.replace(pem, other), JSON.stringify(entry.data)),
      ) as Entry["data"],
    }));
  }),
  "a signature is anew by another's key": ofEntries((entries, _, pool, draw) => {
    const forged = oneOf(pool.strangers, draw);
    // A record that was closed on paper has none: there its end is changed.
    if (!entries.some(({ type }) => type === "signed"))
      return entries.map((entry, i) => (i > 0 ? { ...entry, by: forged.officer } : entry));
    return entries.map((entry) =>
      entry.type === "signed" ? { ...entry, data: asSigned(entry, forged, draw) } : entry,
    );
  }),
  "an act's signature is removed, and all hashes anew": ofActs((entries, n) =>
    entries.filter((_, i) => i !== n),
  ),
  "an act's signature is anew by another's key, and all hashes": ofActs((entries, n, pool, draw) =>
    entries.map((entry, i) =>
      i === n ? { ...entry, data: asSigned(entry, oneOf(pool.strangers, draw), draw) } : entry,
    ),
  ),
  "an act's signature is doubled, and all hashes anew": ofActs((entries, n) =>
    entries.flatMap((entry, i) => (i === n ? [entry, entry] : [entry])),
  ),
  "an act's signature is moved, and all hashes anew": ofActs((entries, n, _, draw) => {
    const rest = entries.filter((_, i) => i !== n);
    const to = 1 + Math.floor(draw() * (rest.length - 1));
    return rest.toSpliced(to === n ? 1 : to, 0, entries[n]!);
  }),
  "all is written anew by strangers": ({ files, lines }, _, pool) => {
    const record = new RecordMaker();
    record.add("opened", readEntry((lines[0] ?? new Uint8Array()).subarray(0, -1), 0).data);
    for (const {
      officer,
      certificate: { pem },
    } of pool.strangers)
      record.add("signer-known", { officer, certificate: pem });
    close(record, pool.strangers);
    return resealed(files, record.lines);
  },
  "a certificate's file is another's": ({ files }, draw, pool) =>
    withOne(files, CERTIFICATE, draw, () => utf8(pool.strangers[0]?.certificate.pem ?? "")),
  "a certificate's file is another's, and the list anew": ({ files }, draw, pool) =>
    relisted(
      withOne(files, CERTIFICATE, draw, () => utf8(pool.strangers[0]?.certificate.pem ?? "")),
    ),
  "the script is changed": ({ files }, draw) => withOne(files, /^script/, draw, changed),
  "the script is changed, and the list anew": ({ files }, draw) =>
    relisted(withOne(files, /^script/, draw, changed)),
  "a paper is changed": ({ files }, draw) => withOne(files, /^papers|^record/, draw, changed),
  "the list of what is not included is changed, and the list anew": ({ files }, draw) => {
    const list = files.get("not-included.sha256") ?? new Uint8Array();
    const more = utf8(`${"0".repeat(64)}  transfer/nothing\n`);
    return relisted(
      new Map(files).set(
        "not-included.sha256",
        list.length > 0 && draw() < 0.5
          ? list.slice(list.indexOf(10) + 1)
          : new Uint8Array([...more, ...list]),
      ),
    );
  },
  "a line of the manifest is dropped": ofManifest((lines, n) => lines.filter((_, i) => i !== n)),
  "a line of the manifest is doubled": ofManifest((lines, n) => lines.toSpliced(n, 0, lines[n]!)),
  "the manifest is in another order": ofManifest((lines) => lines.toReversed()),
  "the manifest names a file outside": ofManifest((lines) => [
    `${"0".repeat(64)}  ../secret`,
    ...lines,
  ]),
  "the manifest ends in spaces": ofManifest((lines) => [...lines, " "]),
  "the manifest is not there": ({ files }) => without(files, "manifest.sha256"),
  "a file is not there": ({ files }, draw) => without(files, oneOf([...files.keys()], draw)),
  "a file is too many": ({ files }, draw) =>
    new Map(files).set(
      oneOf(["certificates/officer-9-signing.cer", "papers/more.pdf", "verifier.html"], draw),
      utf8("more"),
    ),
  "a certificate is too many, and the list anew": ({ files }) =>
    relisted(new Map(files).set("certificates/officer-9-signing.cer", utf8("more"))),
};

function changed(bytes: Uint8Array, draw: Draw): Uint8Array {
  const at = Math.floor(draw() * bytes.length);
  const mask = 1 << Math.floor(draw() * 8);
  return bytes.map((byte, i) => (i === at ? byte ^ mask : byte));
}

function withOne(
  files: Files,
  path: RegExp,
  draw: Draw,
  change: (bytes: Uint8Array, draw: Draw) => Uint8Array,
): Files {
  const [name, bytes] = oneOf(
    [...files].filter(([name]) => path.test(name)),
    draw,
  );
  return new Map(files).set(name, change(bytes, draw));
}

const without = (files: Files, path: string): Files =>
  new Map([...files].filter(([name]) => name !== path));

type Lines = readonly Uint8Array[];

/** A damage to the record's lines; every second time the lists are made again as well. */
function ofLines(change: (lines: Lines, n: number, draw: Draw, pool: Pool) => Lines): Damage {
  return ({ files, lines }, draw, pool) => {
    const after = change(lines, Math.floor(draw() * lines.length), draw, pool);
    if (draw() < 0.5) return resealed(files, after);
    return new Map(files).set("record.jsonl", new Uint8Array(Buffer.concat([...after])));
  };
}

/** A damage to the entries, after which seq, prev, hash and all lists are made again. */
function ofEntries(
  change: (entries: readonly Entry[], n: number, pool: Pool, draw: Draw) => readonly Unhashed[],
): Damage {
  return ({ files, lines }, draw, pool) => {
    const entries = lines.map((line, n) => readEntry(line.subarray(0, -1), n));
    const after: Uint8Array[] = [];
    let prev = entries[0]?.prev ?? "";
    change(entries, Math.floor(draw() * entries.length), pool, draw).forEach((entry, seq) => {
      const { at, by, data, station, type } = entry;
      const anew = { at, by, data, prev, seq, station, type };
      after.push(lineOf(anew));
      prev = hashOf(anew);
    });
    return resealed(files, after);
  };
}

/**
 * A damage to one signature over an act; a record without any is changed in its second entry.
 */
function ofActs(
  change: (entries: readonly Entry[], n: number, pool: Pool, draw: Draw) => readonly Unhashed[],
): Damage {
  return ofEntries((entries, _, pool, draw) => {
    const acts = entries.filter(({ type }) => type === "act-signing").map(({ hash }) => hash);
    const over = ({ data }: Entry) => (data as { readonly over?: string }).over ?? "";
    const signed = entries.filter((entry) => entry.type === "signed" && acts.includes(over(entry)));
    return signed.length > 0
      ? change(entries, oneOf(signed, draw).seq, pool, draw)
      : entries.map((entry, i) => (i === 1 ? { ...entry, by: "somebody" } : entry));
  });
}

/** Under its certificate, or under one that the record does not know. */
function asSigned({ data }: Entry, forged: Officer, draw: Draw): Entry["data"] {
  const { officer, over, certificate } = data as Readonly<Record<string, string>>;
  const signed = { ...signatureOf(forged, over ?? ""), officer: officer ?? "" };
  return draw() < 0.5 ? signed : { ...signed, certificate: certificate ?? "" };
}

function ofManifest(change: (lines: readonly string[], n: number) => readonly string[]): Damage {
  return ({ files }, draw) => {
    const lines = new TextDecoder().decode(files.get("manifest.sha256")).trimEnd().split("\n");
    const after = change(lines, Math.floor(draw() * lines.length));
    return new Map(files).set("manifest.sha256", utf8(after.map((line) => `${line}\n`).join("")));
  };
}
