// `sd timestamp` on a closed record: what leaves the station, what is kept, and what `sd verify` then says. The
// authorities' answers are of today's clock, so that `sd verify`, which has no --at, finds them valid.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readRequest, sha256Hex } from "../../crypto/index.ts";
import {
  certificatesOf,
  makeAnswer,
  makeTestAuthority,
  type TestAuthority,
} from "../../crypto/timestamp-maker.fixture.ts";
import { after, ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { copyOf, sealed } from "../meaning/drafts.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { expectRefusal, sd, sdJson, temporaryFolder } from "./program.fixture.ts";

const LANDED = fileURLToPath(new URL("../../e2e/landed/1-activation.jsonl", import.meta.url));
const DAY = ["--at", "2027-01-01"] as const;
const [contoso, fabrikam] = [makeTestAuthority("Contoso"), makeTestAuthority("Fabrikam")];

interface Room {
  readonly folder: string;
  readonly record: string;
  readonly pems: readonly string[];
}

function room(): Room {
  const folder = temporaryFolder();
  const record = join(folder, "record.jsonl");
  cpSync(LANDED, record);
  const pems = [contoso, fabrikam].map(({ root }, i) => {
    const path = join(folder, `root-${String(i)}.pem`);
    writeFileSync(path, root.pem);
    return path;
  });
  return { folder, record, pems };
}

/** The answer of an authority to a request in a file, in a file. */
function answered(query: string, by: TestAuthority, at: string): string {
  const asked = readRequest(new Uint8Array(readFileSync(query)));
  if (asked === null) throw new Error("no request");
  const answer = makeAnswer(by.signer, asked.imprint, {
    at,
    imprintHash: asked.hash,
    nonce: new Uint8Array(Buffer.from(asked.nonce ?? "", "hex")),
    certificates: certificatesOf(by),
  });
  const path = query.replace(/\.tsq$/, `-${by.root.name.slice(0, 1)}.tsr`);
  writeFileSync(path, answer);
  return path;
}

it("asks for the head alone, keeps what two authorities answer, and says since when", async () => {
  const { folder, record, pems } = room();
  const authorities = ["--authority", ...pems];
  const query = join(folder, "head.tsq");
  const head = JSON.parse(readFileSync(record, "utf8").trimEnd().split("\n").at(-1) ?? "") as {
    hash: string;
  };
  const asked = await sdJson(["timestamp", "request", record, "--out", query]);
  expect([asked.code, asked.result["imprint"]]).toEqual([0, head.hash]);
  expectRefusal(await sd(["timestamp", "request", record, "--out", query]), "E-FILE-EXISTS");

  const none = await sd(["verify", record, ...authorities, "--stamped"]);
  expect([none.code, none.out]).toEqual([
    3,
    expect.stringContaining("No time from outside: nothing"),
  ]);

  // What a killed run left is removed by the next.
  mkdirSync(join(folder, "stamps"));
  writeFileSync(join(folder, "stamps", ".1-1.tsr.0123456789ab.part"), "");
  for (const [n, by] of [contoso, fabrikam].entries()) {
    const answer = answered(query, by, `2026-11-30T0${String(n + 1)}:00:00Z`);
    const words = ["timestamp", "add", record, answer, ...authorities, "--query", query];
    expect((await sd(words)).out).toContain(
      `Kept beside the record: stamps/1-${String(n + 1)}.tsr.`,
    );
    expect((await sd(words)).out).toContain("It is there already");
  }
  expect(readdirSync(join(folder, "stamps"))).toEqual(["1-1.tsr", "1-2.tsr"]);

  const verified = await sd(["verify", record, ...authorities, "--stamped"]);
  expect([verified.code, verified.out]).toEqual([
    0,
    expect.stringContaining(
      "It existed at the latest on 2026-11-30T01:00:00Z, by Contoso Root (1-1.tsr).\n"
        + "It existed at the latest on 2026-11-30T02:00:00Z, by Fabrikam Root (1-2.tsr).",
    ),
  ]);
  const unasked = await sd(["verify", record]);
  expect([unasked.code, unasked.out]).toEqual([
    0,
    expect.stringContaining("No time from outside: its 2 timestamps were not checked"),
  ]);
});

it("trusts the two authorities of a site file, where none is given", async () => {
  const { folder, record, pems } = room();
  const [query, site] = [join(folder, "head.tsq"), join(folder, "site.json")];
  const timestamps = [{ certificate: "root-0.pem", url: "http://tsa.contoso.example" }];
  writeFileSync(
    site,
    JSON.stringify({ timestamps: [...timestamps, { certificate: "root-1.pem" }] }),
  );
  await sd(["timestamp", "request", record, "--out", query]);
  for (const [n, by] of [contoso, fabrikam].entries()) {
    const answer = answered(query, by, `2026-11-30T0${String(n + 1)}:00:00Z`);
    expect((await sd(["timestamp", "add", record, answer, "--site", site])).code).toBe(0);
  }
  expect((await sd(["timestamp", "verify", record, "--site", site, ...DAY])).code).toBe(0);
  const verified = await sd(["verify", record, "--site", site, "--stamped"]);
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining("by Fabrikam Root")]);
  const given = await sd(["verify", record, "--site", site, "--authority", pems[0] ?? ""]);
  expect(given.out).toContain("1-2.tsr shows no time: E-STAMP-UNTRUSTED");
  writeFileSync(site, JSON.stringify({ timestamps }));
  expectRefusal(await sd(["verify", record, "--site", site]), "E-HSM-SITE");
});

it("tells an earlier record that was stamped only after it was followed", async () => {
  const { folder, record, pems } = room();
  const next = fileURLToPath(new URL("../../e2e/landed/2-hand-off.jsonl", import.meta.url));
  const query = join(folder, "head.tsq");
  const authorities = ["--authority", pems[0] ?? ""];
  await sd(["timestamp", "request", record, "--out", query]);
  const words = ["verify", next, "--earlier", record, ...authorities];
  const none = await sd(words);
  expect([none.code, none.out]).toEqual([
    0,
    expect.stringContaining("NO TIME FROM OUTSIDE before"),
  ]);
  const opened = (
    JSON.parse(readFileSync(next, "utf8").split("\n")[0] ?? "") as { readonly at: string }
  ).at;
  const day = (days: number): string =>
    `${new Date(Date.parse(opened) + days * 86_400_000).toISOString().slice(0, 19)}Z`;
  await sd(["timestamp", "add", record, answered(query, contoso, day(1)), ...authorities]);
  const late = await sdJson([...words, "--anchored", "--stamped"]);
  const year: unknown = expect.objectContaining({ followed: opened, isInTime: false });
  expect([late.code, late.result["time"]]).toEqual([
    3,
    expect.objectContaining({ earlier: [year] }),
  ]);
  expect((await sd(words)).out).toContain("STAMPED ONLY AT ");
  await sd(["timestamp", "add", record, answered(query, contoso, day(-1)), ...authorities]);
  const fine = await sd(words);
  expect(fine.out).not.toMatch(/STAMPED ONLY|NO TIME FROM OUTSIDE before/);
});

it("B204 tells a timestamp that a later record names, and that is gone", async () => {
  const { folder, pems } = room();
  const pool = makePool();
  const earlier = ceremonyOf("activation", pool, 1);
  const places = ["before", "next"].map((name) => join(folder, name, "record.jsonl"));
  const [before = "", next = ""] = places;
  for (const place of places) mkdirSync(dirname(place));
  writeFileSync(before, earlier.record);
  const copy = copyOf(ceremonyOf("hand-off", pool, 2, { before: after(earlier) }));
  const opened = copy.drafts[0]!;
  const [query, authorities] = [join(folder, "head.tsq"), ["--authority", pems[0] ?? ""]];
  const stamp = async (record: string, days: number): Promise<string> => {
    await sd(["timestamp", "request", record, "--out", query]);
    const at = `${new Date(opened.at + days * 86_400_000).toISOString().slice(0, 19)}Z`;
    const answer = answered(query, contoso, at);
    expect((await sd(["timestamp", "add", record, answer, ...authorities])).code).toBe(0);
    rmSync(query);
    return sha256Hex(new Uint8Array(readFileSync(answer)));
  };
  const shas = [await stamp(before, -2), await stamp(before, -1)];
  const named = shas.map((sha256) => ({ sha256, authority: "Contoso", time: "" }));
  Object.assign(opened.data, { stamps: named });
  writeFileSync(next, sealed(copy));
  await stamp(next, 1);
  const words = ["verify", next, "--earlier", before, ...authorities, "--stamped", "--anchored"];
  const years = async () => (await sdJson(words)).result["time"] as { earlier: unknown };
  expect((await years()).earlier).toMatchObject([{ isInTime: true, missing: 0 }]);
  rmSync(join(folder, "before", "stamps", "1-1.tsr"));
  expect((await years()).earlier).toMatchObject([{ isInTime: true, missing: 1 }]);
  const { code, out } = await sd(words);
  expect([code, out]).toEqual([
    3,
    expect.stringContaining("1 TIMESTAMP NOT BESIDE IT, which the record names that continues it"),
  ]);
});

it("renews, and verifies the chain on a later day; what was renewed may not be added to", async () => {
  const { folder, record, pems } = room();
  const authorities = ["--authority", pems[0] ?? ""];
  const [query, renewal] = [join(folder, "head.tsq"), join(folder, "renewal.tsq")];
  expectRefusal(await sd(["timestamp", "renew", record, "--out", renewal]), "E-STAMP-NONE");
  await sd(["timestamp", "request", record, "--out", query]);
  const late = answered(query, contoso, "2026-11-30T02:00:00Z");
  const lateBytes = readFileSync(late);
  const answer = answered(query, contoso, "2026-11-30T01:00:00Z");
  await sd(["timestamp", "add", record, answer, ...authorities]);
  await sd(["timestamp", "renew", record, "--out", renewal]);
  const renewed = answered(renewal, contoso, "2026-12-30T01:00:00Z");
  await sd(["timestamp", "add", record, renewed, ...authorities, "--query", renewal]);
  const { code, result } = await sdJson(["timestamp", "verify", record, ...authorities, ...DAY]);
  expect([code, result["witnessed"]]).toEqual([
    0,
    [
      expect.objectContaining({ file: "1-1.tsr", whole: true, latest: "2026-11-30T01:00:00Z" }),
      expect.objectContaining({ file: "2-1.tsr", whole: true, latest: "2026-12-30T01:00:00Z" }),
    ],
  ]);
  writeFileSync(late, lateBytes);
  expectRefusal(await sd(["timestamp", "add", record, late, ...authorities]), "E-STAMP-LATE");
  const other = await sdJson(["timestamp", "verify", record, "--authority", ...pems, ...DAY]);
  expect(other.code).toBe(3);
});

it("keeps nothing that does not verify", async () => {
  const { folder, record, pems } = room();
  const [own, foreign] = pems.map((pem) => ["--authority", pem]);
  const query = join(folder, "head.tsq");
  await sd(["timestamp", "request", record, "--out", query]);
  const answer = answered(query, contoso, "2026-11-30T01:00:00Z");
  const add = (file: string, ...more: readonly string[]) =>
    sd(["timestamp", "add", record, file, ...more]);
  expectRefusal(await add(answer, ...(foreign ?? [])), "E-STAMP-UNTRUSTED");
  expectRefusal(await add(query, ...(own ?? [])), "E-STAMP-SHAPE");
  expectRefusal(await add(answer, ...(own ?? []), "--query", record), "E-STAMP-QUERY");
  expectRefusal(await add(answer), "E-USAGE", 2);
  const signer = join(folder, "signer.pem");
  writeFileSync(signer, contoso.signer.pem);
  expectRefusal(await add(answer, "--authority", signer), "E-STAMP-AUTHORITY");
  expectRefusal(await sd(["verify", record, "--stamped"]), "E-USAGE", 2);
  expect(existsSync(join(folder, "stamps"))).toBe(false);
  // Put there by hand, it is named, and refuses no record.
  mkdirSync(join(folder, "stamps"));
  cpSync(answer, join(folder, "stamps", "1-1.tsr"));
  const verified = await sd(["verify", record, ...(foreign ?? [])]);
  expect([verified.code, verified.out]).toEqual([
    0,
    expect.stringContaining("1-1.tsr shows no time: E-STAMP-UNTRUSTED"),
  ]);
  const refused = await sd(["timestamp", "verify", record, ...(foreign ?? []), ...DAY]);
  expect([refused.code, refused.errors]).toEqual([
    1,
    expect.stringContaining("E-STAMP-UNTRUSTED: "),
  ]);
});

it("passes over what is no timestamp by its name, and a file that only has the folder's", async () => {
  const { folder, record } = room();
  const stamps = join(folder, "stamps");
  writeFileSync(stamps, "Collected since 1987");
  expect((await sd(["verify", record])).out).toContain("No time from outside: nothing");
  rmSync(stamps);
  mkdirSync(stamps);
  for (let n = 0; n <= 500; n++) writeFileSync(join(stamps, `album-${String(n)}.tsr`), "");
  const verified = await sd(["verify", record]);
  expect([verified.code, verified.out]).toEqual([
    0,
    expect.stringContaining("No time from outside: nothing"),
  ]);
});

it("shows an authority's name in no other letters than plain ones", async () => {
  const { folder, record } = room();
  const strange = makeTestAuthority("Conto\u00dfo");
  const pem = join(folder, "strange.pem");
  writeFileSync(pem, strange.root.pem);
  const query = join(folder, "head.tsq");
  await sd(["timestamp", "request", record, "--out", query]);
  const answer = answered(query, strange, "2026-11-30T01:00:00Z");
  const added = await sdJson(["timestamp", "add", record, answer, "--authority", pem]);
  expect([added.code, added.result["authority"]]).toEqual([0, "Contoßo Root"]);
  const verified = await sdJson(["timestamp", "verify", record, "--authority", pem, ...DAY]);
  expect(verified.result["witnessed"]).toEqual([
    expect.objectContaining({ authority: "Contoßo Root" }),
  ]);
});
