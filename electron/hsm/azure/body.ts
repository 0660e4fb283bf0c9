// Reading an answer's body: piece by piece, within a size and a time.
import type { Readable } from "node:stream";
import { concat, isFault } from "../../../crypto/index.ts";
import { fault } from "../faults.ts";
import type { AnswerSink, Received } from "../hsm.ts";

export interface BodyLimits {
  readonly bytes: number;
  readonly seconds: number;
}

/**
 * Passes the body to the sink as it comes. `complete` is false if the connection broke off, or
 * ended before the announced length.
 * @throws Fault E-HSM-SIZE, E-HSM-SLOW; what the sink throws. The connection is closed then, and
 * the sink has what came before.
 */
export async function receive(
  body: Readable,
  limits: BodyLimits,
  sink: AnswerSink,
): Promise<Received> {
  const slow = fault("E-HSM-SLOW", { seconds: limits.seconds });
  const timer = setTimeout(() => body.destroy(slow), limits.seconds * 1000);
  const chunks: AsyncIterable<Uint8Array> = body;
  let bytes = 0;
  let inSink = false;
  try {
    for await (const chunk of chunks) {
      const taken = chunk.subarray(0, limits.bytes - bytes);
      inSink = true;
      sink.write(taken);
      inSink = false;
      bytes += taken.length;
      if (taken.length < chunk.length) throw fault("E-HSM-SIZE", { limit: limits.bytes });
    }
    return { bytes, complete: true };
  } catch (error) {
    if (inSink || isFault(error)) throw error;
    return { bytes, complete: false };
  } finally {
    clearTimeout(timer);
  }
}

/** The body, and whether it is complete. @throws Fault E-HSM-SIZE, E-HSM-SLOW */
export async function receiveAll(
  body: Readable,
  limits: BodyLimits,
): Promise<{ readonly bytes: Uint8Array; readonly complete: boolean }> {
  const parts: Uint8Array[] = [];
  const { complete } = await receive(body, limits, { write: (chunk) => parts.push(chunk) });
  return { bytes: concat(...parts), complete };
}
