// After a close at the connected station: openssl's own authorities are asked, or their answers are chosen; what
// verifies is kept beside the record, and nothing else is.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { readRequest } from "../../crypto/index.ts";
import { certificatesOf, makeAnswer } from "../../crypto/timestamp-maker.fixture.ts";
import type { StampsView } from "../bridge/stamps-view.ts";
import { activation } from "../evidence/record.fixture.ts";
import { readerMethods } from "../hsm/azure/served-reader.ts";
import { serveStamps, type StampServer } from "../hsm/azure/timestamp-server.fixture.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { OpenCeremony } from "./open-ceremony.ts";
import type { ChosenFile, NewFile } from "./options.ts";
import { stampsBeside } from "./ceremony-store.ts";
import { stamps } from "./timestamps.ts";

const record = activation();
const head = verifyRecord(record).head;
let servers: readonly StampServer[];
let folder: string;
let saved: NewFile[];
let chosen: readonly ChosenFile[] | null;

beforeAll(async () => {
  servers = [await serveStamps("Contoso"), await serveStamps("Fabrikam")];
});
afterAll(async () => {
  for (const server of servers) await server.end();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stamping-"));
  [saved, chosen] = [[], null];
  for (const { authority } of servers)
    writeFileSync(join(folder, `${authority.root.name}.pem`), authority.root.pem);
});

/** A closed ceremony of a site with these addresses of its two authorities. */
const openAt = (urls: readonly (string | null)[], closed: Uint8Array | null = record) =>
  ({
    closed,
    media: folder,
    session: {
      ceremony: { number: 1, script: "activation" },
      site: {
        timestamps: urls.map((url, n) => ({
          url,
          certificate: join(folder, `${servers[n]?.authority.root.name ?? ""}.pem`),
        })),
      },
    },
  }) as unknown as OpenCeremony;
const act = (what: "look" | "ask" | "request" | "take", open: OpenCeremony): Promise<StampsView> =>
  stamps({ act: what }, open, {
    startReader: async () => ({
      ...readerMethods(),
      isGone: () => false,
      end: async () => undefined,
    }),
    chooseStamps: async () => chosen,
    save: async (file) => {
      saved.push(file);
      return file.name;
    },
    clock: () => new Date(),
  });
const shownIn = ({ authorities }: StampsView): readonly string[] =>
  authorities.map(({ name, latest }) => `${name} ${latest === "" ? "none" : "shown"}`);
const urls = (): readonly string[] => servers.map(({ url }) => url);
const kept = (): readonly string[] =>
  readdirSync(join(folder, "records", "1-activation", "stamps"));

it("asks both authorities for the head alone, and keeps what they answer beside the record", async () => {
  const open = openAt(urls());
  expect(shownIn(await act("look", open))).toEqual(["Contoso Root none", "Fabrikam Root none"]);
  const view = await act("ask", open);
  expect(shownIn(view)).toEqual(["Contoso Root shown", "Fabrikam Root shown"]);
  expect(kept()).toEqual(["1-1.tsr", "1-2.tsr"]);
  for (const { came } of servers) {
    const asked = readRequest(came.at(-1)?.body ?? new Uint8Array());
    expect(Buffer.from(asked?.imprint ?? []).toString("hex")).toBe(head);
  }
  expect([...stampsBeside(folder, open.session.ceremony).keys()]).toEqual([
    "stamps/1-1.tsr",
    "stamps/1-2.tsr",
  ]);
  expect(shownIn(await act("look", open))).toEqual(shownIn(view));
});

it("keeps one authority's answer if the other gives none, and says so", async () => {
  const open = openAt([urls()[0] ?? "", "http://127.0.0.1:9/tsr"]);
  expect(await codeOf(act("ask", open))).toBe("E-STAMP-ASK");
  expect(shownIn(await act("look", open))).toEqual(["Contoso Root shown", "Fabrikam Root none"]);
});

it("keeps no answer of another authority, or to another request", async () => {
  const crossed = openAt([...urls()].toReversed().map((url, n) => (n === 0 ? url : null)));
  await act("ask", crossed);
  // It is pinned too, under the other address.
  expect(shownIn(await act("look", crossed))).toEqual(["Contoso Root none", "Fabrikam Root shown"]);
  const stale = await serveStamps("Contoso", (response) => {
    const [by] = servers;
    if (by === undefined) return;
    const { signer } = by.authority;
    const imprint = new Uint8Array(Buffer.from(head, "hex"));
    const nonce = Uint8Array.of(1);
    const certificates = certificatesOf(by.authority);
    response.end(makeAnswer(signer, imprint, { at: "2026-11-30T00:00:00Z", nonce, certificates }));
  });
  expect(await codeOf(act("ask", openAt([stale.url, null])))).toBe("E-STAMP-UNTRUSTED");
  await stale.end();
});

it("saves the request, and takes answers that were carried", async () => {
  const open = openAt([null, null]);
  await act("request", open);
  const [file] = saved;
  expect(file?.name).toBe("head.tsq");
  expect(
    Buffer.from(readRequest(file?.bytes ?? new Uint8Array())?.imprint ?? []).toString("hex"),
  ).toBe(head);
  expect(shownIn(await act("take", open))).toEqual(["Contoso Root none", "Fabrikam Root none"]);
  const imprint = new Uint8Array(Buffer.from(head, "hex"));
  chosen = servers.map(({ authority }) => ({
    name: "answer.tsr",
    bytes: makeAnswer(authority.signer, imprint, {
      at: "2026-11-30T00:00:00Z",
      certificates: certificatesOf(authority),
    }),
  }));
  const view = await act("take", open);
  expect(view.authorities.map(({ latest }) => latest)).toEqual([
    "2026-11-30T00:00:00.000Z",
    "2026-11-30T00:00:00.000Z",
  ]);
  chosen = [{ name: "no.tsr", bytes: record }];
  expect(await codeOf(act("take", open))).toBe("E-STAMP-SHAPE");
  expect(kept()).toEqual(["1-1.tsr", "1-2.tsr"]);
});

it("is nothing before the close, without authorities, or with certificates that are none", async () => {
  expect(await codeOf(act("look", openAt(urls(), null)))).toBe("E-DESK-STALE");
  expect(await codeOf(act("look", openAt([])))).toBe("E-DESK-STALE");
  writeFileSync(
    join(folder, "Fabrikam Root.pem"),
    readFileSync(join(folder, "Contoso Root.pem")).subarray(9),
  );
  expect(await codeOf(act("look", openAt(urls())))).toBe("E-STAMP-SITE");
});
