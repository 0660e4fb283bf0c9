// A request's complete body, of limited size.
import type { IncomingMessage } from "node:http";
import { concat, FILE_BYTES_MAX } from "../../crypto/index.ts";

/** The complete body; null as soon as it is too large. @throws if the caller broke it off */
export const receive = (request: IncomingMessage): Promise<Uint8Array | null> =>
  new Promise((received, failed) => {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    request.on("data", (chunk: Uint8Array) => {
      bytes += chunk.length;
      if (bytes <= FILE_BYTES_MAX) chunks.push(chunk);
      // Not destroyed: the connection is still needed for the refusal.
      else received(null);
    });
    request.once("end", () => received(concat(...chunks)));
    request.once("error", failed);
  });
