// Received means kept: what `sd hsm download` leaves when network, HSM or machine fail.
// The names F34 to F41 and B112 to B124 are those of docs/bad-inputs.md.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { readAnswer } from "../hsm/download.ts";
import { serverIdentity, type ServerIdentity } from "../hsm/azure/certificates.fixture.ts";
import { json } from "../hsm/azure/scripted-server.fixture.ts";
import { isJudging } from "../media/media.fixture.ts";
import { hasStrace } from "../disk/strace.fixture.ts";
import { officersAndAnswer, played, status, fullAnswer, type Given } from "./played-hsm.fixture.ts";
import { expectRefusal, type Ended } from "./program.fixture.ts";

const RECEIVED = "Contoso-HSM-SD.received";
const [PARTIAL, DOMAIN] = [`${RECEIVED}.partial`, "Contoso-HSM-SD.json"];
const BOTH = [DOMAIN, DOMAIN, RECEIVED, RECEIVED];
const isLong = process.env["LONG"] === "1";
let given: Given;
let identity: ServerIdentity;

beforeAll(async () => {
  identity = serverIdentity();
  given = await officersAndAnswer();
});

/** A refusal, whatever was told before it. */
const refused = (ended: Ended, code: string) => expectRefusal({ ...ended, out: "" }, code);
const stage = () => played(identity, given);
/** Answers `bytes` of what was announced, then breaks off. */
const cutAfter = (bytes: number) => (response: Parameters<ReturnType<typeof fullAnswer>>[0]) => {
  response.writeHead(202, { "Content-Length": String(given.answer.length) });
  response.write(given.answer.subarray(0, bytes), () =>
    setTimeout(() => response.socket?.destroy(), 50),
  );
};

/** The answer, with a pause in the middle. */
const inTwo = (response: Parameters<ReturnType<typeof fullAnswer>>[0]) => {
  const half = given.answer.length >> 1;
  response.writeHead(202, { "Content-Length": String(given.answer.length) });
  response.write(given.answer.subarray(0, half), () =>
    setTimeout(() => response.end(given.answer.subarray(half)), 50),
  );
};

describe("B169 an answer that looks like something else", () => {
  it.each([
    ["an archive", Buffer.from("504b03041400000008000000", "hex")],
    ["a page with a key in it", Buffer.from("<html>-----BEGIN PRIVATE KEY-----\nMC4CAQAw</html>")],
  ])(
    "%s: its media are not blocked, it is kept, and two people may ask again",
    async (_, strange) => {
      const { part, download, held, lies, sent } = await stage();
      part.download = (response) => response.writeHead(202).end(strange);
      refused(await download(), "E-ANSWER");
      expect(held(RECEIVED).map((bytes) => bytes.equals(strange))).toEqual([true, true]);
      part.activation = "Active";
      refused(await download(), "E-ANSWER");
      expect(sent()).toBe(1);
      part.download = fullAnswer(given);
      expect((await download("--again")).code).toBe(0);
      expect(lies()).toEqual([DOMAIN, DOMAIN, RECEIVED, RECEIVED, PARTIAL, PARTIAL]);
      expect(held(PARTIAL).map((bytes) => bytes.equals(strange))).toEqual([true, true]);
      expect((await download()).code).toBe(0);
    },
  );

  it("a part of a compressed one blocks nothing, and a whole one is unpacked where it is read", async () => {
    const { part, download, held, sent, waits } = await stage();
    const packed = gzipSync(given.answer);
    const head = { "Content-Encoding": "gzip", "Content-Length": String(packed.length) };
    part.download = (response) => {
      response.writeHead(202, head);
      response.write(packed.subarray(0, 700), () =>
        setTimeout(() => response.socket?.destroy(), 50),
      );
    };
    refused(await download(), "E-ANSWER-CUT");
    part.activation = "Active";
    part.download = (response) => response.writeHead(202, head).end(packed);
    const ended = await download("--again");
    expect(ended.code, ended.errors).toBe(0);
    expect(sent()).toBe(2);
    for (const bytes of held(RECEIVED)) expect(bytes.equals(packed)).toBe(true);
    const domain = readAnswer(given.answer);
    for (const bytes of held(DOMAIN)) expect(bytes.toString("utf8")).toBe(domain);
    const again = await download();
    expect(again.code, again.errors).toBe(0);
    expect(sent()).toBe(2);
    expect(waits()).toEqual([PARTIAL]);
  });
});

describe("an answer that does not come whole", () => {
  it("F34: with no byte of it, nothing is known, and nothing is sent again", async () => {
    const { part, download, sent, lies } = await stage();
    part.download = (response) => response.socket?.destroy();
    refused(await download(), "E-HSM-UNKNOWN-OUTCOME");
    expect(lies()).toEqual([]);
    part.activation = "Active";
    refused(await download(), "E-HSM-ACTIVE");
    expect(sent()).toBe(1);
    part.download = fullAnswer(given);
    expect((await download("--again")).code).toBe(0);
    expect(lies()).toEqual(BOTH);
  });

  it("F34: if the HSM still waits, the call never counted and goes out again", async () => {
    const { part, download, sent, lies } = await stage();
    part.download = (response) => response.socket?.destroy();
    part.pending = [null];
    refused(await download(), "E-HSM-UNKNOWN-OUTCOME");
    part.download = (response) => {
      part.pending = [status("Success")];
      fullAnswer(given)(response);
    };
    expect((await download()).code).toBe(0);
    expect(sent()).toBe(2);
    expect(lies()).toEqual(BOTH);
  });

  it("F35: half of it stays as a part on both, and never counts as a domain", async () => {
    const { part, download, lies, held, sent } = await stage();
    const half = given.answer.length >> 1;
    part.download = cutAfter(half);
    refused(await download(), "E-ANSWER-CUT");
    expect(lies()).toEqual([PARTIAL, PARTIAL]);
    for (const bytes of held(PARTIAL))
      expect(bytes.equals(given.answer.subarray(0, half))).toBe(true);
    part.activation = "Active";
    refused(await download(), "E-HSM-ACTIVE");
    expect(lies()).toEqual([PARTIAL, PARTIAL]);
    expect(sent()).toBe(1);
  });

  it.each([1, 100, 9_000])("F36: killed after byte %i, what came is on both media", async (n) => {
    const { part, killed, out, held, lies, download, sent } = await stage();
    let oneMore = (): unknown => null;
    part.download = (response) => {
      response.writeHead(202, { "Content-Length": String(given.answer.length) });
      response.write(given.answer.subarray(0, n));
      oneMore = () => response.write(given.answer.subarray(n, n + 1));
    };
    const longest = (): number =>
      Math.max(
        ...out.map((place) => statSync(join(place, PARTIAL), { throwIfNoEntry: false })?.size ?? 0),
      );
    // A byte is sent once one medium has all before it. When it comes to one, those are on both.
    await killed(() => {
      if (longest() === n) {
        oneMore();
        oneMore = () => null;
      }
      return longest() > n;
    });
    expect(lies()).toEqual([PARTIAL, PARTIAL]);
    for (const bytes of held(PARTIAL)) {
      expect(bytes.length).toBeGreaterThanOrEqual(n);
      expect(bytes.equals(given.answer.subarray(0, bytes.length))).toBe(true);
    }
    part.activation = "Active";
    refused(await download(), "E-HSM-ACTIVE");
    expect(sent()).toBe(1);
  });

  it("F36: killed while it waits, the same command continues from the kept answer", async () => {
    const { part, killed, lies, download, sent, held } = await stage();
    part.pending = [status("InProgress")];
    let asked = 0;
    part.pending.unshift((response) => {
      asked += 1;
      status("InProgress")(response);
    });
    await killed(() => asked > 0);
    expect(lies()).toEqual(BOTH);
    part.pending = [status("Success")];
    const ended = await download();
    expect(ended.code, ended.errors).toBe(0);
    expect(sent()).toBe(1);
    for (const bytes of held(RECEIVED)) expect(bytes.equals(given.answer)).toBe(true);
    for (const bytes of held(DOMAIN))
      expect(bytes.toString()).toBe(readAnswer(new Uint8Array(given.answer)));
  });

  it("F37: HTTP status 500 leaves it unknown, and the HSM's status decides", async () => {
    const { part, download, sent } = await stage();
    part.download = (response) => response.writeHead(500).end();
    const ended = await download();
    refused(ended, "E-HSM-UNKNOWN-OUTCOME");
    part.activation = "Active";
    refused(await download(), "E-HSM-ACTIVE");
    expect(sent()).toBe(1);
  });
});

describe.skipIf(!hasStrace && !isJudging)("one place that fails (needs strace)", () => {
  const WRITE_FAULTS = [
    "pwrite64:error=EIO",
    "pwrite64:error=ENOSPC",
    "pwrite64:error=EIO:when=2+",
    "fsync:error=EIO",
    "fsync:error=ENOSPC:when=2+",
  ];

  /** In `npm test` each fails on one folder, in the long run on either. */
  const failures = WRITE_FAULTS.flatMap((inject, n) =>
    [0, 1].filter((at) => isLong || at === n % 2).map((at) => [inject, at] as const),
  );
  it.each(failures)("costs the other nothing: %s on folder %i", async (inject, at) => {
    const { part, failing, out, held, download, sent, waits } = await stage();
    part.download = inTwo;
    const ended = await failing([join(out[at] ?? "", PARTIAL)], inject);
    refused(ended, "E-ANSWER-KEPT");
    expect(ended.errors).toContain("may be active");
    const other = readFileSync(join(out[1 - at] ?? "", RECEIVED));
    expect(other.equals(given.answer)).toBe(true);
    expect(waits()).toEqual([RECEIVED]);
    part.activation = "Active";
    expect((await download()).code).toBe(0);
    expect(sent()).toBe(1);
    for (const bytes of held(RECEIVED)) expect(bytes.equals(given.answer)).toBe(true);
    expect(waits()).toEqual([]);
  });

  it("and where both fail, the own disk has it, and gives it to both", async () => {
    const { part, failing, out, held, download, sent, waits, lies } = await stage();
    part.download = inTwo;
    const broken = out.map((place) => join(place, PARTIAL));
    refused(await failing(broken, "pwrite64:error=EIO:when=2+"), "E-ANSWER-KEPT");
    // The second write of all is the other's first: of it nothing came.
    expect(lies()).toEqual([PARTIAL]);
    expect(waits()).toEqual([RECEIVED]);
    part.activation = "Active";
    expect((await download()).code).toBe(0);
    expect(sent()).toBe(1);
    for (const bytes of held(RECEIVED)) expect(bytes.equals(given.answer)).toBe(true);
  });

  it("is refused before anything is sent if the own disk takes nothing", async () => {
    const { home, download, sent } = await stage();
    writeFileSync(home, "a file where the home should be");
    refused(await download(), "E-ANSWER-SPOOL");
    expect(sent()).toBe(0);
  });
});

describe("waiting, once the answer is kept", () => {
  it("F38: bears 429 and 503 with Retry-After, tells each, and then succeeds", async () => {
    const { part, download, sent, lies } = await stage();
    const later = (code: number) => (response: Parameters<ReturnType<typeof fullAnswer>>[0]) =>
      void response.writeHead(code, { "Retry-After": "1" }).end();
    part.pending = [later(429), later(503), status("InProgress"), status("Success")];
    const { code, out } = await download();
    expect(code).toBe(0);
    expect(out).toMatch(/^activation: unknown, .*The HSM asks you to wait 1 seconds\./m);
    expect(out).toMatch(/^activation: unknown, .*HTTP status 503/m);
    expect(lies()).toEqual(BOTH);
    expect(sent()).toBe(1);
  });

  it("F39: a sign-in that ends says so; what was saved stays, and the command continues from it", async () => {
    const { part, download, sent, lies } = await stage();
    part.pending = [status("InProgress"), (response) => void response.writeHead(401).end()];
    const ended = await download();
    expect(ended.code).toBe(1);
    expect(ended.errors).toMatch(/^E-HSM-AUTH: .*\n.*What was saved stays saved/m);
    expect(lies()).toEqual(BOTH);
    part.pending = [status("Success")];
    expect((await download()).code).toBe(0);
    expect(sent()).toBe(1);
  });

  it("F40: that never ends stops at its limit, and can be continued later", async () => {
    const { part, download, sent } = await stage();
    part.pending = [status("InProgress")];
    const ended = await download("--wait", "0.3");
    expect(ended.errors).toMatch(/^E-HSM-STILL-RUNNING: .*\nNothing is lost\./m);
    part.pending = [status("Success")];
    expect((await download()).code).toBe(0);
    expect(sent()).toBe(1);
  });

  it("F41: that ends in a failure keeps everything, and says to keep it", async () => {
    const { part, download, lies } = await stage();
    part.pending = [status("Failed")];
    const ended = await download();
    expect(ended.errors).toMatch(
      /^E-HSM-FAILED: .*\nKeep everything.*\n {2}What the server .*\n {2}> in its own words$/m,
    );
    expect(lies()).toEqual(BOTH);
  });

  it("B114: accepts no unknown word as success, says so, and asks again", async () => {
    const { part, download } = await stage();
    part.pending = [status("Unknown"), status("Done"), status("Succeeded")];
    const { code, out } = await download();
    expect(code).toBe(0);
    expect(out.match(/^activation: unknown, /gm)).toHaveLength(2);
  });
});

describe("an answer that is whole and wrong", () => {
  it.each([
    ["HTML", "<html>Please sign in</html>", "E-ANSWER"],
    ["no object", "[1]", "E-ANSWER"],
    ["JSON that ends early", '{"value":"x', "E-ANSWER"],
    ["a value that is no domain", '{"value":"{}"}', "E-SD-MISSING"],
  ])("B112, B123: %s is kept as it came, and refused", async (_, text, code) => {
    const { part, download, held, sent } = await stage();
    part.download = (response) => response.writeHead(200).end(text);
    const ended = await download();
    expect(ended.code).toBe(1);
    expect(ended.errors).toContain(`${code}: `);
    for (const bytes of held(RECEIVED)) expect(bytes.toString()).toBe(text);
    expect((await download()).errors).toContain(`${code}: `);
    expect(sent()).toBe(1);
    if (code !== "E-ANSWER") return;
    part.download = fullAnswer(given);
    const again = await download("--again");
    expect(again.code, again.errors).toBe(0);
    expect(sent()).toBe(2);
    for (const bytes of held(PARTIAL)) expect(bytes.toString()).toBe(text);
  });

  it("B112: nothing at all is no answer", async () => {
    const { part, download, lies } = await stage();
    part.download = (response) => response.writeHead(202).end();
    refused(await download(), "E-ANSWER-CUT");
    expect(lies()).toEqual([]);
  });

  it("B113: without the header that names its status it is as good", async () => {
    const { download, lies } = await stage();
    expect((await download()).code).toBe(0);
    expect(lies()).toEqual(BOTH);
  });

  it("B116: 409 changes nothing, and is said in the HSM's own words", async () => {
    const { part, download, lies } = await stage();
    part.download = (response) =>
      json(response, 409, { error: { code: "Conflict", message: "It is active." } });
    const ended = await download();
    expect(ended.errors).toMatch(
      /^E-HSM-ACTIVATED: .*\n.*\n {2}What .*:\n {2}> Conflict: It is active\.$/m,
    );
    expect(lies()).toEqual([]);
  });

  it("B119: a redirect is not followed", async () => {
    const { part, download, lies } = await stage();
    part.download = (response) =>
      response.writeHead(307, { Location: "https://evil.example/" }).end();
    refused(await download(), "E-HSM-REDIRECT");
    expect(lies()).toEqual([]);
  });

  it("B122: that is too large is cut, and what came is kept as a part", async () => {
    const { part, download, lies, held } = await stage();
    part.download = (response) => response.writeHead(202).end(Buffer.alloc(9 * 1024 * 1024, 120));
    refused(await download(), "E-MEDIA-SIZE");
    expect(lies()).toEqual([PARTIAL, PARTIAL]);
    for (const bytes of held(PARTIAL)) expect(bytes.length).toBeGreaterThan(7 * 1024 * 1024);
  });

  it("B124: that names other officers is kept, and nothing is waited for", async () => {
    const other = await officersAndAnswer();
    const { part, download, lies } = await stage();
    part.download = fullAnswer(other);
    const ended = await download();
    expect(ended.errors).toContain("E-DOMAIN-OFFICERS: ");
    expect(ended.out).not.toContain("activation:");
    expect(lies()).toEqual(BOTH);
  });
});
