// A program for the tests alone: Electron without a window, whose vaults a test uses line by line.
// Like the app's main it asks the vaults and passes on what comes back; it is told no secret.
import { app } from "electron";
import { serveCalls } from "../electron/pipe/pipe.ts";
import { electronVaults } from "../electron/vault/electron-vaults.ts";
import { ownKey, type Vault } from "../electron/vault/vault.ts";
import { lineChannel } from "./lines.fixture.ts";

/** What a test may ask of the program. */
export interface ProbeMethods {
  /** Of this coordinator: who types for its vaults is a process of the test's. */
  readonly key: (none: null) => Promise<readonly number[]>;
  readonly open: (kind: "officer" | "quorum") => Promise<OpenedVault>;
  readonly call: (one: {
    readonly id: number;
    readonly method: string;
    readonly request: unknown;
  }) => Promise<unknown>;
  readonly end: (id: number) => Promise<null>;
}

export interface OpenedVault {
  readonly id: number;
  readonly pid: number;
  readonly socket: string;
}

type Asked = Readonly<Record<string, (request: unknown) => Promise<unknown>>>;

function probe(entry: string): ProbeMethods {
  const vaults = electronVaults(entry);
  const open: Vault<object>[] = [];
  return {
    key: () => Promise.resolve([...ownKey()]),
    open: async (kind) => {
      const before = utilities();
      const opening = kind === "quorum" ? vaults.openQuorumVault() : vaults.openOfficerVault();
      const vault = await opening;
      const [pid = 0] = utilities().filter((one) => !before.includes(one));
      return { id: open.push(vault) - 1, pid, socket: vault.socket };
    },
    call: ({ id, method, request }) => (open[id]!.call as Asked)[method]!(request),
    end: async (id) => {
      await open[id]!.end();
      return null;
    },
  };
}

/** The processes of our vaults, by the name that main gave them. */
const utilities = (): readonly number[] =>
  app
    .getAppMetrics()
    .filter(({ name }) => name === "vault")
    .map(({ pid }) => pid);

const channel = lineChannel(process.stdin, process.stdout);
channel.onClose(() => {
  app.exit(0);
});
void app.whenReady().then(() => {
  serveCalls(channel, probe(process.argv.at(-1)!), "ready");
});
