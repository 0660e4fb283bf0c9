// `sd hsm check` and `sd hsm after`: every point of what is on the table, and of what came of it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { random } from "../../crypto/index.ts";
import { makeWrappingKey, type KeyFiles } from "../../crypto/secret-half.ts";
import { ADMINISTRATOR, AUDITOR } from "../rehearsal-hsm/sign-in.ts";
import { letAdministratorRead } from "../rehearsal-hsm/hsm.fixture.ts";
import { connectionTo, serveHsm } from "./hsm.fixture.ts";
import { expectRefusal, sd, temporaryFolder, type Ended } from "./program.fixture.ts";

const PASSPHRASE = "a rehearsal passphrase, long enough";
const NAME = "Contoso-HSM";
let officers: readonly KeyFiles[];

beforeAll(async () => {
  officers = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      makeWrappingKey(
        { commonName: `Officer ${n}`, rehearsal: true, now: new Date(), random },
        2048,
        PASSPHRASE,
      ),
    ),
  );
});

async function stage() {
  const folder = temporaryFolder();
  const hsm = await serveHsm(["--dir", join(folder, "hsm"), "--name", NAME, "--pending", "0.1"]);
  const all = officers.map(({ certificate }, i) => {
    const path = join(folder, `cert_${i}.cer`);
    writeFileSync(path, certificate.pem);
    return path;
  });
  const ask = (question: string, ...flags: readonly string[]) =>
    sd(["hsm", question, ...connectionTo(hsm, NAME), ...flags]);
  const out = [join(folder, "stick-1"), join(folder, "stick-2")];
  const domain = join(out[0]!, `${NAME}-SD.json`);
  return { folder, hsm, ask, all, three: all.slice(0, 3), out, domain };
}

/** The lines of the points that are not good, without their advice. */
const notGood = ({ out }: Ended): readonly string[] =>
  out
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^(DECIDE|WRONG ) /.test(line));

describe("sd hsm check", () => {
  it("checks certificates, quorum and room beside the HSM, and who signed in", async () => {
    const { ask, three, out } = await stage();
    const { code, out: said } = await ask("check", "--sd-wrapping-keys", ...three, "--out", ...out);
    expect(code).toBe(0);
    for (const line of [
      "You are one of its first administrators; only they can activate it.",
      "This machine's clock agrees with Azure's within five minutes.",
      "3 different certificates are named.",
      "2 of 3 officers will open the domain.",
      "Folder 1 has room for the answer and the domain.",
    ])
      expect(said).toContain(`  good    ${line}`);
    expect(said).toContain("  DECIDE  Both folders are on one disk");
  });

  it("says what is wrong with them, all at once, and what is no record", async () => {
    const { ask, three, folder } = await stage();
    const [one = "", two = ""] = three;
    const above = await ask("check", "--sd-wrapping-keys", ...three, "--sd-quorum", "4");
    expect([above.code, notGood(above).at(-1)]).toEqual([1, expect.stringMatching(/^WRONG .*4/)]);
    const twice = await ask("check", "--sd-wrapping-keys", one, two, one);
    expect([twice.code, notGood(twice).at(-1)]).toEqual([1, expect.stringMatching(/^WRONG /)]);
    writeFileSync(join(folder, "record.jsonl"), "{}\n");
    const none = await ask("check", "--sd-wrapping-keys", ...three, "--record", folder);
    expect([none.code, notGood(none).at(-1)]).toEqual([1, expect.stringMatching(/^WRONG /)]);
    expectRefusal(await ask("check", "--record", folder), "E-USAGE", 2);
    expectRefusal(await ask("check", "--out", folder), "E-USAGE", 2);
  });
});

describe("sd hsm after", () => {
  it("finds an HSM that is not active yet wrong, and reads no role of it", async () => {
    const { ask } = await stage();
    const ended = await ask("after");
    expect(ended.code).toBe(1);
    expect(notGood(ended)).toEqual(["WRONG   Azure does not say that the HSM is active."]);
    expect(ended.errors).toMatch(/^E-HSM-AFTER: /);
  });

  it("compares domain and roles with the plan, and gives the query to keep", async () => {
    const { ask, hsm, three, all, out, domain, folder } = await stage();
    const made = await ask(
      "download",
      "--every",
      "0.1",
      "--sd-wrapping-keys",
      ...three,
      "--out",
      ...out,
    );
    expect(made.code, made.errors).toBe(0);
    const good = await ask("after", "--sd-file", domain, "--sd-wrapping-keys", ...three);
    expect([good.code, notGood(good)], good.out).toEqual([0, []]);
    expect(good.out).toContain("The domain names exactly these 3 certificates, and quorum 2.");
    expect(good.out).toContain(`${ADMINISTRATOR} is Managed HSM Administrator at /: `);
    expect(good.out).toContain('ResourceId endswith "/MANAGEDHSMS/CONTOSO-HSM"');
    const other = await ask("after", "--sd-file", domain, "--sd-wrapping-keys", ...all.slice(1));
    expect([other.code, notGood(other)]).toEqual([
      1,
      ["WRONG   The domain names other certificates, or another quorum."],
    ]);
    await letAdministratorRead(hsm.client);
    expect(notGood(await ask("after"))).toEqual([
      expect.stringMatching(/^DECIDE .* is Managed HSM Crypto Auditor at \/keys: can read keys/),
    ]);
    const plan = join(folder, "roles.json");
    writeFileSync(
      plan,
      JSON.stringify([
        { role: "Managed HSM Administrator", principal: ADMINISTRATOR, scope: "/" },
        { role: "Managed HSM Crypto Auditor", principal: ADMINISTRATOR, scope: "/keys" },
        { role: "Managed HSM Crypto User", principal: AUDITOR, scope: "/keys" },
      ]),
    );
    const planned = await ask("after", "--roles", plan);
    expect([planned.code, notGood(planned)]).toEqual([
      1,
      [`WRONG   ${AUDITOR} is not Managed HSM Crypto User at /keys, but should be.`],
    ]);
    writeFileSync(plan, "{}");
    expectRefusal(await ask("after", "--roles", plan), "E-HSM-PLAN");
  });
});
