// For tests: an HSM that is played answer by answer, and `sd hsm download` put to it.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { onTestFinished } from "vitest";
import { random } from "../../crypto/index.ts";
import { makeWrappingKey, type KeyFiles } from "../../crypto/secret-half.ts";
import { FILE_CALLS, straceFlags } from "../disk/strace.fixture.ts";
import type { ServerIdentity } from "../hsm/azure/certificates.fixture.ts";
import { rehearsalClient } from "../hsm/azure/rehearsal-client.ts";
import { json, scriptedServer, TOKEN, type Asked } from "../hsm/azure/scripted-server.fixture.ts";
import { startRehearsalHsm } from "../rehearsal-hsm/rehearsal-hsm.ts";
import { PROGRAM, run, sdAtHome, temporaryFolder, type Ended } from "./program.fixture.ts";

type Play = (response: ServerResponse) => void;

/** What the HSM answers; a test changes it as it goes. */
export interface Part {
  activation: string;
  download: Play;
  /** One an asking; the last for ever. Null: it knows of no download. */
  pending: (Play | null)[];
}

/** The officers, and a real answer to a download for them, as a rehearsal HSM gives it. */
export interface Given {
  readonly officers: readonly KeyFiles[];
  readonly answer: Buffer;
}

/** Made once for a file of tests: keys take their time. */
export async function officersAndAnswer(): Promise<Given> {
  const named = (n: number) => ({
    commonName: `Officer ${n}`,
    rehearsal: true,
    now: new Date(),
    random,
  });
  const officers = await Promise.all(
    [1, 2, 3].map((n) => makeWrappingKey(named(n), 2048, "a rehearsal passphrase, long enough")),
  );
  const dir = mkdtempSync(join(tmpdir(), "played-"));
  const running = await startRehearsalHsm({
    dir,
    name: "Contoso-HSM",
    clock: () => new Date(),
    random,
  });
  const chunks: Uint8Array[] = [];
  const certificates = officers.map(({ certificate }) => certificate);
  await rehearsalClient({ name: "Contoso-HSM", ...running }).download(certificates, 2, {
    write: (chunk) => chunks.push(chunk),
  });
  await running.close();
  rmSync(dir, { recursive: true });
  return { officers, answer: Buffer.concat(chunks) };
}

export const status =
  (word: string): Play =>
  (response) =>
    json(response, 200, { status: word, status_details: "in its own words" });

export const fullAnswer =
  ({ answer }: Given): Play =>
  (response) => {
    response.writeHead(202, { "Content-Type": "application/json" }).end(answer);
  };

export interface Played {
  readonly part: Part;
  /** The two folders. */
  readonly out: readonly [string, string];
  readonly download: (...more: readonly string[]) => Promise<Ended>;
  /** As `download`, under strace with this fault in the calls on these paths. */
  readonly failing: (paths: readonly string[], inject: string) => Promise<Ended>;
  /** The home of who runs it. */
  readonly home: string;
  /** The files on the own disk, by the whole of what waits there. */
  readonly waits: () => readonly string[];
  /** Starts it, and kills it as soon as `when` holds. */
  readonly killed: (when: () => boolean) => Promise<void>;
  /** How often a download was really asked for. */
  readonly sent: () => number;
  /** The names in each folder but the marker, and what a file holds in both. */
  readonly lies: () => readonly string[];
  readonly held: (name: string) => readonly Buffer[];
}

/** A played HSM that waits to be activated, and gives the whole answer unless told otherwise. */
export async function played(identity: ServerIdentity, given: Given): Promise<Played> {
  const part: Part = {
    activation: "NotActivated",
    download: fullAnswer(given),
    pending: [status("Success")],
  };
  const posts: Asked[] = [];
  const server = await scriptedServer(identity, (response, asked) => {
    if (asked.method === "POST") {
      posts.push(asked);
      part.download(response);
    } else if (asked.path.includes("/managedHSMs/")) {
      json(response, 200, {
        properties: { securityDomainProperties: { activationStatus: part.activation } },
      });
    } else {
      // Before the download there is none to report.
      const next =
        posts.length === 0 && part.activation === "NotActivated"
          ? null
          : part.pending.length > 1
            ? part.pending.shift()
            : part.pending[0];
      if (next === null || next === undefined) json(response, 404, {});
      else next(response);
    }
  });
  onTestFinished(server.close);
  const folder = temporaryFolder();
  const files = { "ca.pem": identity.caPem, token: TOKEN };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const certificates = given.officers.map(({ certificate }, i) => {
    writeFileSync(join(folder, `cert_${i}.cer`), certificate.pem);
    return join(folder, `cert_${i}.cer`);
  });
  const home = join(folder, "home");
  const env = { ...process.env, HOME: home, USERPROFILE: home } as Record<string, string>;
  const out = [join(folder, "one"), join(folder, "other")] as const;
  const words = [
    "hsm",
    "download",
    "--hsm-url",
    `https://localhost:${server.port}`,
    "--hsm-name",
    "Contoso-HSM",
    "--ca-file",
    join(folder, "ca.pem"),
    "--token-file",
    join(folder, "token"),
    "--every",
    "0.05",
    "--sd-wrapping-keys",
    ...certificates,
    "--out",
    ...out,
  ];
  return {
    part,
    out,
    download: (...more) => sdAtHome([...words, ...more], home),
    home,
    failing: (paths, inject) => {
      const where = paths.flatMap((path) => ["-P", path]);
      const tracer = [
        ...straceFlags(inject),
        ...FILE_CALLS,
        "-o",
        "/dev/null",
        ...where,
        "-e",
        `inject=${inject}`,
      ];
      return run("strace", [...tracer, process.execPath, PROGRAM, ...words], { env });
    },
    waits: () =>
      (existsSync(home) ? readdirSync(home, { recursive: true, withFileTypes: true }) : [])
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
    killed: async (when) => {
      const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: "ignore", env });
      const closed = new Promise<void>((ended) => child.once("close", () => ended()));
      while (!when() && child.exitCode === null)
        await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill("SIGKILL");
      await closed;
    },
    sent: () => posts.length,
    lies: () =>
      out
        .flatMap((place) => readdirSync(place))
        .filter((name) => name !== "medium.json")
        .sort(),
    held: (name) => out.map((place) => readFileSync(join(place, name))),
  };
}
