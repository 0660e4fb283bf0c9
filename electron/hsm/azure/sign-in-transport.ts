// The requests of the sign-in: only to the site's authority, over TLS like the HSM.
import { Readable } from "node:stream";
import {
  createDefaultHttpClient,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import { isFault, type Fault } from "../../../crypto/index.ts";
import { clockFault, clocksAt, type Clocks } from "../clock.ts";
import { fault } from "../faults.ts";
import { allowedUrl } from "./allow-list.ts";
import { receiveAll } from "./body.ts";
import { openConnection } from "./connection.ts";
import { broken } from "./refusal.ts";

const SECONDS = 60;
const LIMITS = { bytes: 1024 * 1024, seconds: SECONDS };

/** Sends requests of the sign-in; remembers why one failed, because the library forgets it. */
export interface SignInTransport extends HttpClient {
  readonly failed: () => Fault | null;
  /** The authority's last refusal: OAuth's error and Microsoft's number, or "". */
  readonly refused: () => string;
  /** E-CLOCK if the latest answer's date and this machine's clock differ too much. */
  readonly clockOff: () => Fault | null;
}

/**
 * @param places `host:port` that may be asked over TLS
 * @param imds the machine's own identity service, `http://host[:port]`: the only exception to TLS
 */
export function signInTransport(
  places: readonly string[],
  caPem: string | undefined,
  imds: string | null,
): SignInTransport {
  const client = createDefaultHttpClient();
  let failed: Fault | null = null;
  let refused = "";
  let clocks: Clocks = { ours: 0, azures: null };
  const send = async (request: PipelineRequest): Promise<PipelineResponse> => {
    // A proxy of the environment would see the sign-in, so its settings and agent are removed.
    delete request.proxySettings;
    delete request.agent;
    request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]);
    if (imds !== null && new URL(request.url).origin === imds)
      return withText(await within(client, request));
    allowedUrl(request.url, places);
    const connection = openConnection(caPem);
    request.agent = connection.agent;
    try {
      return await withText(await within(client, request));
    } catch (error) {
      throw isFault(error) ? error : broken(error, connection, false, SECONDS);
    }
  };
  return {
    failed: () => failed,
    refused: () => refused,
    clockOff: () => clockFault(clocks),
    sendRequest: async (request) => {
      failed = null;
      try {
        const response = await send(request);
        refused = response.status < 400 ? "" : refusalIn(response.bodyAsText ?? "");
        clocks = clocksAt(Date.now(), response.headers.get("Date"));
        return response;
      } catch (error) {
        failed = isFault(error) ? error : fault("E-HSM-NET");
        throw failed;
      }
    },
  };
}

/** The answer's head in time. */
async function within(client: HttpClient, request: PipelineRequest): Promise<PipelineResponse> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), SECONDS * 1000);
  request.abortSignal = late.signal;
  try {
    return await client.sendRequest(request);
  } finally {
    clearTimeout(timer);
  }
}

/** The answer with its body as text, limited in size and time. @throws Fault E-HSM-REDIRECT, -SIZE... */
async function withText(response: PipelineResponse): Promise<PipelineResponse> {
  const { readableStreamBody: stream, ...answer } = response;
  const body = stream instanceof Readable ? stream : Readable.from([]);
  if (response.status >= 300 && response.status < 400) {
    body.destroy();
    throw fault("E-HSM-REDIRECT");
  }
  const { bytes, complete } = await receiveAll(body, LIMITS);
  if (!complete) throw fault("E-HSM-NET");
  return { ...answer, bodyAsText: new TextDecoder().decode(bytes) };
}

/** The part of a refusal's body without account or token: RFC 6749 5.2's word, Microsoft's number. */
function refusalIn(body: string): string {
  const word = /"error"\s*:\s*"([a-z_]{3,40})"/.exec(body)?.[1] ?? "";
  const number = /\bAADSTS\d{4,9}\b/.exec(body)?.[0] ?? "";
  return `${word} ${number}`;
}
