// Checked by others: the program az, unchanged, takes two rehearsal HSMs from activation to a
// restore.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isArray, isObject, writePem, type Json } from "../../crypto/index.ts";
import { AZ, azFor, type AskAz } from "./az-program.fixture.ts";
import { temporaryFolder, textOf } from "./hsm.fixture.ts";
import { activate, makeOfficers } from "./officers.fixture.ts";
import { startProcess, useProgram } from "./process.fixture.ts";
import { ADMINISTRATOR } from "./sign-in.ts";

const passedOver = !existsSync(AZ) && process.env["CI"] !== "true";
const BY_IDENTITY = [
  "--use-managed-identity",
  "true",
  "--storage-resource-uri",
  "https://contoso.blob.core.windows.net/hsm-backups",
];

const AUDITOR_ROLE = "Managed HSM Crypto Auditor";
const SETTING = "AllowKeyManagementOperationsThroughARM";

const member = (value: Json, name: string): Json =>
  isObject(value) ? (value[name] ?? null) : null;
/** The names of what az lists, sorted. */
const names = (list: Json): readonly Json[] =>
  isArray(list) ? list.map((one) => member(one, "name")).sort() : [];

/** What az answers, where it must succeed. */
const taking =
  (ask: AskAz) =>
  async (...words: Parameters<AskAz>): Promise<Json> => {
    const { code, answer, errors } = await ask(...words);
    expect([words[0], code], errors).toEqual([words[0], 0]);
    return answer;
  };

/** The administrator, who may not list keys, takes the role that may. */
async function letRead(ask: ReturnType<typeof taking>): Promise<string> {
  const given = await ask(
    "role assignment create",
    "--role",
    AUDITOR_ROLE,
    "--scope",
    "/keys",
    "--assignee-object-id",
    ADMINISTRATOR,
  );
  expect(given).toMatchObject({
    principalId: ADMINISTRATOR,
    roleName: AUDITOR_ROLE,
    scope: "/keys",
  });
  return textOf(member(given, "name") ?? undefined);
}

describe.skipIf(passedOver)("az (needs azure-cli)", () => {
  const program = useProgram();

  it("activates one rehearsal HSM, and recovers it in another", async () => {
    const [folder, store] = [temporaryFolder(), temporaryFolder()];
    const officers = makeOfficers(3).map(({ certificate, pkcs8 }, i) => {
      const [cer, key] = [join(folder, `cert_${i}.cer`), join(folder, `cert_${i}.key`)];
      writeFileSync(cer, certificate.pem);
      writeFileSync(key, writePem("PRIVATE KEY", pkcs8));
      return { cer, key };
    });
    const start = async (name: string) => {
      const hsm = { dir: temporaryFolder(), store, name, pendingSeconds: 1 };
      return taking(await azFor((await startProcess(program(), hsm)).address, folder));
    };
    const [source, recovered] = [await start("A-HSM"), await start("B-HSM")];

    const domain = join(folder, "A-HSM-SD.json");
    const active = { status: "Success", statusDetails: "The resource is active." };
    expect(
      await source(
        "security-domain download",
        "--security-domain-file",
        domain,
        "--sd-quorum",
        "2",
        "--sd-wrapping-keys",
        ...officers.map(({ cer }) => cer),
      ),
    ).toEqual(active);
    expect(Object.keys(JSON.parse(readFileSync(domain, "utf8")) as object)).toEqual([
      "EncData",
      "SharedKeys",
      "version",
    ]);
    await letRead(source);
    const original = names(await source("key list"));
    expect(original).toHaveLength(3);
    const backup = member(await source("backup start", ...BY_IDENTITY), "folderUrl");
    const folderOfBackup = textOf(backup).split("/").at(-1)!;

    const exchange = join(folder, "exchange.pem");
    await recovered("security-domain init-recovery", "--sd-exchange-key", exchange);
    const blob = join(folder, "blob.json");
    await recovered(
      "security-domain restore-blob",
      "--sd-file",
      domain,
      "--sd-exchange-key",
      exchange,
      "--sd-file-restore-blob",
      blob,
      "--sd-wrapping-keys",
      officers[2]!.key,
      officers[0]!.key,
    );
    expect(await recovered("security-domain upload", "--sd-file", blob, "--restore-blob")).toEqual(
      active,
    );
    await letRead(recovered);
    expect(names(await recovered("key list"))).toEqual([]);
    await recovered("backup start", ...BY_IDENTITY);
    await recovered("restore start", "--backup-folder", folderOfBackup, ...BY_IDENTITY);
    expect(names(await recovered("key list"))).toEqual(original);
  });

  it("reads and gives roles, is kept from keys without one, and changes a setting", async () => {
    const hsm = await startProcess(program(), { dir: temporaryFolder(), pendingSeconds: 0 });
    await activate(hsm, makeOfficers(3));
    const ask = await azFor(hsm.address, temporaryFolder());
    const az = taking(ask);
    const refused = await ask("key list");
    expect([refused.code, refused.errors]).toEqual([
      1,
      expect.stringContaining("Not authorized to access Microsoft.KeyVault/managedHsm/keys/"),
    ]);
    const roles = await az("role definition list");
    expect(isArray(roles) ? roles.map((one) => member(one, "roleName")) : []).toContain(
      AUDITOR_ROLE,
    );
    const name = await letRead(az);
    const list = ["role assignment list", "--scope", "/keys"] as const;
    expect(names(await az(...list))).toEqual([name]);
    await az("role assignment delete", "--name", name, "--scope", "/keys");
    expect(names(await az(...list))).toEqual([]);
    expect(member(await az("setting show", "--name", SETTING), "value")).toBe("false");
    await az("setting update", "--name", SETTING, "--value", "true");
    expect(await az("setting list")).toMatchObject([{ name: SETTING, value: "true" }]);
  });
});
