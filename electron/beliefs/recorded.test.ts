// What Microsoft's own recordings of real Managed HSMs show of our beliefs (../shared/vectors/azure, which may not be
// copied here), as they are and as a recording of ours would keep them.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { utf8 } from "../../crypto/index.ts";
import {
  BELIEFS,
  readRecording,
  recorder,
  SITTING,
  verdictOf,
  withBody,
  type Exchange,
} from "./beliefs.ts";

const vectors = new URL("../../../shared/vectors/azure/", import.meta.url);
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, vectors)));

const headers = { "content-type": "application/json; charset=utf-8" };

/** The exchange key of 2025. */
const exchangeKey = (): Exchange =>
  withBody({
    method: "GET",
    path: "/securitydomain/upload",
    authorized: true,
    body: utf8(""),
    given: { status: 200, headers, bytes: read("transfer-key-response-2025.json") },
  });

/** The download of 2020: its answer was 200 then. */
const download = (): Exchange =>
  withBody({
    method: "POST",
    path: "/securitydomain/download",
    authorized: true,
    body: read("download-request-2020.json"),
    given: {
      status: 200,
      headers,
      bytes: utf8(JSON.stringify({ value: new TextDecoder().decode(read("sd-2020.json")) })),
    },
  });

/** The ids of the rows of this beginning, by what the exchange shows. */
function shownOf(exchange: Exchange, beginning: RegExp): Readonly<Record<string, string[]>> {
  const shown: Record<string, string[]> = {};
  for (const belief of BELIEFS.filter(({ id }) => beginning.test(id)))
    (shown[verdictOf(belief, [exchange])] ??= []).push(belief.id);
  return shown;
}

function kept(exchange: Exchange): Exchange {
  const line = recorder("0123456789abcdef0123456789abcdef")(exchange);
  const reading = readRecording(utf8(SITTING + line));
  const [one] = reading.ok ? (reading.sittings[0] ?? []) : [];
  if (one === undefined) throw new Error("It is not read.");
  return one;
}

describe.skipIf(!existsSync(vectors))("what was recorded (needs ../shared)", () => {
  it("the exchange key of 2025 is as believed, in all that one answer shows", () => {
    const shown = shownOf(exchangeKey(), /^exchange-/);
    expect(shown["otherwise"]).toBeUndefined();
    expect(shown["not seen"]).toEqual(["exchange-same"]);
    const inOurs = shownOf(kept(exchangeKey()), /^exchange-/);
    expect(inOurs["otherwise"]).toBeUndefined();
    expect(inOurs["not seen"]).toEqual(
      expect.arrayContaining(["exchange-quote", "exchange-subject", "exchange-bits"]),
    );
  });

  it("the security domain of 2020 is as believed; its answer was another then", () => {
    for (const exchange of [download(), kept(download())]) {
      expect(shownOf(exchange, /^domain-/)["otherwise"]).toBeUndefined();
      expect(shownOf(exchange, /^domain-/)["not seen"]).toBeUndefined();
      expect(shownOf(exchange, /^download-(?!.*status|.*word)/)["otherwise"]).toEqual([
        "download-202",
        "download-later",
        "download-poll-header",
      ]);
    }
  });
});
