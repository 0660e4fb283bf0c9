// Azure's identity service at its own address, as a virtual machine finds it.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { ROOT } from "../bundle.fixture.ts";
import type { Site } from "./site.fixture.ts";
import { leave } from "./test.fixture.ts";

const IMDS = "169.254.169.254";
const LASTS_SECONDS = 3600;
/** In a namespace of their own the tests may give the loopback Azure's address. */
export const isAlone = process.getuid?.() === 0 && (process.env["SD_PROJECT"] ?? ROOT) !== ROOT;

const until = (): number => Math.floor(Date.now() / 1000) + LASTS_SECONDS;

/** Azure's identity service as a virtual machine has it. @returns what it was asked */
export async function startIdentityService({ give }: Site): Promise<readonly string[]> {
  const added = spawnSync("ip", ["address", "add", `${IMDS}/32`, "dev", "lo"]);
  if (added.status !== 0) throw new Error(added.stderr.toString("utf8"));
  const asked: string[] = [];
  const server = createServer(({ headers, url = "" }, response) => {
    asked.push(`${String(headers["metadata"])} ${url.split("?")[0] ?? ""}`);
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(
      JSON.stringify({
        access_token: give(),
        expires_in: String(LASTS_SECONDS),
        expires_on: String(until()),
        resource: "https://0.0.1",
        token_type: "Bearer",
      }),
    );
  });
  server.listen(80, IMDS);
  await once(server, "listening");
  leave(() => {
    server.closeAllConnections();
    server.close();
    spawnSync("ip", ["address", "del", `${IMDS}/32`, "dev", "lo"]);
  });
  return asked;
}
