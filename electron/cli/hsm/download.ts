// `sd hsm download`: the security domain, stored in two places before it is parsed or waited for.
import { realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import {
  checkOfficers,
  isFault,
  random,
  readSecurityDomain,
  sha256Hex,
  utf8,
  type Certificate,
  type Warning,
} from "../../../crypto/index.ts";
import {
  domainNameOf,
  fault as ceremonyFault,
  type FileOnMedium,
} from "../../ceremony/ceremony.ts";
import type { Hsm } from "../../hsm/hsm.ts";
import { readAnswer } from "../../hsm/download.ts";
import {
  checkMedium,
  checkNoSecrets,
  listFiles,
  mediumAt,
  setAsideAnswer,
  type Medium,
  type SearchHints,
} from "../../media/media.ts";
import { FILES } from "../../usecases/deps.ts";
import { checkNotActive, stillWaiting, untilDownloaded } from "../../usecases/hsm-wait.ts";
import { knownAnswers, type Keeping } from "../../usecases/answer-places.ts";
import { answerKept, domainKept, putOn, receiveAnswer } from "../../usecases/kept-answer.ts";
import { certificateOf, load } from "../../usecases/turn.ts";
import { numberOf, usage, type Given } from "../shared/arguments.ts";
import { fault } from "../shared/faults.ts";
import { readInput } from "../shared/files.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { spoken, wordsOf } from "../shared/spoken.ts";
import { connect, type Connection } from "./connection.ts";
import { waiting } from "./wait.ts";

const ONE_DISK: Warning = {
  code: "W-HSM-ONE-DISK",
  message: "Both folders are on one disk: if it is lost, both copies are.",
};

/**
 * Continues from wherever an interruption left it: an answer that is complete in a folder is never
 * requested again.
 * @throws Fault E-USAGE, E-FILE-*, E-CERT-*, E-MEDIA-*, E-HSM-*, E-ANSWER*, E-SD-*,
 * E-DOMAIN-OFFICERS
 */
export async function download(given: Given, voice: Voice): Promise<Outcome> {
  const connection = await connect(given, voice);
  const wait = waiting(given, voice);
  const { hsm } = connection;
  const name = domainNameOf(hsm.name);
  const asked = { ...officersIn(given, connection), name: FILES.answer(name) };
  const kept = spoolFor(hsm.name, asked);
  const media = mediaIn(given, connection, voice.warn, {
    certificates: asked.certificates.map(({ pem }) => pem),
    answers: knownAnswers(kept, asked.name),
  });
  const again = given.values.has("--again");
  const keeping = { ...kept, media };
  if (again) setAsideUnread(media, asked.name);
  let files = answerKept(keeping, asked.name);
  if (files === null) {
    await checkMaySend(hsm, again, () => untilDownloaded(wait, hsm, false));
    voice.tell("Asking the HSM for its security domain, once.");
    files = await receiveAnswer(hsm, asked, keeping, () =>
      voice.tell("The answer has arrived. It is read back from both folders."),
    );
  } else {
    voice.tell("The answer is here already: the HSM is not asked for it again.");
  }
  const answer = sha256In(files);
  voice.tell(`The answer is stored as it came: SHA-256 ${answer}.`);
  const bytes = domainKept(media, asked.name, answer) ?? new Uint8Array();
  const domain = sha256In(putOn(media, FILES.domain(name), bytes));
  voice.tell(`The security domain is written in both folders: ${FILES.domain(name)}.`);
  checkSame(bytes, asked);
  await untilDownloaded(wait, hsm, again);
  const activation = await hsm.activation();
  return {
    text: [
      `The HSM is ${activation}; its security domain names these officers and this quorum.`,
      `SHA-256: ${domain}`,
      `In words: ${wordsOf(domain)}`,
    ].join("\n"),
    data: { activation, answer: spoken(answer), domain: spoken(sha256Hex(bytes)) },
  };
}

/** With `--again` a person decided against an answer without a security domain. */
function setAsideUnread(media: readonly Medium[], name: string): void {
  for (const on of media.filter((one) => listFiles(one).includes(name))) {
    try {
      readAnswer(load(on, name));
    } catch (error) {
      if (!isFault(error) || error.code !== "E-HSM-BODY") throw error;
      setAsideAnswer(on, name);
    }
  }
}

interface Asked {
  readonly certificates: readonly Certificate[];
  readonly required: number;
}

/** @throws Fault E-USAGE, E-FILE-*, E-CERT-*, E-QUORUM-* */
function officersIn(given: Given, { mode }: Connection): Asked {
  const paths = given.values.get("--sd-wrapping-keys") ?? [];
  if (paths.length === 0) throw usage("The flag --sd-wrapping-keys is needed.");
  const certificates = paths.map((path, i) =>
    certificateOf({ mode }, readInput(path, `--sd-wrapping-keys (certificate ${String(i + 1)})`)),
  );
  const required = numberOf(given, "--sd-quorum", 2, 10);
  checkOfficers(certificates, required);
  return { certificates, required };
}

/**
 * Where this question's answer is on the own disk, until both folders have it, and what is known of
 * it later: another question's must never be mistaken for it.
 */
function spoolFor(name: string, { certificates, required }: Asked): Omit<Keeping, "media"> {
  const asked = [name, required, ...certificates.map(({ thumbprint }) => thumbprint).sort()];
  const key = sha256Hex(utf8(JSON.stringify(asked))).slice(0, 32);
  const folder = join(homedir(), ".security-domain-ceremony");
  return { spool: join(folder, "received", key), receipts: join(folder, "receipts", key) };
}

/** The two folders as media: different ones, writable, without any private key. */
function mediaIn(
  given: Given,
  { mode }: Connection,
  warn: Voice["warn"],
  hints: SearchHints,
): readonly Medium[] {
  const folders = given.values.get("--out") ?? [];
  if (folders.length !== 2) throw usage("The flag --out needs two folders: one for each copy.");
  const media = folders.map((folder, i) =>
    mediumAt(folder, { label: i === 0 ? "transfer" : "domain-copy", mode, random }),
  );
  const places = media.map(({ folder }) => realpathSync(folder));
  if (media[0]?.id === media[1]?.id || places[0] === places[1])
    throw usage("The flag --out needs two different folders.");
  const disks = places.map((folder) => statSync(folder, { bigint: true }).dev);
  if (disks[0] === disks[1]) warn(ONE_DISK);
  for (const medium of media) {
    checkMedium(medium, { mode });
    checkNoSecrets(medium, hints);
  }
  return media;
}

/**
 * With no answer in a folder the HSM decides: a waiting one is asked. For an active one, or one that is
 * becoming active, a person must have given `--again`: Azure then encrypts the same domain again.
 * @throws Fault E-HSM-ACTIVE, E-HSM-NOT-WAITING, E-HSM-AGAIN
 */
async function checkMaySend(
  hsm: Hsm,
  again: boolean,
  confirmed: () => Promise<unknown>,
): Promise<void> {
  if (await stillWaiting(hsm)) return;
  const activation = await hsm.activation();
  if (!again) {
    await checkNotActive(hsm, activation);
    throw fault("E-HSM-AGAIN");
  }
  if (activation === "NotActivated") await confirmed();
}

const sha256In = ([first]: readonly FileOnMedium[]): string => first?.sha256 ?? "";

/** The domain names exactly the requested officers. @throws Fault E-SD-*, E-DOMAIN-OFFICERS */
function checkSame(bytes: Uint8Array, { certificates, required }: Asked): void {
  const domain = readSecurityDomain(bytes);
  const names = (all: readonly { readonly thumbprint: string }[]): string =>
    all
      .map(({ thumbprint }) => thumbprint)
      .sort()
      .join();
  const same = names(domain.shares) === names(certificates) && domain.required === required;
  if (!same) throw ceremonyFault("E-DOMAIN-OFFICERS");
}
