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

/** Files and a quote under a new root; `certificate` is how the exchange key's certificate differs. */
export function makeCollateral(
  plan: Plan = {},
  form: QuoteForm = {},
  certificate: ExchangeForm = {},
): MadeCollateral {
  const made = spawnSync("python3", [MAKER, JSON.stringify(plan)], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  const { root, chain, leafKey, files } = JSON.parse(made.stdout) as {
    readonly root: string;
    readonly chain: string;
    readonly leafKey: string;
    readonly files: Readonly<Record<string, string>>;
  };
  const bytesOf = (base64 = "") => new Uint8Array(Buffer.from(base64, "base64"));
  const quote = makeQuote({ root, chain, leafKey: bytesOf(leafKey) }, key.spki, form);
  return {
    der: exchangeCertificate(key, { ...certificate, quotes: [quote] }),
    rootPem: root,
    root: rootIn(utf8(root)),
    file: (name) => bytesOf(files[name]),
  };
}
