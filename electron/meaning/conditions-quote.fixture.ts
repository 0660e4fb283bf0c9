// Lies that each break one condition of rule 71, on what an exchange key's quote and Intel's files say.
import type { Draft, DraftOf } from "./drafts.fixture.ts";
import {
  type Lie,
  Missing,
  OTHER,
  accepts,
  find,
  listOfLies,
  recoversInEarnest,
  withExchange,
} from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const CONDITIONS_OF_QUOTES = lies;

type Judged = DraftOf<"exchange-key-judged">["data"];
const judgedIn = (drafts: readonly Draft[]): Judged => find(drafts, "exchange-key-judged").data;

for (const [says, change] of [
  [
    "an enclave that could be debugged is attested when it comes",
    (drafts, pool) => {
      withExchange(drafts, pool.odd("debugged"));
      find(drafts, "exchange-key-fetched").data.verdict = "attested";
    },
  ],
  [
    "an enclave that could be debugged is told, and accepted",
    (drafts, pool) => {
      withExchange(drafts, pool.odd("debugged"));
    },
  ],
  [
    "an enclave that could be debugged passes that check",
    (drafts, pool) => {
      withExchange(drafts, pool.odd("debugged"));
      passes(drafts, "debug");
    },
  ],
  [
    "an unknown signer passes for known",
    (drafts, pool) => {
      withExchange(drafts, pool.odd("ofAnotherSigner"));
      passes(drafts, "signer");
    },
  ],
  [
    "an unknown signer is attested",
    (drafts, pool) => {
      withExchange(drafts, pool.odd("ofAnotherSigner"));
      judgedIn(drafts).verdict = "attested";
      accepts(drafts, true);
    },
  ],
  ["the key is another", (drafts) => (judgedIn(drafts).thumbprint = OTHER)],
  ["the enclave's signer is another", (drafts) => quoted(drafts, "mrsigner")],
  ["the enclave is another", (drafts) => quoted(drafts, "mrenclave")],
  ["the root is another", (drafts) => quoted(drafts, "root")],
  ["a check is there twice", (drafts) => judgedIn(drafts).held.push("self-signature")],
  ["a check passed and failed", (drafts) => judgedIn(drafts).failed.push("self-signature")],
  ["a check is left out", (drafts) => judgedIn(drafts).held.shift()],
  [
    "a check of the quote alone is left out",
    (drafts) => {
      const { held } = attested(drafts);
      held.splice(held.indexOf("debug"), 1);
    },
  ],
  [
    "a refusal was overruled that nobody accepted",
    (drafts) => (judgedIn(drafts).overruled = ["E-CERT-NAME"]),
  ],
  [
    "what was attested is not",
    (drafts) => {
      attested(drafts).verdict = "not-attested";
      accepts(drafts, false);
    },
  ],
  [
    "what has no quote is attested",
    (drafts) => {
      unattested(drafts).verdict = "attested";
      accepts(drafts, true);
    },
  ],
  ...(["qe-isv-svn", "isv-prod-id", "isv-svn"] as const).map(
    (check) =>
      [
        `${check} passed without a quote`,
        (drafts: Draft[]) => unattested(drafts).held.push(check),
      ] as const,
  ),
] as readonly (readonly [string, Lie["change"]])[])
  lie("E-MEAN-QUOTE", "recovery", says, change);

function quoted(drafts: readonly Draft[], member: "mrsigner" | "mrenclave" | "root"): void {
  const judged = attested(drafts);
  judged[member] = member === "root" ? "" : OTHER;
  if (member === "root") delete judged.collateral;
}
/** The one check that failed passes, so that the key is attested. */
function passes(drafts: readonly Draft[], check: Judged["held"][number]): void {
  const judged = judgedIn(drafts);
  judged.held.push(check);
  Object.assign(judged, { failed: [], verdict: "attested" });
  accepts(drafts, true);
}
function attested(drafts: readonly Draft[]): Judged {
  const judged = judgedIn(drafts);
  if (judged.verdict !== "attested") throw new Missing();
  return judged;
}
function unattested(drafts: readonly Draft[]): Judged {
  const judged = judgedIn(drafts);
  if (judged.root !== "") throw new Missing();
  return judged;
}
/** Files of Intel's were brought, among them these two. */
function brought(drafts: readonly Draft[]) {
  const judged = attested(drafts);
  const { collateral } = judged;
  if (collateral?.levels.length !== 2) throw new Missing();
  return { judged, ...collateral };
}

for (const [says, change] of [
  [
    "none of Intel's files was brought",
    (judged) => (judged.collateral = { files: [], levels: [] }),
  ],
  [
    "a file answers for a key without a quote",
    (judged) => {
      judged.held.push("root-crl");
      judged.collateral = { files: [FILE], levels: [] };
    },
  ],
] as readonly (readonly [string, (judged: Judged) => unknown])[])
  lie("E-MEAN-QUOTE", "recovery", `it was checked by Intel's files: ${says}`, (drafts) => {
    const judged = says.startsWith("a file") ? unattested(drafts) : attested(drafts);
    if (judged.collateral !== undefined) throw new Missing();
    change(judged);
  });
const [issued, next] = ["2026-03-01T00:00:00.000Z", "2026-03-31T00:00:00.000Z"];
const FILE = { file: "root CRL", sha256: OTHER, issued, next } as const;

for (const [says, change] of [
  ["a file twice", ({ files }) => files.push({ ...files[0]!, sha256: OTHER })],
  ["a level twice", ({ levels }) => levels.push(levels[0]!)],
  ["a check less", ({ judged: { held } }) => held.splice(held.indexOf("qe-match"), 1)],
  ["no level of the platform", ({ levels }) => levels.shift()],
  ["no level of the quoting enclave", ({ levels }) => levels.pop()],
  ["a level out of date that passed", ({ levels }) => (levels[1]!.status = "OutOfDate")],
] as readonly (readonly [string, (all: ReturnType<typeof brought>) => unknown])[])
  lie("E-MEAN-QUOTE", "recovery", `Intel's files answer with ${says}`, (drafts) => {
    change(brought(drafts));
  });
lie("E-MEAN-QUOTE", "recovery", "a level is of a file that was not brought", (drafts) => {
  const { collateral } = attested(drafts);
  if (collateral === undefined || collateral.files.some(({ file }) => file === "QE identity"))
    throw new Missing();
  const level = { check: "qe-level", status: "UpToDate", date: issued, advisories: [] } as const;
  collateral.levels.push({ ...level, advisories: [] });
});
lie("E-MEAN-CERTIFICATE", "recovery", "what the HSM gave is no certificate", (drafts) => {
  find(drafts, "exchange-key-fetched").data.certificate = "another";
});
lie(
  "E-MEAN-QUOTE",
  "recovery-alone",
  "in earnest a quote ends at a root of our own",
  (drafts, pool) => {
    recoversInEarnest(drafts, pool, "quotedInEarnest");
  },
);
