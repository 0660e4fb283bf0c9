// One TLS connection for one request: trust, and what is known of it when it breaks.
import { Agent } from "node:https";
import {
  checkServerIdentity,
  connect,
  rootCertificates,
  type ConnectionOptions,
  type DetailedPeerCertificate,
  type PeerCertificate,
  type TLSSocket,
} from "node:tls";
import { datesOfTrusted } from "../../../crypto/index.ts";

/**
 * How far a connection got. Before "secured" not one byte of the request has left us (node holds
 * them back until the other side's certificate is accepted), so nothing can have been done.
 */
export type Reach = "connecting" | "refused" | "secured";

export interface Connection {
  readonly agent: Agent;
  readonly reach: () => Reach;
  /** Who issued the other side's certificate: printable ASCII, at most 60 characters, or "". */
  readonly issuer: () => string;
  /**
   * The validity period of that certificate, if everything else about it is right: its signatures
   * up to a trusted root, its host, its issuer. Else null.
   */
  readonly validity: () => Validity | null;
}

/** In milliseconds since 1970. */
export interface Validity {
  readonly from: number;
  readonly until: number;
}

/**
 * Who issues the certificates of Azure's addresses (organization). A company's own authority, as
 * used by inspecting proxies, is not among them, and is named in the refusal.
 */
export const AZURE_ISSUERS = ["Microsoft Corporation", "DigiCert Inc", "DigiCert, Inc."] as const;

/** Where a rehearsal's subscription listens, for all of Azure's names. */
export interface Via {
  readonly host: string;
  readonly port: number;
}

/**
 * A connection that is used once. TLS 1.2 or newer; always verified, whatever the environment says.
 * No proxy.
 * @param caPem the only trusted authority; without it, only the roots of this runtime, not the
 * system's nor the environment's
 * @param issuers organizations that may have issued the certificate; null for any
 * @param via where to connect instead; the certificate must still have the requested name
 */
export function openConnection(
  caPem: string | undefined,
  issuers: readonly string[] | null = caPem === undefined ? AZURE_ISSUERS : null,
  via?: Via,
): Connection {
  const agent = new WatchedAgent({
    keepAlive: false,
    minVersion: "TLSv1.2",
    rejectUnauthorized: true,
    ca: caPem ?? [...rootCertificates],
    checkServerIdentity: (host, certificate) =>
      checkServerIdentity(host, certificate) ?? checkIssuer(certificate, issuers),
  });
  agent.via = via;
  const roots = caPem === undefined ? rootCertificates : [caPem];
  return {
    agent,
    reach: () => agent.reach,
    issuer: () => agent.issuer,
    validity: () => datesOfTrusted(agent.chain, { host: agent.host, roots, issuers }),
  };
}

class WatchedAgent extends Agent {
  via: Via | undefined;
  reach: Reach = "connecting";
  issuer = "";
  host = "";
  chain: readonly Uint8Array[] = [];

  /** Called by node for each new connection, with the agent's options mixed in. */
  createConnection(options: ConnectionOptions): TLSSocket {
    const socket = connect({ ...options, ...this.via });
    this.host = options.servername ?? options.host ?? "";
    // "secure" comes after the handshake and before node checks the certificate, when one that node
    // is about to refuse can still be read; "secureConnect" comes once it is accepted.
    socket.prependListener("secure", () => {
      this.reach = "refused";
      this.issuer = issuerOf(socket);
      this.chain = chainOf(socket);
    });
    socket.once("secureConnect", () => {
      this.reach = "secured";
    });
    return socket;
  }
}

function checkIssuer(
  { issuer }: PeerCertificate,
  issuers: readonly string[] | null,
): Error | undefined {
  const known = issuers === null || issuers.includes(issuer.O);
  return known ? undefined : new Error("Another authority issued this certificate.");
}

function issuerOf(socket: TLSSocket): string {
  const issuer: unknown = socket.getPeerCertificate().issuer;
  if (typeof issuer !== "object" || issuer === null) return "";
  const names = ["CN", "O"].map((member): unknown => Reflect.get(issuer, member));
  const name = names.find((one) => typeof one === "string");
  return typeof name === "string" && /^[\x20-\x7e]{1,60}$/.test(name) ? name : "";
}

/** Node's certificate: empty if none came, and without an issuer if none was sent. */
type Shown = Partial<DetailedPeerCertificate> | undefined;

/** The certificates of the other side in DER, its own first. */
function chainOf(socket: TLSSocket): readonly Uint8Array[] {
  const chain: Shown[] = [];
  // A root certificate names itself as its issuer.
  for (
    let one: Shown = socket.getPeerCertificate(true);
    one?.raw !== undefined && !chain.includes(one);
    one = one.issuerCertificate
  )
    chain.push(one);
  return chain.flatMap((one) => (one?.raw === undefined ? [] : [new Uint8Array(one.raw)]));
}
