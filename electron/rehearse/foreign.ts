// Before an adoption: someone made keys with openssl and downloaded the security domain with az,
// without a record. The commands are those of Microsoft's page on activation.
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { concat, readCertificate, utf8 } from "../../crypto/index.ts";
import { replace, syncFolder } from "../disk/disk.ts";
import { environmentFor } from "../disk/own-environment.ts";
import type { Hsm } from "../hsm/hsm.ts";
import { readAnswer } from "../hsm/download.ts";
import { MEDIA } from "../usecases/deps.ts";
import { fault } from "./faults.ts";
import type { RunningHsm } from "../session/session.ts";

const ASK_MS = 500;

/**
 * Makes what is missing: keys that people put on the media themselves are used.
 * @param media the folder of the officers' media
 * @throws Fault E-REHEARSE-OPENSSL, E-REHEARSE-HSM, E-HSM-*
 */
export async function makeForeignDomain(
  media: string,
  { officers, quorum }: { readonly officers: number; readonly quorum: number },
  name: string,
  startHsm: () => Promise<RunningHsm>,
): Promise<void> {
  const file = `${name}-SD.json`;
  if (existsSync(join(media, MEDIA.transfer, file))) return;
  const certificates = Array.from({ length: officers }, (_, i) =>
    readCertificate(new Uint8Array(readFileSync(keyMadeOn(join(media, MEDIA.own(i + 1)), i)))),
  );
  const running = await startHsm();
  try {
    const text = await downloaded(await running.client(), certificates, quorum);
    replace(join(media, MEDIA.transfer), file, utf8(text));
  } finally {
    await running.end();
  }
}

/** The path of the officer's certificate; makes it with its key if there is none. */
function keyMadeOn(folder: string, at: number): string {
  const found = readdirSync(folder).find((name) => name.endsWith(".cer"));
  if (found !== undefined) return join(folder, found);
  const [key, certificate] = [".key", ".cer"].map((end) =>
    join(folder, `cert_${String(at)}${end}`),
  );
  const { status } = spawnSync(
    "openssl",
    [
      "req",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-keyout",
      key ?? "",
      "-x509",
      "-days",
      "365",
      "-subj",
      `/O=REHEARSAL/CN=Security officer ${String(at + 1)}`,
      "-out",
      certificate ?? "",
    ],
    { stdio: "ignore", env: environmentFor("every") },
  );
  if (status !== 0) throw fault("E-REHEARSE-OPENSSL");
  forceDown(folder, [key ?? "", certificate ?? ""]);
  return certificate ?? "";
}

/** What another program wrote is durable only once it was forced. */
function forceDown(folder: string, files: readonly string[]): void {
  for (const file of files) {
    const open = openSync(file, "r+");
    try {
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
  }
  syncFolder(folder);
}

async function downloaded(
  hsm: Hsm,
  certificates: Parameters<Hsm["download"]>[0],
  required: number,
): Promise<string> {
  let answer = new Uint8Array();
  const sink = {
    write: (chunk: Uint8Array) => {
      answer = concat(answer, chunk) as typeof answer;
    },
  };
  await hsm.download(certificates, required, sink);
  while ((await hsm.downloadStatus()).state === "running") await setTimeout(ASK_MS);
  return readAnswer(answer);
}
