// A recovery HSM whose exchange key has no quote: the key is made before the app first asks, by the
// command line on the very folder in which the app will find its HSM.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../bundle.fixture.ts";
import type { Home } from "./app.fixture.ts";

/** Makes it in rehearsal `n`, for the HSM of this name; the owner of the home owns it too. */
export async function makeKeyWithoutQuote(home: Home, n: number, name: string): Promise<void> {
  const hidden = join(home.media(n), ".ceremonies");
  const hsm = spawn(
    process.execPath,
    [
      join(ROOT, "dist", "sd.cjs"),
      "rehearsal-hsm",
      "--dir",
      join(hidden, "hsm", name),
      "--store",
      join(hidden, "store"),
      "--name",
      name,
      "--quote",
      "none",
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    const [line] = (await once(createInterface(hsm.stdout), "line")) as [string];
    const { url, caFile, tokenFile } = JSON.parse(line) as Record<string, string>;
    const headers = { authorization: `Bearer ${readFileSync(tokenFile!, "utf8")}` };
    const asked = request(`${url!}/securitydomain/upload?api-version=7.5`, {
      ca: readFileSync(caFile!),
      headers,
    });
    asked.end();
    const [{ statusCode }] = (await once(asked, "response")) as [{ statusCode: number }];
    if (statusCode !== 200) throw new Error(`the HSM answered ${String(statusCode)}`);
  } finally {
    hsm.kill("SIGTERM");
    await once(hsm, "exit");
  }
  const owned = spawnSync("chown", ["-R", `--reference=${home.media(n)}`, hidden]);
  if (owned.status !== 0) throw new Error(String(owned.stderr));
}
