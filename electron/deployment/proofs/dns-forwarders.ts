// dns-forwarders: every DNS server that a network asks gets the HSM's names from Azure's own DNS.
import { isArray, isObject, readJson, type Json } from "../../../crypto/json.ts";
import { answer, written, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import { allOf } from "./about.ts";
import { isWithin } from "./addresses.ts";
import { streamFindings } from "./dc-health.ts";
import { is, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { runOn } from "./run-command.ts";

/** Azure's own DNS, the same address in every network. It answers only from within one. */
export const AZURE_DNS = "168.63.129.16";

/** The public zone of HSMs: what is forwarded is this name, never that of the private zone. */
export const FORWARDED = "managedhsm.azure.net";

/** Which prints how a DNS server answers; and which makes it forward. */
export const SHOW_FORWARDER = "dns-forwarder.ps1";

/** A DNS server of a plan's networks. */
interface DnsServer {
  readonly address: string;
  /** The domain controller that has this address, if the plan names one. */
  readonly controller: Plan["domainControllers"][number] | undefined;
}

/** Each address that a network asks, once. */
export const dnsServersOf = ({ networks, domainControllers }: Plan): readonly DnsServer[] =>
  [...new Set(networks.flatMap(({ dnsServers }) => dnsServers))].map((address) => ({
    address,
    controller: domainControllers.find((one) => one.address === address),
  }));

/** The file with the answer of a DNS server. */
export const forwarderFile = (address: string): string => `dns-${address}.json`;

const readServer = ({ address, controller }: DnsServer): CommandLine =>
  controller === undefined
    ? written(forwarderFile(address))
    : answer(forwarderFile(address), ...runOn(controller, SHOW_FORWARDER));

export const dnsForwarders: Proof = {
  source: "private-link/private-endpoint-dns-integration.md; azure-2026.md, DNS forwarding",
  reads: (plan) => dnsServersOf(plan).map(readServer),
  evaluate: (given) =>
    someOf(dnsServersOf(given.plan), "networks.dnsServers").flatMap(({ address }) =>
      ofServer(given, address, (report) => [
        ...member(report, "zone", is(FORWARDED), address),
        ...member(report, "zoneType", is("Forwarder"), address),
        ...member(report, "forwardsTo", alone, address),
      ]),
    ),
};

const alone = that(
  `${AZURE_DNS} alone`,
  (found) => isArray(found) && found.length === 1 && found[0] === AZURE_DNS,
);

export const dnsServers: Proof = {
  source: "managed-hsm/multi-region-replication.md; azure-2026.md, DNS forwarding",
  reads: dnsForwarders.reads,
  evaluate: (given) =>
    someOf(dnsServersOf(given.plan), "networks.dnsServers").flatMap(({ address }) =>
      ofServer(given, address, (report) => answered(given.plan, address, report)),
    ),
};

/** A server in a network with an endpoint gives that one's address; any other one, that of an endpoint. */
function answered(plan: Plan, address: string, report: Json): readonly Finding[] {
  const ends = plan.networks.filter(({ name }) =>
    plan.endpoints.some(({ network }) => network === name),
  );
  const own = ends.filter(({ addressSpace }) => isWithin(address, addressSpace));
  const ranges = (own.length === 0 ? ends : own).flatMap(({ addressSpace }) => addressSpace);
  const expected = `an address in ${ranges.join(", ")}`;
  const found = itemsAt(report, "addresses").map((one) => (typeof one === "string" ? one : ""));
  const host = `${plan.hsm.name.toLowerCase()}.${FORWARDED}`;
  const wrong = found.length === 0 ? [NOTHING] : found.filter((one) => !isWithin(one, ranges));
  return [
    ...member(report, "name", is(host), address),
    ...wrong.map((one) => differs(`${address}: addresses`, expected, one)),
  ];
}

/** What each report of one server says; if there is none, that is the finding. */
function ofServer(
  { answers }: Case,
  address: string,
  evaluate: (report: Json) => readonly Finding[],
): readonly Finding[] {
  const own = [
    ...allOf(answers, "dns-forwarder"),
    ...allOf(answers, "run-command").flatMap((value) => reportIn(textAt(value, "message"))),
  ].filter((report) => itemsAt(report, "dnsServer").some((one) => one === address));
  const streams = allOf(answers, "run-command").flatMap(streamFindings);
  if (streams.length > 0) return streams;
  return own.length === 0
    ? [differs(`${address}: dnsServer`, `the answer of ${address}`, NOTHING)]
    : own.flatMap(evaluate);
}

/** Run Command returns what a script printed as a text; ours prints ASCII. */
function reportIn(message: string): readonly Json[] {
  if (!/^[\n\r\t -~]*$/.test(message)) return [];
  const reading = readJson(Uint8Array.from(message.trim(), (one) => one.charCodeAt(0)));
  return reading.ok && isObject(reading.value) ? [reading.value] : [];
}
