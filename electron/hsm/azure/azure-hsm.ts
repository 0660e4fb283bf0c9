// A Managed HSM over Azure's REST: the ceremony's questions as requests (docs/azure-protocol.md).
import type { TokenCredential } from "@azure/core-auth";
import { keyVaultAuthenticationPolicy } from "@azure/keyvault-common";
import { isFault, type Fault } from "../../../crypto/index.ts";
import { downloadRequest } from "../download.ts";
import { fault, saidBy, UnreadFault } from "../faults.ts";
import type { Progress } from "../hsm.ts";
import type { ContactHsm } from "../own-keys.ts";
import { allowedUrl } from "./allow-list.ts";
import { armReader } from "./arm.ts";
import { askBytes, askObject } from "./ask.ts";
import { receive } from "./body.ts";
import { administration } from "./keyvault-admin.ts";
import { readKeys } from "./keys.ts";
import { ownKeys } from "./own-keys.ts";
import { sender, type Question, type Send, type SenderSettings } from "./request.ts";
import { restOf } from "./rest.ts";
import { progressOf, statusOf } from "./status.ts";
import { principalIn } from "./claims.ts";
import { sentence } from "../../text/sentence.ts";

export interface Limits {
  /** Until an answer's head arrives. */
  readonly answerSeconds: number;
  /** Until its body is complete. */
  readonly bodySeconds: number;
  readonly downloadBytes: number;
  readonly otherBytes: number;
}

export interface AzureHsmOptions {
  readonly name: string;
  /** `https://<hsm>.managedhsm.azure.net`, with or without a slash at the end. */
  readonly url: string;
  /** The HSM's full resource address in ARM, `https://.../managedHSMs/NAME`. */
  readonly armUrl: string;
  /** With it, nothing else is trusted. */
  readonly caPem?: string;
  readonly credential: TokenCredential;
  readonly apiVersion?: string;
  /** `host:port` of the HSM and of ARM, exactly; the port is always written. */
  readonly allowHosts: readonly string[];
  /** False only for the rehearsal HSM, whose challenge names Azure's resource from another host. */
  readonly verifyChallenge: boolean;
  readonly limits?: Partial<Limits>;
  /** Gets each exchange, with the HSM and with Resource Manager. */
  readonly heard?: SenderSettings["heard"];
}

const MIB = 1024 * 1024;
const LIMITS: Limits = {
  answerSeconds: 120,
  bodySeconds: 120,
  downloadBytes: 64 * MIB,
  otherBytes: MIB,
};

const API_VERSION = "7.5";
const [DOWNLOAD, UPLOAD] = ["securitydomain/download", "securitydomain/upload"];

/**
 * Sends nothing yet. Every question is one request (and the challenge before the first).
 * @throws Fault E-HSM-HOST if an address is not on the list
 */
export function azureHsm(options: AzureHsmOptions): ContactHsm {
  const base = allowedUrl(options.url, options.allowHosts);
  if (base.pathname !== "/" || base.search !== "") throw fault("E-HSM-HOST");
  const limits = { ...LIMITS, ...options.limits };
  const small = { bytes: limits.otherBytes, seconds: limits.bodySeconds };
  const send = hsmSender(options, limits);
  const rest = restOf(send, base, options.apiVersion ?? API_VERSION, small);
  const arm = armReader({ ...options, answerSeconds: limits.answerSeconds, body: small });
  const progress = async (path: string): Promise<Progress> =>
    statusOf(await rest.ask({ method: "GET", path: `${path}/pending`, missing: "E-HSM-NONE" }));
  return {
    name: options.name,
    activation: async () => (await arm()).activation,
    facts: arm,
    async download(certificates, required, sink, id) {
      const body = downloadRequest(certificates, required);
      const answer = await send({
        method: "POST",
        url: rest.urlOf(DOWNLOAD),
        body,
        id,
        conflict: "E-HSM-ACTIVATED",
      });
      const bytes = limits.downloadBytes;
      return receive(answer.body, { bytes, seconds: limits.bodySeconds }, sink);
    },
    // The documented path, not that of a header, which may be missing or point elsewhere.
    downloadStatus: () => progress(DOWNLOAD),
    async exchangeKey(id) {
      const question: Question = { method: "GET", url: rest.urlOf(UPLOAD), id };
      const { bytes } = await askBytes(send, question, small);
      if (bytes.length === 0) throw new UnreadFault(sentence("hsm-faults.bodyEmpty"));
      return bytes;
    },
    async upload(blob, id) {
      const body = JSON.stringify({ value: blob });
      const url = rest.urlOf(UPLOAD);
      const question = { method: "POST", url, body, id, conflict: "E-HSM-ACTIVATED" } as const;
      const answer = await askObject(send, question, small).catch(async (error: unknown) => {
        throw (await cameTwice(error, () => progress(UPLOAD))) ?? error;
      });
      // 204 is allowed by the specification and contains nothing: the status must be asked.
      return answer === null ? { state: "unknown", details: "" } : progressOf(answer);
    },
    uploadStatus: () => progress(UPLOAD),
    keys: () => readKeys({ get: (path) => rest.ask({ method: "GET", path }), follow: rest.follow }),
    signedInAs: () => principalOf(options),
    ownKeys: ownKeys(rest),
    ...administration(rest),
  };
}

function hsmSender(options: AzureHsmOptions, { answerSeconds }: Limits): Send {
  const { credential, allowHosts, caPem, verifyChallenge, heard } = options;
  const disableChallengeResourceVerification = !verifyChallenge;
  return sender({
    credential,
    allowHosts,
    caPem,
    answerSeconds,
    heard,
    authentication: (ours) =>
      keyVaultAuthenticationPolicy(ours, { disableChallengeResourceVerification }),
  });
}

/**
 * A refusal of an upload as if it had come before, while the HSM reports a running or finished one:
 * something on the way sent it twice. Null for anything else.
 */
async function cameTwice(refusal: unknown, ask: () => Promise<Progress>): Promise<Fault | null> {
  if (!isFault(refusal) || refusal.code !== "E-HSM-ACTIVATED") return null;
  try {
    const { state, details } = await ask();
    return state === "failed" ? null : fault("E-HSM-CONFLICT", {}, [], saidBy("server", details));
  } catch (error) {
    if (isFault(error) && error.code === "E-HSM-NONE") return null;
    throw error;
  }
}

/** By the token for Resource Manager, whose scope is its own address. */
async function principalOf({ credential, armUrl }: AzureHsmOptions): Promise<string | null> {
  const got = await credential.getToken(`${new URL(armUrl).origin}/.default`);
  return principalIn(got?.token ?? "");
}
