// The only place that sends: one request, with its sign-in, to an allowed host, never repeated.
import { Readable } from "node:stream";
import type { TokenCredential } from "@azure/core-auth";
import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import { isFault } from "../../../crypto/index.ts";
import type { Exchange } from "../../beliefs/beliefs.ts";
import { fault } from "../faults.ts";
import { allowedUrl } from "./allow-list.ts";
import { receiveAll } from "./body.ts";
import { openConnection, type Via } from "./connection.ts";
import { withHearing } from "./hearing.ts";
import { broken, refusal } from "./refusal.ts";
import { sentence } from "../../text/sentence.ts";

export interface Question {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  /** JSON text. */
  readonly body?: string;
  /** What HTTP status 409 means here; without it, nothing known. */
  readonly conflict?: "E-HSM-ACTIVATED" | "E-HSM-ROLE-EXISTS";
  /** What HTTP status 404 means here; without it, nothing known. */
  readonly missing?: "E-HSM-NONE";
  /** A GUID that identifies it in Azure's log; see docs/azure-protocol.md 1. */
  readonly id?: string | undefined;
}

/** A successful answer whose body is still to be read. */
export interface OpenAnswer {
  readonly status: number;
  /** The content-type header, or "". */
  readonly type: string;
  /** The Date header, or "". */
  readonly date: string;
  /** The region of the HSM that answered, as its header says, or "". */
  readonly region: string;
  readonly body: Readable;
}

export type Send = (question: Question) => Promise<OpenAnswer>;

export interface SenderSettings {
  /** Makes the policy that signs in, from a credential that throws our faults. */
  readonly authentication: (credential: TokenCredential) => PipelinePolicy;
  readonly credential: TokenCredential;
  readonly allowHosts: readonly string[];
  readonly caPem: string | undefined;
  /** Until the answer's head has come, in seconds, without signing in. */
  readonly answerSeconds: number;
  /** Where a rehearsal's subscription listens, for Azure's names. */
  readonly via?: Via;
  /** Gets each exchange, with the answer that came, before that answer is read to its end. */
  readonly heard?: ((exchange: Exchange) => void) | undefined;
}

/** Largest body of a refusal that is read for Azure's own words. */
const REFUSAL_BYTES = 64 * 1024;

/** What is known of one pending question. */
interface Pending {
  readonly changes: boolean;
  /** The latest request carried a token; without one, the body is held back and nothing is done. */
  authorized: boolean;
}

/**
 * Makes the function that sends. Its pipeline has only sign-in: redirects are not followed, proxies
 * of the environment not used, nothing repeated (except for the challenge: the very first request
 * goes without body and token, see docs/azure-protocol.md 1).
 */
export function sender(settings: SenderSettings): Send {
  const authentication = settings.authentication(signIn(settings.credential));
  const client = createDefaultHttpClient();
  return async (question) => {
    const pending: Pending = { changes: question.method !== "GET", authorized: false };
    const pipeline = createEmptyPipeline();
    pipeline.addPolicy(authentication);
    const request = requestOf(question);
    const response = await pipeline
      .sendRequest(transport(client, settings, pending), request)
      .catch((error: unknown) => {
        // Our own failures are faults by now; what is left is the policy's "no" to a challenge.
        throw isFault(error) ? error : fault("E-HSM-CHALLENGE");
      });
    return opened(response, question, pending);
  };
}

function requestOf({ method, url, body, id }: Question): PipelineRequest {
  const headers = createHttpHeaders({
    Accept: "application/json",
    // Nothing is decompressed, so nothing small can become large.
    "Accept-Encoding": "identity",
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    ...(id === undefined ? {} : { "x-ms-client-request-id": id }),
  });
  return createPipelineRequest({
    method,
    url,
    headers,
    streamResponseStatusCodes: new Set([Number.POSITIVE_INFINITY]),
    ...(body === undefined ? {} : { body }),
  });
}

/**
 * The transport below the sign-in: each request checked, on its own connection, with our faults.
 */
function transport(client: HttpClient, settings: SenderSettings, pending: Pending): HttpClient {
  const sendRequest = async (request: PipelineRequest): Promise<PipelineResponse> => {
    allowedUrl(request.url, settings.allowHosts);
    const connection = openConnection(settings.caPem, undefined, settings.via);
    request.agent = connection.agent;
    pending.authorized = request.headers.has("Authorization");
    // The pipeline's own timer would continue after a failure, and keep the program alive.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), settings.answerSeconds * 1000);
    request.abortSignal = late.signal;
    try {
      const answer = await client.sendRequest(request);
      clearTimeout(timer);
      const { heard } = settings;
      const response =
        heard === undefined ? answer : withHearing(answer, pending.authorized, heard);
      return isSuccess(response.status) ? response : await withText(response, settings);
    } catch (error) {
      throw broken(error, connection, committed(pending), settings.answerSeconds);
    } finally {
      clearTimeout(timer);
    }
  };
  return { sendRequest };
}

function opened(response: PipelineResponse, question: Question, pending: Pending): OpenAnswer {
  const { status, headers, bodyAsText } = response;
  if (!isSuccess(status))
    throw refusal({
      status,
      body: bodyAsText ?? "",
      committed: committed(pending),
      now: Date.now(),
      retryAfter: headers.get("Retry-After"),
      date: headers.get("Date"),
      conflict: question.conflict ?? "E-HSM-STATUS",
      missing: question.missing ?? "E-HSM-STATUS",
    });
  const body = bodyOf(response);
  const [type, date, region] = ["Content-Type", "Date", "x-ms-keyvault-region"].map(
    (name) => headers.get(name) ?? "",
  ) as [string, string, string];
  if (pending.authorized) return { status, type, date, region, body };
  body.destroy();
  throw fault("E-HSM-CHALLENGE");
}

/** A refusal with its body as text, limited in size and time, or empty. It also frees the connection. */
async function withText(
  response: PipelineResponse,
  { answerSeconds }: SenderSettings,
): Promise<PipelineResponse> {
  const limits = { bytes: REFUSAL_BYTES, seconds: answerSeconds };
  const received = await receiveAll(bodyOf(response), limits).catch(() => undefined);
  return { ...response, bodyAsText: new TextDecoder().decode(received?.bytes) };
}

const bodyOf = ({ readableStreamBody }: PipelineResponse): Readable =>
  readableStreamBody instanceof Readable ? readableStreamBody : Readable.from([]);

const committed = ({ changes, authorized }: Pending): boolean => changes && authorized;
const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** The credential, with its failures as faults, to distinguish them from a bad challenge. */
const signIn = (credential: TokenCredential): TokenCredential => ({
  async getToken(scopes, options) {
    try {
      const token = await credential.getToken(scopes, options);
      if (token !== null) return token;
    } catch (error) {
      if (isFault(error)) throw error;
      // The reason may contain a token or an account; what to do is the same.
    }
    throw fault("E-HSM-AUTH", { why: sentence("hsm-faults.noToken", { number: "" }) });
  },
});
