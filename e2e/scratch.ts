import { writeFileSync } from "node:fs";
import { makePool } from "../electron/meaning/pool.fixture.ts";
import { chanceCase, honestCases, lyingCases } from "./stranger/happen.fixture.ts";
import { damagedCases } from "./stranger/cases.fixture.ts";
import { readFileSync } from "node:fs";
import { ownOpinion } from "./stranger/opinions.fixture.ts";
import { spawnSync } from "node:child_process";
const pool = makePool();
const seed = Number(process.env.SEED ?? 1), N = Number(process.env.N ?? 600), H = Number(process.env.H ?? 48);
const t0 = Date.now();
const honest = honestCases(pool, seed, H);
const rd = (n: string) => ({ name: n, record: new Uint8Array(readFileSync(n)) });
const dam = process.env.DAM ? damagedCases(["e2e/landed/2-hand-off.jsonl","electron/journal/vector.jsonl","electron/journal/vector-bound.jsonl"].map(rd)) : [];
const cases = [...dam, ...honest, ...(process.env.LIES ? lyingCases(pool) : []), ...Array.from({ length: N }, (_, i) => chanceCase(honest[i % H]!, seed * 100000 + i))];
const t1 = Date.now();
const r = spawnSync("python3", ["-B", "e2e/stranger"], { input: cases.map((c) => Buffer.from(c.record).toString("base64") + "\n").join(""), encoding: "utf8", maxBuffer: 1 << 28 });
if (r.stderr) console.log(r.stderr.slice(-3000));
const theirs = r.stdout.split("\n").filter(Boolean).map((l) => JSON.parse(l));
const t2 = Date.now();
let same = 0; const codes: Record<string, number> = {};
const k = (o: any) => JSON.stringify([o.verdict, o.code, o.at, o.other, o.closed === "signed" ? "signatures" : o.closed === "on-paper" ? "paper" : o.closed, o.unvouched]);
cases.forEach((c, i) => {
  const a = ownOpinion(c.record), b = theirs[i];
  const code = (a as any).code ?? "good"; codes[code] = (codes[code] ?? 0) + 1;
  if (b && k(a) === k(b)) same++;
  else { console.log(`${i} ${c.name}\n   ts ${k(a)}\n   py ${b && k(b)}`); writeFileSync(`/tmp/h/py-work/${i}.jsonl`, c.record); }
});
console.log(same, "of", cases.length, "same", JSON.stringify(codes), "gen", t1 - t0, "py", t2 - t1, "ts", Date.now() - t2);
