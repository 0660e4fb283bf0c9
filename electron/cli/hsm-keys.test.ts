// `sd hsm keys`: a list that only who may read keys can make, and that is never overwritten.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sha256Hex } from "../../crypto/index.ts";
import { readKeyList } from "../hsm/key-list.ts";
import { letAdministratorRead } from "../rehearsal-hsm/hsm.fixture.ts";
import { activate, makeOfficers } from "../rehearsal-hsm/officers.fixture.ts";
import { connectionTo, serveHsm } from "./hsm.fixture.ts";
import { expectRefusal, sdJson, sd, temporaryFolder } from "./program.fixture.ts";

const NAME = "Contoso-HSM";

it("writes every version with its public half, and who has which role", async () => {
  const folder = temporaryFolder();
  const hsm = await serveHsm(["--dir", join(folder, "hsm"), "--name", NAME, "--pending", "0.1"]);
  await activate(hsm.client, makeOfficers(3));
  const out = join(folder, "keys.json");
  const words = ["hsm", "keys", ...connectionTo(hsm, NAME), "--out", out];
  expectRefusal(await sd(words), "E-KEYS-READER");
  await letAdministratorRead(hsm.client);
  const { code, result } = await sdJson(words);
  expect(code).toBe(0);
  const bytes = new Uint8Array(readFileSync(out));
  const list = readKeyList(bytes);
  expect(list).toMatchObject({
    hsm: NAME,
    roles: [
      { roleName: "Managed HSM Crypto Auditor", scope: "/keys" },
      { roleName: "Managed HSM Administrator", scope: "/" },
    ],
  });
  expect(list.keys.map(({ name }) => name)).toEqual([
    "Contoso-DISK-CMK",
    "Contoso-SQLMI-CMK",
    "Contoso-STORAGE-CMK",
  ]);
  expect(result).toMatchObject({
    hsm: NAME,
    keys: 3,
    roles: 2,
    file: out,
    sha256: { hex: sha256Hex(bytes) },
  });
  const again = join(folder, "again.json");
  expect((await sd([...words.slice(0, -1), again])).code).toBe(0);
  const untimed = (file: string) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => !line.includes("listedAt"));
  expect(untimed(again)).toEqual(untimed(out));
  expectRefusal(await sd(words), "E-FILE-EXISTS");
  expectRefusal(await sd([...words, join(folder, "more")]), "E-USAGE", 2);
});
