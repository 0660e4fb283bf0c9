// The air gap of every ceremony, seen from outside (needs strace): all network calls of any process
// of a rehearsal. The HSM and its clients are at the connected station, on loopback.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSPHRASES } from "../cli/activation.fixture.ts";
import { hasStrace } from "../disk/strace.fixture.ts";
import { isJudging, newPlace } from "./rehearsal.fixture.ts";
import { startedAs, traced, type Call, type Traced } from "./traced.fixture.ts";

/** Every call that makes a socket, names an address, or sends something by a socket. */
const CALLS = ["socket", "socketpair", "connect", "bind", "sendto", "sendmsg", "sendmmsg"];

/** In the order in which they continue each other. */
const CEREMONIES = ["activation", "hand-off", "attestation", "recovery"] as const;

/** In the others no officer types anything, unless a key check is due. */
const usesKeys: ReadonlySet<string> = new Set(["activation", "recovery"]);

/** Local sockets, and the kernel's own list of interfaces. */
const isLocal = ({ args }: Call): boolean => /\bAF_(UNIX|NETLINK)\b/.test(args);
const namesAddress = ({ args }: Call): boolean => args.includes("sa_family=AF_INET");
const isLoopback = ({ args }: Call): boolean =>
  args.includes('inet_addr("127.0.0.1")') || args.includes('inet_pton(AF_INET6, "::1"');
/** A question to a name server uses port 53, even on this computer. */
const asksNames = ({ args }: Call): boolean => /sin6?_port=htons\(53\)/.test(args);

describe.skipIf(!hasStrace && !isJudging)("the air gap (needs strace)", () => {
  const place = newPlace();
  const processes = new Map<string, readonly Traced[]>();
  beforeAll(async () => {
    writeFileSync(join(place.root, "passphrases"), `${PASSPHRASES.join("\n")}\n`);
    for (const name of CEREMONIES) {
      const flags = ["--passphrase-file", join(place.root, "passphrases")];
      const run = await traced({ ...place, out: join(place.root, name) }, name, CALLS, flags);
      expect({ name, ...run.ended, out: "" }).toEqual({ name, code: 0, errors: "", out: "" });
      processes.set(name, run.processes);
    }
  });
  afterAll(() => place.remove());

  it.each(CEREMONIES)(
    "of %s has no hole: no address but loopback, and no name is asked",
    (name) => {
      const calls = (processes.get(name) ?? []).flatMap((one) => one.calls);
      expect(calls.filter((call) => namesAddress(call) && !isLoopback(call))).toEqual([]);
      expect(calls.filter(asksNames)).toEqual([]);
      // Control: the trace shows calls at all.
      expect(calls.filter(isLocal).length).toBeGreaterThan(0);
    },
  );

  it.each(CEREMONIES)("of %s: what touches a secret has local sockets alone", (name) => {
    const all = processes.get(name) ?? [];
    const secret = [...startedAs(all, "vault-process"), ...startedAs(all, "people-process")];
    if (usesKeys.has(name)) expect(secret.length).toBeGreaterThan(1);
    const made = secret.flatMap((one) =>
      one.calls.filter((call) => call.name.startsWith("socket")),
    );
    expect(made.filter((call) => !isLocal(call))).toEqual([]);
    expect(secret.flatMap((one) => one.calls.filter(namesAddress))).toEqual([]);
  });

  it("is counted", () => {
    const all = [...processes.values()].flat();
    const calls = all.flatMap((one) => one.calls).filter(({ name }) => CALLS.includes(name));
    const outside = calls.filter((call) => namesAddress(call) && !isLoopback(call));
    process.stdout.write(
      `air gap: ${CEREMONIES.length} ceremonies, ${all.length} processes, ${calls.length} calls of `
        + `the network, ${calls.filter(namesAddress).length} with an address of loopback, `
        + `${outside.length} with any other\n`,
    );
    expect(outside).toEqual([]);
  });
});
