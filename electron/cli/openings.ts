// Officers' openings on the command line: passphrases are asked for one after the other, then keys
// and shares are opened side by side, in this thread and in worker threads of the same program.
//
// The process is the vault of this one run: its threads end with the openings, it with the command.
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { Fault, isFault, type SecurityDomain, type Warning } from "../../crypto/index.ts";
import {
  isProtected, openKeyFile, openShare, takesLong, wipe, type OfficerShare,
} from "../../crypto/secret-half.ts";
import { asData, type FaultData } from "../pipe/pipe.ts";
import { usage } from "./arguments.ts";
import { fault } from "./faults.ts";
import type { OfficerFiles } from "./officer-files.ts";
import type { AskPassphrase } from "./passphrases.ts";

/** The word on the command line that makes a thread of this program open what it is given. */
export const OPENING_COMMAND = "opening-thread";

const WRONG_PASSPHRASE_MS = 1000;

interface Opening extends OfficerFiles {
  readonly passphrase: string;
}

/** What a thread is given: its own openings, and all certificates, to tell which are exchanged. */
interface Work {
  readonly domain: SecurityDomain;
  readonly openings: readonly Opening[];
  readonly neighbours: readonly { readonly n: number; readonly modulus: string }[];
}

type Outcome = { readonly n: number } & (
  | { readonly share: OfficerShare; readonly warnings: readonly Warning[] }
  | { readonly refused: FaultData }
);

/**
 * Opens every officer's share. What is refused is the first refusal in the officers' order.
 * @param warn is told of each key's warnings, in the officers' order
 * @throws Fault E-KEY-*, E-CERT-EXCHANGED, E-JWE-*, E-SHARE-*, E-PASS-*, E-DOUBLE-ENTRY
 */
export async function openShares(
  domain: SecurityDomain,
  officers: readonly OfficerFiles[],
  ask: AskPassphrase,
  warn: (warning: Warning) => void,
): Promise<readonly OfficerShare[]> {
  // All keys are judged by their form before anybody types; threads start meanwhile.
  const slow = officers.filter(isSlow).length;
  const threads = Array.from({ length: Math.min(slow, availableParallelism()) - 1 }, startThread);
  const outcomes = await asked(officers, ask)
    .then((openings) => openAll(domain, openings, threads))
    .finally(() => Promise.all(threads.map(({ end }) => end())));
  const shares: OfficerShare[] = [];
  for (const { n } of officers) {
    const outcome = outcomes.find((one) => one.n === n);
    if (outcome === undefined) throw fault("E-BUG");
    if ("refused" in outcome) throw await refusalOf(outcome.refused);
    for (const { code, message } of outcome.warnings)
      warn({ code, message: `Key ${String(n)}: ${message}` });
    shares.push(outcome.share);
  }
  return shares;
}

/** Does what this thread is given, once. @throws Fault E-USAGE */
export function runOpeningThread(): void {
  if (isMainThread || parentPort === null) throw usage("There is no such command.");
  const port = parentPort;
  port.once("message", (work: Work) => {
    port.postMessage(outcomesOf(work));
  });
}

/** One passphrase after the other, for the keys that have one. */
async function asked(
  officers: readonly OfficerFiles[], ask: AskPassphrase,
): Promise<readonly Opening[]> {
  const openings: Opening[] = [];
  for (const officer of officers)
    openings.push({ ...officer, passphrase: isProtected(officer.key) ? await ask(officer.n) : "" });
  return openings;
}

/**
 * A thread takes about 60 ms to start, 600,000 rounds 120 and more: another one is started for each
 * slow key beyond the first while there are cores, and for keys without such protection never.
 * @throws Fault E-KEY-* of the key file's form
 */
const isSlow = ({ key }: OfficerFiles): boolean => isProtected(key) && takesLong(key);

/** Deals the openings out, slow ones first, among this thread and the others. */
async function openAll(
  domain: SecurityDomain, openings: readonly Opening[], threads: readonly Thread[],
): Promise<readonly Outcome[]> {
  const neighbours = openings.map(({ n, certificate }) => ({ n, modulus: certificate.modulus }));
  const inTurn = [...openings].sort((a, b) => Number(isSlow(b)) - Number(isSlow(a)));
  const partOf = (hand: number): Work => ({
    domain, neighbours,
    openings: inTurn.filter((_, i) => i % (threads.length + 1) === hand),
  });
  const answers = threads.map(({ open }, i) => open(partOf(i + 1)));
  const own = outcomesOf(partOf(0));
  return [...own, ...(await Promise.all(answers)).flat()];
}

interface Thread {
  readonly open: (work: Work) => Promise<readonly Outcome[]>;
  readonly end: () => Promise<unknown>;
}

/** Starts a thread of this very program. */
function startThread(): Thread {
  const worker = new Worker(resolve(process.argv[1] ?? ""), {
    argv: [OPENING_COMMAND], execArgv: [],
  });
  const answer = new Promise<readonly Outcome[]>((answered, failed) => {
    worker.once("message", answered);
    for (const event of ["error", "exit"]) worker.once(event, () => {
      failed(fault("E-BUG"));
    });
  });
  // It may end before anybody waits for it: while passphrases are asked for, or this thread works.
  answer.catch(() => undefined);
  return {
    open: (work) => {
      worker.postMessage(work);
      return answer;
    },
    end: () => worker.terminate(),
  };
}

function outcomesOf({ domain, openings, neighbours }: Work): readonly Outcome[] {
  return openings.map(({ n, key, certificate, passphrase }) => {
    try {
      const opened = openKeyFile(key, certificate, passphrase, n, neighbours);
      const share = openShare(domain, opened, certificate, n);
      wipe(opened.pkcs8);
      return { n, share, warnings: opened.warnings };
    } catch (error) {
      return { n, refused: isFault(error) ? asData(error) : asData(fault("E-BUG")) };
    }
  });
}

/** Guessing stays slow: a wrong passphrase costs a second. */
async function refusalOf({ code, message, next }: FaultData): Promise<Fault> {
  if (code === "E-KEY-PASSPHRASE")
    await new Promise((done) => setTimeout(done, WRONG_PASSPHRASE_MS));
  return new Fault(code, message, next);
}
