// Reads Azure for a deployment's proofs: one resource or one list of Resource Manager by id and API
// version, one answer of an HSM by path, and the addresses of a name from here. It changes nothing.
import type { TokenCredential } from "@azure/core-auth";
import { bearerTokenAuthenticationPolicy } from "@azure/core-rest-pipeline";
import { keyVaultAuthenticationPolicy } from "@azure/keyvault-common";
import { isArray, isFault, LaterFault, type JsonObject } from "../../../crypto/index.ts";
import type { AzureAnswer, AzureQuestion } from "../remote-reader.ts";
import { addressesOf } from "./addresses.ts";
import { askObject } from "./ask.ts";
import type { Via } from "./connection.ts";
import { fault } from "../faults.ts";
import { sender, type Question, type Send } from "./request.ts";
import { itemsOf } from "./rest.ts";
import { allowedUrl } from "./allow-list.ts";

export type { AzureAnswer, AzureQuestion } from "../remote-reader.ts";

export interface AzureReaderOptions {
  /** Resource Manager's address, such as https://management.azure.com. */
  readonly arm: string;
  /** The domain of the HSMs. */
  readonly domain: string;
  /** Hosts of the HSMs that may be asked. */
  readonly hsms: readonly string[];
  readonly credential: TokenCredential;
  readonly caPem?: string | undefined;
  readonly via?: Via | undefined;
  /** Waits as long as Azure asks, in seconds, and shows it to people. */
  readonly wait: (seconds: number) => Promise<void>;
  /** Called when a token is requested, for which a person may have to sign in, and when it is there. */
  readonly signing?: (isOn: boolean) => void;
}

export interface AzureReader {
  /** Another reading begins: its time and its waits are counted from here. */
  readonly begin: () => void;
  /** The code says why nothing was read; after too long a reading, each is E-HSM-READING. */
  readonly read: (question: AzureQuestion) => Promise<AzureAnswer>;
  /** The addresses of an HSM's name from here, and the result of an authenticated read of it. */
  readonly reach: (host: string, from: string, now: Date) => Promise<JsonObject>;
}

const ANSWER_SECONDS = 60;
/** The size of the largest answer that a proof accepts. */
const LIMITS = { bytes: 16 * 1024 * 1024, seconds: 120 };
/** How often a question is asked that Azure postpones. */
const TRIES = 5;
/** The longest total wait of a reading for what Azure postpones. */
const WAIT_SECONDS = 600;
/** The longest time of a whole reading; a deployment of 83 questions takes a minute. */
const READING_MINUTES = 30;
/** After so many failures of one kind in a row, a host is no longer asked in this reading. */
const FAILURES = 3;
/** After these the next question to the same host fails as well. */
const LASTING = ["E-HSM-NET", "E-HSM-TLS", "E-HSM-TIMEOUT", "E-HSM-BODY", "E-HSM-LIST", "E-CLOCK"];

/** Sends nothing yet. @throws Fault E-HSM-HOST */
export function azureReader(options: AzureReaderOptions): AzureReader {
  const { arm, domain, hsms, caPem, via, wait, signing } = options;
  const armHost = allowedUrl(arm, [`${new URL(arm).hostname}:443`]).hostname;
  const allowHosts = [armHost, ...hsms].map((host) => `${host}:443`);
  let reading = newReading();
  // A reading's time limit must not hurry people who sign in.
  const credential: TokenCredential = {
    getToken: async (...asked) => {
      const began = performance.now();
      signing?.(true);
      try {
        return await options.credential.getToken(...asked);
      } finally {
        reading.leaveOut(performance.now() - began);
        signing?.(false);
      }
    },
  };
  const settings = {
    credential,
    allowHosts,
    caPem,
    answerSeconds: ANSWER_SECONDS,
    ...(via === undefined ? {} : { via }),
  };
  const toArm = sender({
    ...settings,
    authentication: (ours) =>
      bearerTokenAuthenticationPolicy({ credential: ours, scopes: `${arm}/.default` }),
  });
  // Each HSM has a challenge of its own.
  const toHsm = new Map<string, Send>();
  const sendTo = (host: string): Send => {
    const known =
      toHsm.get(host)
      ?? sender({ ...settings, authentication: (ours) => keyVaultAuthenticationPolicy(ours) });
    toHsm.set(host, known);
    return known;
  };
  return {
    begin: () => {
      reading = newReading();
    },
    read: (question) => {
      const url = urlOf(question, arm, domain);
      const send = question.of === "resource-manager" ? toArm : sendTo(new URL(url).hostname);
      const body = question.of === "resource-manager" ? question.body : undefined;
      const asked: Question =
        body === undefined
          ? { method: "GET", url, missing: "E-HSM-NONE" }
          : { method: "POST", url, body, missing: "E-HSM-NONE" };
      return reading.of(new URL(url).hostname, async () => {
        const got = await allPages((of) => patiently(of, reading, wait), send, asked, allowHosts);
        const { listOf } = question;
        return got.answer === null || listOf === undefined
          ? got
          : { answer: { ...got.answer, listOf } };
      });
    },
    reach: async (host, from, now) => {
      const addresses = await addressesOf(host);
      const url = `https://${host}/keys?api-version=7.5&maxresults=1`;
      const end = await answered(sendTo(host), url);
      return { reach: host, from, at: now.toISOString(), addresses: [...addresses], ...end };
    },
  };
}

const urlOf = (question: AzureQuestion, arm: string, domain: string): string =>
  question.of === "resource-manager"
    ? `${arm}${question.path}?api-version=${encodeURIComponent(question.version)}`
    : `https://${question.hsm}.${domain}/${question.path}?api-version=${encodeURIComponent(question.version)}`;

/** The state of one reading: its time, its waits, and who fails. */
interface Reading {
  readonly of: (host: string, read: () => Promise<AzureAnswer>) => Promise<AzureAnswer>;
  /** Whether it may wait this long, which is counted. */
  readonly mayWait: (seconds: number) => boolean;
  /** Milliseconds that do not count. */
  readonly leaveOut: (ms: number) => void;
  /** @throws Fault E-HSM-READING */
  readonly checkTime: () => void;
}

function newReading(): Reading {
  let began = performance.now();
  let waited = 0;
  const failing = new Map<string, { readonly why: string; readonly times: number }>();
  return {
    of: async (host, read) => {
      const known = failing.get(host);
      if (known !== undefined && known.times >= FAILURES) return { answer: null, why: known.why };
      const got = await read();
      if (got.answer === null && LASTING.includes(got.why))
        failing.set(host, { why: got.why, times: known?.why === got.why ? known.times + 1 : 1 });
      else failing.delete(host);
      return got;
    },
    mayWait: (seconds) => {
      if (waited + seconds > WAIT_SECONDS) return false;
      waited += seconds;
      return true;
    },
    leaveOut: (ms) => {
      began += ms;
    },
    checkTime: () => {
      if (performance.now() - began > READING_MINUTES * 60_000)
        throw fault("E-HSM-READING", { minutes: READING_MINUTES });
    },
  };
}

type Patiently = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;

/** Page after page; what Azure postpones is asked again after the time that it says. */
async function allPages(
  patiently: Patiently,
  send: Send,
  question: Question,
  allowHosts: readonly string[],
): Promise<AzureAnswer> {
  try {
    const first = await patiently(() => askObject(send, question, LIMITS));
    if (first === null) return { answer: null, why: "E-HSM-NONE" };
    const { value, nextLink } = first;
    if (value === undefined || !isArray(value) || typeof nextLink !== "string")
      return { answer: first };
    const items = [];
    const follow = async (link: string): Promise<JsonObject> => {
      const next: Question = { method: "GET", url: allowedUrl(link, allowHosts).href };
      return (await patiently(() => askObject(send, next, LIMITS))) ?? {};
    };
    for await (const item of itemsOf(Promise.resolve(first), follow)) items.push(item);
    return { answer: { value: items } };
  } catch (error) {
    if (isFault(error)) return { answer: null, why: error.code };
    throw error;
  }
}

async function patiently<Answer>(
  ask: () => Promise<Answer>,
  reading: Reading,
  wait: (seconds: number) => Promise<void>,
): Promise<Answer> {
  for (let tried = 1; ; tried++) {
    reading.checkTime();
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof LaterFault) || tried === TRIES) throw error;
      if (!reading.mayWait(error.waitSeconds)) throw error;
      await wait(error.waitSeconds);
    }
  }
}

async function answered(send: Send, url: string): Promise<JsonObject> {
  try {
    const { status, region, body } = await send({ method: "GET", url });
    body.destroy();
    return { status, servingRegion: region };
  } catch (error) {
    if (!isFault(error)) throw error;
    // There was no status, or one that refuses: either way it is not 200.
    return { status: error.code === "E-HSM-AUTH" ? 403 : 0, servingRegion: "" };
  }
}
