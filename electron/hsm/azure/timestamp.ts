// Asks a timestamp authority: the request goes out and nothing else, without sign-in, redirect or proxy. Its answer is
// signed, so the way may be without TLS.
import { request as overHttp } from "node:http";
import type { Readable } from "node:stream";
import { fault } from "../faults.ts";
import { receiveAll } from "./body.ts";
import { openConnection } from "./connection.ts";
import { request as overHttps } from "node:https";

/** An answer has some kilobytes: three certificates and a signature. */
const LIMITS = { bytes: 1024 * 1024, seconds: 20 };
const GOOD = 200;

/** @throws Fault E-STAMP-ASK if no whole answer came, whatever the reason */
export async function askTimestamp(url: string, query: Uint8Array): Promise<Uint8Array> {
  const { host } = new URL(url);
  try {
    const { bytes, complete } = await receiveAll(await posted(url, query), LIMITS);
    if (complete) return bytes;
  } catch {
    // The reason is the network's or the authority's, and changes nothing for people here.
  }
  throw fault("E-STAMP-ASK", { host });
}

function posted(url: string, query: Uint8Array): Promise<Readable> {
  const isSecured = new URL(url).protocol === "https:";
  const options = {
    method: "POST",
    headers: {
      "Content-Type": "application/timestamp-query",
      "Content-Length": query.length,
      Accept: "application/timestamp-reply",
    },
    timeout: LIMITS.seconds * 1000,
    // Any issuer that this runtime trusts: the authority is not Azure.
    ...(isSecured ? { agent: openConnection(undefined, null).agent } : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = (isSecured ? overHttps : overHttp)(url, options, (answer) => {
      if (answer.statusCode === GOOD) resolve(answer);
      else {
        answer.destroy();
        reject(new Error("status"));
      }
    });
    sent.on("timeout", () => sent.destroy(new Error("timeout")));
    sent.on("error", reject);
    sent.end(query);
  });
}
