// Collateral from the independent maker (`collateral-maker.fixture.py`), and an exchange key whose
// quote leads to the same root.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { rootIn } from "./attestation.ts";
import {
  enclaveKey,
  exchangeCertificate,
  type ExchangeForm,
} from "./exchange-certificate.fixture.ts";
import { utf8 } from "./bytes.ts";
import { makeQuote, type QuoteForm } from "./quote-maker.ts";

const MAKER = fileURLToPath(new URL("collateral-maker.fixture.py", import.meta.url));

/** Whether the maker cannot run here: it needs python3 with cryptography. */
export const noMaker =
  process.env["CI"] !== "true" && spawnSync("python3", ["-c", "import cryptography"]).status !== 0;

/** What is to differ; see the maker. */
export type Plan = Readonly<Record<string, unknown>>;

export interface MadeCollateral {
  /** The certificate of an exchange key, in DER. */
  readonly der: Uint8Array;
  /** The root in PEM, and its pin. */
  readonly rootPem: string;
  readonly root: string;
  readonly file: (name: string) => Uint8Array;
}

const key = enclaveKey();

/** What the maker prints: the quote's chain with its leaf's key, and the files, in base64. */
interface Printed {
  readonly root: string;
  readonly chain: string;
  readonly leafKey: string;
  readonly files: Readonly<Record<string, string>>;
}

/** By the plan. */
const printed = new Map<string, Printed>();

/** Makes the files of these plans at once: each start of the maker takes a fifth of a second. */
export function makeTogether(plans: readonly Plan[]): void {
  const made = spawnSync("python3", [MAKER, JSON.stringify(plans)], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  const lines = made.stdout.trim().split("\n");
  for (const [i, plan] of plans.entries())
    printed.set(JSON.stringify(plan), JSON.parse(lines[i] ?? "") as Printed);
}

function madeBy(plan: Plan): Printed {
  const text = JSON.stringify(plan);
  if (!printed.has(text)) makeTogether([plan]);
  const made = printed.get(text);
  if (made === undefined) throw new Error("the maker made nothing");
  return made;
}

/**
 * Files and a quote under a root of their own, the same for the same plan; `certificate` is how the
 * exchange key's certificate differs.
 */
export function makeCollateral(
  plan: Plan = {},
  form: QuoteForm = {},
  certificate: ExchangeForm = {},
): MadeCollateral {
  const { root, chain, leafKey, files } = madeBy(plan);
  const bytesOf = (base64 = "") => new Uint8Array(Buffer.from(base64, "base64"));
  const quote = makeQuote({ root, chain, leafKey: bytesOf(leafKey) }, key.spki, form);
  return {
    der: exchangeCertificate(key, { ...certificate, quotes: [quote] }),
    rootPem: root,
    root: rootIn(utf8(root)),
    file: (name) => bytesOf(files[name]),
  };
}
