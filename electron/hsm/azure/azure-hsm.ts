// A Managed HSM over Azure's REST: the ceremony's questions as requests (azure-protocol.md).
import type { TokenCredential } from "@azure/core-auth";
import { keyVaultAuthenticationPolicy } from "@azure/keyvault-common";
import type { JsonObject } from "../../../crypto/index.ts";
import { downloadRequest } from "../download-request.ts";
import { fault } from "../faults.ts";
import type { Hsm, Progress } from "../hsm.ts";
import { allowedUrl } from "./allow-list.ts";
import { armReader, factsOf } from "./arm.ts";
import { askBytes, askObject, askSomething, judged } from "./ask.ts";
import { backupProgress, backupRequest, checkedJob, jobOf, restoreRequest } from "./backup.ts";
import { receive } from "./body.ts";
import { readKeys } from "./keys.ts";
import { sender, type Question, type Send } from "./request.ts";
import { progressOf } from "./status.ts";

export interface Limits {
  /** Until an answer's head comes. */
  readonly answerSeconds: number;
  /** Until its body is whole. */
  readonly bodySeconds: number;
  readonly downloadBytes: number;
  readonly otherBytes: number;
}

export interface AzureHsmOptions {
  readonly name: string;
  /** `https://<hsm>.managedhsm.azure.net`, with or without a slash at the end. */
  readonly url: string;
  /** The HSM's whole resource address in ARM; `api-version` is added where it is missing. */
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
}

const MIB = 1024 * 1024;
const LIMITS: Limits = {
  answerSeconds: 120, bodySeconds: 120, downloadBytes: 64 * MIB, otherBytes: MIB,
};

const API_VERSION = "7.5";

/**
 * Sends nothing yet. Every question is one request (and the challenge before the first).
 * @throws Fault E-HSM-HOST when an address is not on the list
 */
export function azureHsm(options: AzureHsmOptions): Hsm {
  const base = allowedUrl(options.url, options.allowHosts);
  if (base.pathname !== "/" || base.search !== "") throw fault("E-HSM-HOST");
  const limits = { ...LIMITS, ...options.limits };
  const small = { bytes: limits.otherBytes, seconds: limits.bodySeconds };
  const send = hsmSender(options, limits);
  const at = (path: string): string =>
    `${base.origin}/${path}?api-version=${encodeURIComponent(options.apiVersion ?? API_VERSION)}`;
  const arm = armReader({ ...options, answerSeconds: limits.answerSeconds, body: small });
  const get = (path: string): Promise<JsonObject> =>
    askSomething(send, { method: "GET", url: at(path) }, small);
  const follow = (link: string): Promise<JsonObject> =>
    askSomething(send, { method: "GET", url: ownLink(link, base) }, small);
  const pending = (path: string): Promise<JsonObject> =>
    askSomething(send, { method: "GET", url: at(`${path}/pending`), missing: "E-HSM-NONE" }, small);
  const progress = async (path: string): Promise<Progress> => progressOf(await pending(path));
  const start = async (method: "POST" | "PUT", path: string, body: string): Promise<string> => {
    const question: Question = { method, url: at(path), body };
    const answer = await askSomething(send, question, small);
    return judged(question, async () => jobOf(answer));
  };
  return {
    name: options.name,
    activation: async () => factsOf(await arm()).activation,
    facts: async () => factsOf(await arm()),
    async download(certificates, required, sink) {
      const body = downloadRequest(certificates, required);
      const answer = await send(
        { method: "POST", url: at("securitydomain/download"), body, conflict: "E-HSM-ACTIVATED" });
      const bytes = limits.downloadBytes;
      return receive(answer.body, { bytes, seconds: limits.bodySeconds }, sink);
    },
    // The documented path, not the one a header names: that may be missing, or point elsewhere.
    downloadStatus: () => progress("securitydomain/download"),
    async exchangeKey() {
      const question: Question = { method: "GET", url: at("securitydomain/upload") };
      const { bytes } = await askBytes(send, question, small);
      if (bytes.length === 0) throw fault("E-HSM-BODY");
      return bytes;
    },
    async upload(blob) {
      const body = JSON.stringify({ value: blob });
      const url = at("securitydomain/upload");
      const answer = await askObject(
        send, { method: "POST", url, body, conflict: "E-HSM-ACTIVATED" }, small);
      // 204 is allowed by the specification and says nothing: the status must be asked.
      return answer === null ? { state: "unknown", details: "" } : progressOf(answer);
    },
    uploadStatus: () => progress("securitydomain/upload"),
    startBackup: (container) => start("POST", "backup", backupRequest(container)),
    backupStatus: async (job) => backupProgress(await pending(`backup/${checkedJob(job)}`)),
    startRestore: (container, folder) => start("PUT", "restore", restoreRequest(container, folder)),
    restoreStatus: async (job) => progress(`restore/${checkedJob(job)}`),
    keys: () => readKeys({ get, follow }),
  };
}

function hsmSender(options: AzureHsmOptions, { answerSeconds }: Limits): Send {
  const { credential, allowHosts, caPem, verifyChallenge } = options;
  const disableChallengeResourceVerification = !verifyChallenge;
  return sender({
    credential, allowHosts, caPem, answerSeconds,
    authentication: (ours) =>
      keyVaultAuthenticationPolicy(ours, { disableChallengeResourceVerification }),
  });
}

/** A link that the HSM gave, if it leads to the HSM itself. @throws Fault E-HSM-HOST */
function ownLink(link: string, base: URL): string {
  return allowedUrl(link, [`${base.hostname}:${base.port || "443"}`]).href;
}
