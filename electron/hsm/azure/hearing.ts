// Hearing an exchange: the answer's bytes are noted while they pass, in the form that beliefs are about.
import { Readable, Transform, pipeline } from "node:stream";
import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { concat, utf8 } from "../../../crypto/index.ts";
import type { Exchange } from "../../beliefs/beliefs.ts";

/**
 * The same answer, whose exchange is heard once its body has come, or broke off, and before the reader
 * learns of its end.
 * @param authorized it was asked with a token
 */
export function withHearing(
  response: PipelineResponse,
  authorized: boolean,
  heard: (exchange: Exchange) => void,
): PipelineResponse {
  const { request, status, headers, readableStreamBody } = response;
  const source = readableStreamBody instanceof Readable ? readableStreamBody : Readable.from([]);
  const asked = {
    method: request.method,
    path: new URL(request.url).pathname,
    authorized,
    body: utf8(typeof request.body === "string" ? request.body : ""),
  };
  const parts: Uint8Array[] = [];
  let isHeard = false;
  const hear = (isWhole: boolean): void => {
    if (isHeard) return;
    isHeard = true;
    const bytes = concat(...parts);
    const cut = isWhole ? {} : { cut: bytes.length };
    heard({ ...asked, given: { status, headers: headers.toJSON(), bytes, ...cut } });
  };
  const passing = new Transform({
    transform(chunk: Uint8Array, _, next) {
      parts.push(chunk);
      next(null, chunk);
    },
    flush(end) {
      hear(true);
      end();
    },
    destroy(error, end) {
      hear(false);
      end(error);
    },
  });
  // An error of the source reaches the reader by `passing`.
  pipeline(source, passing, () => undefined);
  return { ...response, readableStreamBody: passing };
}
