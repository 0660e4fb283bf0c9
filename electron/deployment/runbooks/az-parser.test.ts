// az's own parser accepts every command of every runbook and proof; so a flag that az does not have is
// found here and not on the jump box. Debian's package does not load `az monitor`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { passedOver, PYTHON } from "../../rehearse/judges.fixture.ts";
import { contoso } from "../proofs/right.fixture.ts";
import { azCommandsOf } from "./all-commands.fixture.ts";

interface Parsed {
  readonly command: string;
  readonly error: string | null;
}

/** The commands for instances that have a user-assigned identity, as the sample's have not. */
const keepingIdentities = azCommandsOf({
  ...contoso,
  sqlInstances: contoso.sqlInstances.map((one) => ({
    ...one,
    identity: "SystemAssigned,UserAssigned" as const,
  })),
}).filter(({ words }) => words.includes("--identity-type"));

/** What az's parser makes of each command. */
function parse(commands: readonly (readonly string[])[]): readonly Parsed[] {
  const home = mkdtempSync(join(tmpdir(), "sd-az-"));
  const driver = fileURLToPath(new URL("az-parser.fixture.py", import.meta.url));
  const { stdout } = spawnSync(PYTHON, [driver], {
    env: {
      HOME: home,
      AZURE_CONFIG_DIR: home,
      AZURE_CORE_COLLECT_TELEMETRY: "0",
      PATH: "/usr/bin:/bin",
    },
    input: commands.map((words) => `${JSON.stringify(words)}\n`).join(""),
    maxBuffer: 64 * 1024 * 1024,
  });
  rmSync(home, { recursive: true, force: true });
  return stdout
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Parsed);
}

/** Flags that az does not have, so that its yes means something, and what it says. */
const MISTAKES = [
  [
    "keyvault security-domain upload --hsm-name x --sd-file y --sd-quorum 2",
    "unrecognized arguments: --sd-quorum 2",
  ],
  ["keyvault region add --hsm-name x --regionn centralindia", "are required: --region-name"],
] as const;

describe.skipIf(passedOver)("az's parser (needs azure-cli)", () => {
  const all = [...azCommandsOf(contoso), ...keepingIdentities];
  let parsed: readonly Parsed[] = [];
  beforeAll(() => {
    parsed = parse([
      ...all.map(({ words }) => words),
      ...MISTAKES.map(([line]) => line.split(" ")),
    ]);
  });

  it("takes every command but those of az monitor", () => {
    expect(parsed).toHaveLength(all.length + MISTAKES.length);
    const refused = all.flatMap(({ place, words }, at) => {
      const { error } = parsed[at] ?? { error: "no answer" };
      return error === null ? [] : [{ place, words: words.join(" "), error }];
    });
    expect(refused.filter(({ words }) => !words.startsWith("monitor "))).toEqual([]);
    // As docs/limits.md says: three commands of az monitor, whose module this package does not load.
    expect(refused).toHaveLength(3);
    expect(keepingIdentities).toHaveLength(2);
    expect(all.length).toBeGreaterThan(250);
  });

  it.each(MISTAKES.map(([line, said], n) => [line, said, n] as const))(
    "refuses %s",
    (_, said, n) => {
      expect(parsed[all.length + n]?.error).toContain(said);
    },
  );
});
