// A request goes to a timestamp authority and nothing else does; what goes wrong on the way says only that no
// timestamp came.
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { checkTimestamp, fromHex, readAuthority, writeRequest } from "../../../crypto/index.ts";
import { serveStamps, type Answers, type StampServer } from "./timestamp-server.fixture.ts";
import { askTimestamp } from "./timestamp.ts";

const IMPRINT = fromHex("ab".repeat(32)) ?? new Uint8Array();
const QUERY = writeRequest("sha256", IMPRINT, new Uint8Array(8).fill(7));
let server: StampServer;
beforeAll(async () => {
  server = await serveStamps("Contoso");
});
afterAll(() => server.end());

it("gets openssl's answer to exactly what was asked", async () => {
  const answer = await askTimestamp(server.url, QUERY);
  const [asked] = server.came;
  expect(asked?.body).toEqual(QUERY);
  expect([asked?.method, asked?.headers["content-type"]]).toEqual([
    "POST",
    "application/timestamp-query",
  ]);
  expect(Object.keys(asked?.headers ?? {}).toSorted()).toEqual([
    ...["accept", "connection", "content-length", "content-type", "host"],
  ]);
  const root = readAuthority(server.authority.root.der);
  const found = checkTimestamp(
    answer,
    { hash: "sha256", imprint: IMPRINT, nonce: null },
    root === null ? [] : [root],
  );
  expect(found.witnessed?.authority).toBe("Contoso Root");
});

const OTHERS: readonly (readonly [string, Answers])[] = [
  ["an error", (response) => response.writeHead(500).end("no")],
  ["a redirect", (response) => response.writeHead(302, { location: "http://127.0.0.1:1" }).end()],
  ["more than an answer has", (response) => response.end(new Uint8Array(1024 * 1024 + 1))],
  [
    "half of it",
    (response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half");
      response.destroy();
    },
  ],
];
it.each(OTHERS)("refuses %s", async (_, answers) => {
  const other = await serveStamps("Contoso", answers);
  expect(await codeOf(askTimestamp(other.url, QUERY))).toBe("E-STAMP-ASK");
  await other.end();
});

it("refuses an address where nobody answers", async () => {
  const gone = await serveStamps("Contoso", () => undefined);
  await gone.end();
  expect(await codeOf(askTimestamp(gone.url, QUERY))).toBe("E-STAMP-ASK");
});
