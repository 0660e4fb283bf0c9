// Answers for proofs, read by this station itself: signed in as for ceremonies.
import { setTimeout } from "node:timers/promises";
import { utf8 } from "../../../crypto/index.ts";
import type { CheckName, Plan, Read } from "../../deployment/deployment.ts";
import { optional, usage, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import { fault } from "../shared/faults.ts";
import type { AzureReader } from "../../hsm/azure/azure-reader.ts";
import { readerConnection } from "../hsm/connection.ts";
import { QuietWatch, TOLD_EVERY } from "../../hsm/quiet.ts";
import type { Voice } from "../shared/outcome.ts";
import { shown } from "../shared/shown.ts";

/** What was read, by its file's name; and what was not, with the code of the reason. */
export interface ReadAnswers {
  readonly answers: ReadonlyMap<string, Uint8Array>;
  readonly unread: readonly { readonly file: string; readonly why: string }[];
}

export const NOTHING_READ: ReadAnswers = { answers: new Map(), unread: [] };

/** What was not read, as lines for people. */
export const unreadLines = ({ unread }: ReadAnswers): readonly string[] =>
  unread.length === 0
    ? []
    : [
        "",
        "Not read, because it is not there (E-HSM-NONE) or for the reason of the code:",
        ...unread.map(({ file, why }) => `  ${shown(file)}: ${why}`),
      ];

/** What could not be read: whether there is an answer is unknown. */
export const notRead = ({ unread }: ReadAnswers): number =>
  unread.filter(({ why }) => why !== "E-HSM-NONE").length;

/** Whether the command line says whom to ask. */
export const asksAzure = (given: Given): boolean =>
  ["--site", "--hsm-url"].some((flag) => optional(given, flag) !== null);

/** One reading: asks questions, and keeps what is answered. */
interface Asking {
  readonly station: AzureReader;
  readonly answers: Map<string, Uint8Array>;
  readonly ask: (reads: readonly Read[]) => Promise<void>;
}

/**
 * Asks Azure what `work` asks. A missing answer, or one that the person signed in may not read, is not a fault.
 * @param hosts the hosts of the HSMs that may be asked, in a cloud's domain
 * @throws Fault E-USAGE, E-FILE-*, E-HSM-SITE, E-SIGN-IN, E-AZURE-READER, E-AUTH-*
 */
async function asking(
  given: Given,
  voice: Voice,
  hosts: (domain: string) => readonly string[],
  work: (asking: Asking) => Promise<void>,
): Promise<ReadAnswers> {
  const connection = await readerConnection(given, voice);
  const { azureReader } = await reader();
  const answers = new Map<string, Uint8Array>();
  const unread: { file: string; why: string }[] = [];
  let asked = 0;
  const soFar = (): string =>
    `${String(answers.size + unread.length)} of ${String(asked)} answers are here.`;
  const watch = new QuietWatch();
  const tell = (): void => voice.progress(signOfLife(watch, soFar()));
  const station = azureReader({
    ...connection,
    hsms: hosts(connection.domain),
    wait: async (seconds) => {
      watch.putOff(seconds);
      tell();
      await setTimeout(seconds * 1000);
      watch.putOff(null);
    },
    signing: (isOn) => (isOn ? watch.rests() : watch.asked()),
  });
  const ask = async (reads: readonly Read[]): Promise<void> => {
    asked += reads.length;
    for (const { into, question } of reads) {
      watch.asked();
      const got = await station.read(question);
      if (got.answer === null) unread.push({ file: into, why: got.why });
      else answers.set(into, utf8(JSON.stringify(got.answer)));
    }
  };
  await telling(tell, () => work({ station, answers, ask }));
  return { answers, unread };
}

/** Reads what these checks need; what could not be read leaves its check open. @throws as `asking` */
export async function readFromAzure(
  given: Given,
  voice: Voice,
  plan: Plan,
  checks: readonly CheckName[],
): Promise<ReadAnswers> {
  const { hsmHosts, hostOf, readsOf } = await deployment();
  const { reads, byPeople } = readsOf(plan, checks);
  const box = optional(given, "--from");
  const own = byPeople.find(({ into }) => into === `reach-${box ?? ""}.json`);
  if (box !== null && !plan.jumpBoxes.some(({ name }) => name === box))
    throw usage("The flag --from needs the name of a jump box of the plan.");
  const hosts = (domain: string): readonly string[] => hsmHosts(plan, domain);
  return asking(given, voice, hosts, async ({ station, answers, ask }) => {
    await ask(reads);
    if (box === null || own === undefined) return;
    const reach = await station.reach(hostOf(plan.hsm), box, new Date());
    answers.set(own.into ?? "", utf8(JSON.stringify(reach)));
  });
}

/** Reads what exists around an HSM: lists of the subscription, and what is below them. @throws as `asking` */
export async function readExisting(
  given: Given,
  voice: Voice,
  subscription: string,
  hsm: string,
): Promise<ReadAnswers> {
  const { existingReads, hostIn, readAnswers } = await deployment();
  const hosts = (domain: string): readonly string[] => [hostIn({ name: hsm }, domain)];
  return asking(given, voice, hosts, async ({ answers, ask }) => {
    const asked = new Set<string>();
    for (;;) {
      const known = existingReads(subscription, hsm, readAnswers([...answers.values()]));
      const next = known.filter(({ into }) => !asked.has(into));
      if (next.length === 0) return;
      for (const { into } of next) asked.add(into);
      await ask(next);
    }
  });
}

/** The state of a reading, and why it makes no progress. */
export function signOfLife({ view }: Pick<QuietWatch, "view">, soFar: string): string {
  if (view === null) return `Reading Azure: ${soFar}`;
  const seconds = `${String(view.seconds)} seconds`;
  return view.why === "put-off"
    ? `Azure asks to wait: the question is sent again in ${seconds}; ${soFar}`
    : `Azure has not answered for ${seconds}; ${soFar}`;
}

/** Reports regularly while this works, however long one of its questions takes. */
export async function telling(tell: () => void, work: () => Promise<void>): Promise<void> {
  const timer = setInterval(tell, TOLD_EVERY * 1000);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}

/** A file beside this one, which an offline station does not need. @throws Fault E-AZURE-READER */
async function reader() {
  try {
    return await import("../../hsm/azure/azure-reader.ts");
  } catch {
    throw fault("E-AZURE-READER");
  }
}
