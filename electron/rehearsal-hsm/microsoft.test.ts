// Checked by others: Microsoft's Python clients and azure-cli take two HSMs through everything, with a
// domain of which three of five officers open.
import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { writePem } from "../../crypto/index.ts";
import { temporaryFolder } from "./hsm.fixture.ts";
import { makeOfficers } from "./officers.fixture.ts";
import { startProcess, useProgram } from "./process.fixture.ts";

/** Debian's own Python, for Debian's own packages. */
const PYTHON = "/usr/bin/python3";
const there =
  existsSync("/usr/bin/az")
  && existsSync("/usr/lib/python3/dist-packages/azure/keyvault/securitydomain");
const passedOver = !there && process.env["CI"] !== "true";

describe.skipIf(passedOver)("Microsoft's clients (need azure-cli and python3-azure)", () => {
  const program = useProgram();

  it("take two rehearsal HSMs through activation, recovery, backup and restore", async () => {
    const [folder, store] = [temporaryFolder(), temporaryFolder()];
    for (const [i, { certificate, pkcs8 }] of makeOfficers(5).entries()) {
      writeFileSync(join(folder, `cert_${i}.cer`), certificate.pem);
      writeFileSync(join(folder, `cert_${i}.key`), writePem("PRIVATE KEY", pkcs8));
    }
    const start = async (name: string) => {
      const args = { dir: temporaryFolder(), store, name, pendingSeconds: 1 };
      return (await startProcess(program(), args)).address;
    };
    const [source, recovered, other] = [
      await start("A-HSM"),
      await start("B-HSM"),
      await start("C-HSM"),
    ];
    const plan = JSON.stringify({ folder, source, recovered, other });
    const { code, out, errors } = await run([
      fileURLToPath(new URL("microsoft.fixture.py", import.meta.url)),
      plan,
    ]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(out.trim().split("\n")).toEqual([
      "strict TLS",
      "activation",
      "roles",
      "settings",
      "keys",
      "another download",
      "a wrong blob",
      "recovery",
      "backup and restore",
    ]);
  });
});

function run(args: readonly string[]) {
  return new Promise<{ code: number | null; out: string; errors: string }>((ended) => {
    const child = spawn(PYTHON, args, { stdio: ["ignore", "pipe", "pipe"] });
    let [out, errors] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => void (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => void (errors += chunk.toString()));
    child.on("close", (code) => ended({ code, out, errors }));
  });
}
