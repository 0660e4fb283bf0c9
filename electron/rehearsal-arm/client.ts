// One request to the stand-in, by Azure's own names, and the wait for what continues after its answer.
import { request } from "node:https";
import { setTimeout } from "node:timers/promises";
import { concat, fromUtf8, isObject, readJson, utf8, type Json } from "../../crypto/index.ts";
import { textAt } from "./world/json-path.ts";

export interface Asked {
  readonly method: string;
  /** With the name of Azure's host. */
  readonly url: string;
  readonly body?: Json;
}

export interface Given {
  readonly status: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Where it listens, whom to trust, and as whom. */
export interface Access {
  readonly host: string;
  readonly port: number;
  readonly ca: string;
  readonly token: string;
}

/** Sends one request, and waits for the end of a long operation. @throws errors of the system */
export async function ask(access: Access, asked: Asked): Promise<Given> {
  const given = await send(access, asked);
  const poll = given.headers["azure-asyncoperation"];
  if (given.status === 429) {
    await setTimeout(secondsOf(given) * 1000);
    return ask(access, asked);
  }
  return given.status < 300 && typeof poll === "string" ? ended(access, given, poll) : given;
}

const secondsOf = ({ headers }: Given): number => Number(headers["retry-after"] ?? 1);

const RUNNING = new Set(["InProgress", "Running"]);

async function ended(access: Access, first: Given, poll: string): Promise<Given> {
  for (;;) {
    const given = await send(access, { method: "GET", url: poll });
    if (!RUNNING.has(textAt(given.body, "status"))) {
      const result = first.headers["location"];
      // The first answer is a resource; for an action, the place of its result.
      if (first.status !== 202) return first;
      // An HSM returns the result with the status.
      if (typeof result !== "string") return given;
      return textAt(given.body, "status") === "Succeeded"
        ? send(access, { method: "GET", url: result })
        : { ...given, status: 500 };
    }
    await setTimeout(secondsOf(given) * 1000);
  }
}

const send = ({ host, port, ca, token }: Access, { method, url, body }: Asked): Promise<Given> =>
  new Promise((answered, failed) => {
    const { hostname, pathname, search } = new URL(url);
    const text = body === undefined ? "" : JSON.stringify(body);
    const sent = request(
      {
        host,
        port,
        ca,
        servername: hostname,
        method,
        path: `${pathname}${search}`,
        headers: {
          host: hostname,
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(text),
        },
      },
      (response) => {
        const chunks: Uint8Array[] = [];
        response.on("data", (chunk: Uint8Array) => void chunks.push(chunk));
        response.on("end", () => {
          const reading = readJson(utf8(fromUtf8(concat(...chunks))));
          const status = response.statusCode ?? 0;
          answered({ status, body: reading.ok ? reading.value : null, headers: response.headers });
        });
        response.on("error", failed);
      },
    );
    sent.on("error", failed);
    sent.end(text);
  });

/** Azure's own words for a refusal. */
export const wordsOf = ({ status, body }: Given): string => {
  const error = isObject(body) ? (body["error"] ?? null) : null;
  return `(${textAt(error, "code")}) ${textAt(error, "message")} [${String(status)}]`;
};
