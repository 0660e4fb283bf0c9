// `sd hsm upload` and `transfer-key` when network, HSM or machine fail: nothing is sent twice, and
// what was received is kept before it is read. F43: docs/bad-inputs.md.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import process from "node:process";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import {
  fromHex,
  readRestoreBlob,
  readSecurityDomain,
  sha256Hex,
  toWords,
  utf8,
} from "../../crypto/index.ts";
import { makeRestoreBlob, openPrivateKey, openShare } from "../../crypto/secret-half.ts";
import { readAnswer } from "../hsm/download.ts";
import { serverIdentity, type ServerIdentity } from "../hsm/azure/certificates.fixture.ts";
import { json, scriptedServer, TOKEN } from "../hsm/azure/scripted-server.fixture.ts";
import { officersAndAnswer, status } from "./played-hsm.fixture.ts";
import { atTerminal, noTerminal } from "./terminal.fixture.ts";
import { expectRefusal, PROGRAM, sd, temporaryFolder, type Ended } from "./program.fixture.ts";

type Play = (response: ServerResponse) => void;

let identity: ServerIdentity;
let blob: Uint8Array;

beforeAll(async () => {
  identity = serverIdentity();
  const { officers, answer } = await officersAndAnswer();
  const domain = readSecurityDomain(utf8(readAnswer(new Uint8Array(answer))));
  const shares = [0, 1].map((i) =>
    openShare(
      domain,
      openPrivateKey(utf8(officers[i]!.keyPem), "a rehearsal passphrase, long enough", i),
      officers[i]!.certificate,
      i,
    ),
  );
  blob = utf8(makeRestoreBlob(domain, shares, officers[2]!.certificate));
});

const refused = (ended: Ended, code: string) => expectRefusal({ ...ended, out: "" }, code);
const breaks: Play = (response) => response.socket?.destroy();

/** A played HSM that waits; a test changes what it answers as it goes. */
async function stage() {
  const part = {
    activation: "NotActivated",
    taken: breaks,
    key: breaks,
    /** One an asking, the last for ever; null: it knows of no upload. */
    pending: [null] as (Play | null)[],
  };
  const posts: string[] = [];
  const server = await scriptedServer(identity, (response, { method, path }) => {
    if (method === "POST") {
      posts.push(path);
      part.taken(response);
    } else if (path.includes("/managedHSMs/")) {
      json(response, 200, {
        properties: { securityDomainProperties: { activationStatus: part.activation } },
      });
    } else if (path.includes("/securitydomain/upload?")) {
      part.key(response);
    } else {
      const next = part.pending.length > 1 ? part.pending.shift() : part.pending[0];
      if (next === null || next === undefined) json(response, 404, {});
      else next(response);
    }
  });
  onTestFinished(server.close);
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  writeFileSync(at("ca.pem"), identity.caPem);
  writeFileSync(at("token"), TOKEN);
  writeFileSync(at("blob.json"), blob);
  const words = (question: string, ...more: readonly string[]) => [
    "hsm",
    question,
    "--hsm-url",
    `https://localhost:${server.port}`,
    "--hsm-name",
    "Contoso-HSM",
    "--ca-file",
    at("ca.pem"),
    "--token-file",
    at("token"),
    ...more,
  ];
  const upload = words("upload", "--every", "0.05", "--sd-file-restore-blob", at("blob.json"));
  return {
    part,
    at,
    sent: () => posts.length,
    upload: (...more: readonly string[]) => sd([...upload, ...more]),
    /** At a terminal, where these lines are typed for the key's words, four a line. */
    typing: (lines: readonly string[], first: (i: number) => number) =>
      atTerminal(
        upload,
        lines.map((line, i) => ({ after: `Words ${first(i) + 1} to `, type: `${line}\r` })),
        [],
      ),
    /** The last line, behind what is told before it. */
    uploadJson: async (...more: readonly string[]) => {
      const { code, out } = await sd([...upload, ...more, "--json"]);
      return { code, ...(JSON.parse(out.trimEnd().split("\n").at(-1)!) as object) };
    },
    transferKey: () => sd(words("transfer-key", "--sd-exchange-key", at("key.pem"))),
    /** Starts an upload, and kills it as soon as `when` holds. */
    killed: async (when: () => boolean) => {
      const child = spawn(process.execPath, [PROGRAM, ...upload], { stdio: "ignore" });
      const closed = new Promise<void>((ended) => child.once("close", () => ended()));
      while (!when() && child.exitCode === null)
        await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill("SIGKILL");
      await closed;
    },
  };
}

/** What an HSM says that took the blob, though its answer to that never came. */
const takes = (part: { pending: (Play | null)[]; activation: string }): void => {
  part.pending = [
    status("InProgress"),
    (response) => {
      part.activation = "Active";
      status("Success")(response);
    },
  ];
};

describe("sd hsm upload", () => {
  it("F43: whose answer is lost is not sent again: the status decides", async () => {
    const { part, upload, sent } = await stage();
    part.taken = (response) => {
      takes(part);
      breaks(response);
    };
    const ended = await upload();
    expect(ended.code, ended.errors).toBe(0);
    expect(ended.out).toContain("is Active");
    expect(sent()).toBe(1);
    refused(await upload(), "E-BLOB-USED");
    expect(sent()).toBe(1);
  });

  it("F43: killed when it was sent, the same command only waits", async () => {
    const { part, upload, killed, sent } = await stage();
    part.taken = () => {
      part.pending = [status("InProgress")];
    };
    await killed(() => sent() > 0);
    takes(part);
    const ended = await upload();
    expect(ended.code, ended.errors).toBe(0);
    expect(ended.out).toContain("nothing is sent");
    expect(sent()).toBe(1);
  });

  it("F43: that never reached the HSM goes out again, by a new command alone", async () => {
    const { part, upload, sent } = await stage();
    refused(await upload(), "E-HSM-NONE");
    expect(sent()).toBe(1);
    part.taken = (response) => {
      takes(part);
      json(response, 202, { status: "InProgress", status_details: "" });
    };
    expect((await upload()).code).toBe(0);
    expect(sent()).toBe(2);
  });
});

describe("sd hsm upload of a blob beside which a notice says that nobody confirmed its key", () => {
  const NOTICE = "blob.json.UNVERIFIED.txt";
  /** The key that the blob is for: what restore-blob was given. */
  const forKey = () => readRestoreBlob(blob).exchangeThumbprint;
  async function noticed(name = NOTICE, text = "A restore blob was made although ...") {
    const stood = await stage();
    stood.part.taken = (response) => {
      takes(stood.part);
      json(response, 202, { status: "InProgress", status_details: "" });
    };
    writeFileSync(stood.at(name), text);
    return stood;
  }

  it("sends nothing without a terminal, and prints the key and the line to add (B071)", async () => {
    const { upload, uploadJson, sent } = await noticed();
    const ended = await upload();
    expect({ code: ended.code, error: ended.errors.split(":")[0] }).toEqual({
      code: 3,
      error: "E-XK-UNSENT",
    });
    expect(ended.out).toContain("*** UNVERIFIED ***");
    expect(ended.out).toContain("Nothing was sent.");
    expect(ended.out).toContain(`\n  --exchange-sha256 ${forKey()}\n`);
    expect(await uploadJson()).toMatchObject({
      code: 3,
      exchange: { hex: forKey() },
      add: `--exchange-sha256 ${forKey()}`,
    });
    expect(sent()).toBe(0);
  });

  it("sends it once the key is confirmed, by its SHA-256 or its words", async () => {
    const words = toWords(fromHex(forKey())!).join(" ");
    for (const [flags, by] of [
      [["--exchange-sha256", forKey().toUpperCase()], "sha256"],
      [["--exchange-words", words], "words"],
    ] as const) {
      const { uploadJson, sent } = await noticed();
      const ended = await uploadJson(...flags);
      expect(ended).toMatchObject({ code: 0, confirmedBy: [by], unverified: false });
      expect(sent()).toBe(1);
    }
    const { upload, sent } = await noticed();
    refused(await upload("--exchange-sha256", "0".repeat(64)), "E-XK-DIFFERS");
    expect((await upload("--exchange-sha256", "0")).errors).toMatch(/^E-USAGE/);
    expect(sent()).toBe(0);
  });

  it("sends it anyway with the flag for it, and says so first and last", async () => {
    const { upload, sent } = await noticed();
    const ended = await upload("--exchange-unverified");
    expect(ended.code).toBe(0);
    expect(ended.errors).toMatch(/^W-XK-UNVERIFIED: NOBODY HAS CONFIRMED THIS EXCHANGE KEY/);
    expect(ended.out).toContain("*** UNVERIFIED ***");
    expect(sent()).toBe(1);
    const stood = await noticed();
    const told = await stood.uploadJson("--exchange-unverified");
    expect(told).toMatchObject({ code: 0, confirmedBy: [], unverified: true });
  });

  it.skipIf(noTerminal)(
    "asks for the key's words at a terminal, and sends nothing before they are right (needs python3)",
    async () => {
      const words = toWords(fromHex(forKey())!);
      const lines = Array.from({ length: 8 }, (_, i) => words.slice(4 * i, 4 * i + 4).join(" "));
      const stood = await noticed();
      const wrong = await stood.typing(Array<string>(5).fill(lines[1]!), () => 0);
      expect({ code: wrong.code, sent: stood.sent() }).toEqual({ code: 1, sent: 0 });
      expect(wrong.screen).toContain("\nE-XK-DIFFERS: ");
      const right = await stood.typing(lines, (i) => 4 * i);
      expect({ code: right.code, sent: stood.sent() }).toEqual({ code: 0, sent: 1 });
      expect(right.screen).toContain("its words are those of the connected side");
    },
  );

  it("knows it in other capitals, and a renamed blob by the SHA-256 in its notice", async () => {
    const upper = await noticed("BLOB.JSON.unverified.TXT");
    expect((await upper.upload()).code).toBe(3);
    const renamed = await noticed("other.UNVERIFIED.txt", `blob: ${sha256Hex(blob)}\n`);
    expect((await renamed.upload()).code).toBe(3);
    expect([upper.sent(), renamed.sent()]).toEqual([0, 0]);
    const another = await noticed("other.UNVERIFIED.txt", `blob: ${"0".repeat(64)}\n`);
    expect(await another.uploadJson()).toMatchObject({ code: 0, unverified: false });
    // What is given is compared, also where there is no notice.
    const plain = await stage();
    refused(await plain.upload("--exchange-sha256", "0".repeat(64)), "E-XK-DIFFERS");
  });
});

describe("sd hsm transfer-key", () => {
  it("keeps the answer as it came before it reads it, whatever it is", async () => {
    const { part, transferKey, at } = await stage();
    part.key = (response) => json(response, 200, { key_format: "jwk", transfer_key: "{}" });
    const ended = await transferKey();
    expect(ended.code).toBe(1);
    expect(JSON.parse(readFileSync(at("key.pem.received"), "utf8"))).toEqual({
      key_format: "jwk",
      transfer_key: "{}",
    });
    expect(existsSync(at("key.pem"))).toBe(false);
    // Nothing is written over it, and the file that is there is named.
    const again = await transferKey();
    refused(again, "E-FILE-EXISTS");
    expect(again.errors).toContain("FILE.received, an earlier answer of the HSM, is there");
  });

  it("leaves nothing of an answer that broke off", async () => {
    const { part, transferKey, at } = await stage();
    part.key = (response) => {
      response.writeHead(200, { "Content-Length": "9000" });
      response.write("{", () => setTimeout(() => breaks(response), 20));
    };
    expect((await transferKey()).code).toBe(1);
    expect([at("key.pem.received"), at("key.pem")].some(existsSync)).toBe(false);
  });
});
