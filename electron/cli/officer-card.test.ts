// The officer's card as it is printed: its commands, read from the PDF and run by openssl and az on
// the media of a rehearsal, bring the HSM back. Only what stands for something else is filled in.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isArray, isObject, type Json } from "../../crypto/index.ts";
import { AZ, NAME, shellFor, type AzEnded } from "../rehearsal-hsm/az-program.fixture.ts";
import { letAdministratorRead, textOf } from "../rehearsal-hsm/hsm.fixture.ts";
import { sasFor } from "../rehearsal-hsm/sas.fixture.ts";
import { startProcess, useProgram, type HsmProcess } from "../rehearsal-hsm/process.fixture.ts";
import {
  HSM,
  keyOf,
  PASSPHRASES,
  rehearsedActivation,
  type Activation,
} from "./activation.fixture.ts";
import { sha256OfExchange } from "./exchange.fixture.ts";
import { run, temporaryFolder } from "./program.fixture.ts";

const NEEDED = [AZ, "/usr/bin/openssl", "/usr/bin/pdftotext", "/usr/bin/python3"];
const passedOver = !NEEDED.every((program) => existsSync(program)) && process.env["CI"] !== "true";
const STORAGE = new Map([
  ["ACCOUNT", "contoso"],
  ["CONTAINER", "hsm-backups"],
]);

/** The lines of the card that a shell is given, continued ones as one; and all of its text. */
function cardOf({ out }: Activation): { readonly commands: readonly string[]; text: string } {
  const text = spawnSync("pdftotext", ["-raw", join(out, "papers", "officer-1-card.pdf"), "-"], {
    encoding: "utf8",
  }).stdout;
  const commands = text
    .replace(/ \\\n\s*/g, " ")
    .split("\n")
    .filter((line) => /^(az|openssl) /.test(line));
  return { commands, text };
}

/** The one command that begins so. */
function one(commands: readonly string[], begins: string): string {
  const found = commands.filter((line) => line.startsWith(begins));
  expect(found, begins).toHaveLength(1);
  return found[0]!;
}

/** A passphrase as a word of a shell. */
const word = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** With the name of the HSM and those of the storage. */
const filledIn = (line: string, token: string): string =>
  [...STORAGE, ["TOKEN", word(token)] as const].reduce(
    (all, [name, value]) => all.replaceAll(` ${name}`, ` ${value}`),
    line.replace("--hsm-name NEW", `--hsm-name ${NAME}`),
  );

/** What openssl printed; at a terminal, where the passphrase is typed when it is asked for. */
async function openssl(line: string, folder: string, typed: string): Promise<string> {
  const driver = fileURLToPath(new URL("terminal.fixture.py", import.meta.url));
  const argv = ["/bin/sh", "-c", `cd ${word(folder)} && ${line}`];
  const answers = line.includes(" pkey ") ? [{ after: "pass phrase", type: `${typed}\n` }] : [];
  const { out } = await run("/usr/bin/python3", [driver, JSON.stringify({ argv, answers })]);
  const { code, screen } = JSON.parse(out) as { code: number; screen: string };
  expect(code, screen).toBe(0);
  return /= ?([0-9a-f]{64})\s*$/.exec(screen)?.[1] ?? "none";
}

/** The names of its keys, sorted. */
async function keysOf(hsm: HsmProcess): Promise<readonly Json[]> {
  await letAdministratorRead(hsm);
  const { body } = await hsm.ask("GET", "/keys?api-version=7.5");
  const list = body["value"] ?? null;
  return isArray(list)
    ? list
        .map(
          (key) =>
            textOf(isObject(key) ? key["kid"] : undefined)
              .split("/")
              .at(-1) ?? "",
        )
        .sort()
    : [];
}

function worked({ code, answer, errors }: AzEnded): Json {
  expect(code, errors).toBe(0);
  return answer;
}

describe.skipIf(passedOver)("the card of an officer (needs azure-cli, openssl, poppler)", () => {
  const program = useProgram();

  it("says by openssl which key and which security domain these are", async () => {
    const activation = await rehearsedActivation();
    const { commands, text } = cardOf(activation);
    const folder = temporaryFolder();
    cpSync(dirname(keyOf(activation, 1)), folder, { recursive: true });
    cpSync(activation.domain, join(folder, `${HSM}-SD.json`));
    const printed: string[] = [];
    for (const line of commands.filter((each) => each.startsWith("openssl ")))
      if (!line.includes("NEW-exchange.pem"))
        printed.push(await openssl(line, folder, PASSPHRASES[0]));
    const [ofKey, ofCertificate, certificate, domain] = printed;
    expect(printed).toHaveLength(4);
    expect(ofKey).toBe(ofCertificate);
    expect(text).toContain(certificate);
    expect(text).toContain(domain);
    expect(new Set(printed).size).toBe(3);
  });

  it("brings the HSM back by az, with two officers' media and a full backup", async () => {
    const activation = await rehearsedActivation();
    const { commands } = cardOf(activation);
    const [table, store, home, dir] = [
      temporaryFolder(),
      temporaryFolder(),
      temporaryFolder(),
      join(temporaryFolder(), "hsm"),
    ];
    cpSync(join(activation.media, ".ceremonies", "hsm", HSM), dir, { recursive: true });
    const source = await startProcess(program(), { dir, store, pendingSeconds: 1 });
    const fresh = await startProcess(program(), {
      dir: temporaryFolder(),
      store,
      name: "NEW",
      pendingSeconds: 1,
    });
    for (const n of [1, 2]) {
      mkdirSync(join(table, `officer-${n}`));
      cpSync(dirname(keyOf(activation, n)), join(table, `officer-${n}`), { recursive: true });
    }
    cpSync(activation.domain, join(table, `${HSM}-SD.json`));
    const [atSource, atFresh] = [
      await shellFor(source.address, home),
      await shellFor(fresh.address, home),
    ];
    const token = sasFor(source.address, "https://contoso.blob.core.windows.net/hsm-backups");
    const az = async (begins: string, line = one(commands, begins)): Promise<Json> =>
      worked(await atFresh(filledIn(line, token), table));

    const backup = worked(
      await atSource(filledIn(one(commands, "az keyvault backup start"), token), table),
    );
    const folderUrl = textOf(isObject(backup) ? backup["folderUrl"] : undefined);
    const folder = folderUrl.split("/").at(-1) ?? "";
    await az("az keyvault security-domain init-recovery");
    // At 2 and at 3: the same line, and so the same key.
    const digests = commands.filter((line) =>
      line.startsWith("openssl x509 -in NEW-exchange.pem "),
    );
    expect(digests).toHaveLength(2);
    expect(digests[0]).toBe(digests[1]);
    const exchange = join(table, "NEW-exchange.pem");
    expect(await openssl(digests[0]!, table, "")).toBe(sha256OfExchange(exchange));
    await az(
      "",
      one(commands, "az keyvault security-domain restore-blob")
        .replace("PASSPHRASE-1", word(PASSPHRASES[0]))
        .replace("PASSPHRASE-2", word(PASSPHRASES[1])),
    );
    expect(readdirSync(table)).toContain("NEW-restore-blob.json");
    expect(await az("az keyvault security-domain upload")).toMatchObject({ status: "Success" });
    await az("az keyvault backup start");
    await az("", one(commands, "az keyvault restore start").replace(" FOLDER", ` ${folder}`));
    const original = await keysOf(source);
    expect(original.length).toBeGreaterThan(0);
    expect(await keysOf(fresh)).toEqual(original);
  });

  it("asks for the status by a path that az's own model of the answer has", async () => {
    const { commands } = cardOf(await rehearsedActivation());
    const show = one(commands, "az keyvault show --hsm-name NEW --query ");
    const hsm = await startProcess(program(), { dir: temporaryFolder(), name: "NEW" });
    const { text } = await hsm.ask(
      "GET",
      "/subscriptions/0/resourceGroups/g/providers/"
        + "Microsoft.KeyVault/managedHSMs/NEW?api-version=2024-11-01",
    );
    const script =
      "import json, sys, jmespath\n"
      + "from azure.mgmt.keyvault.v2024_11_01.models import ManagedHsm\n"
      + "from azure.cli.core.util import todict\n"
      + "answer = ManagedHsm.deserialize(json.loads(sys.argv[2]))\n"
      + "print(jmespath.search(sys.argv[1], todict(answer)))";
    const { out, errors } = await run("/usr/bin/python3", [
      "-W",
      "ignore",
      "-c",
      script,
      show.split(" ").at(-1)!,
      text,
    ]);
    expect(out.trim(), errors).toBe("NotActivated");
  });
});
