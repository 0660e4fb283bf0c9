// One TLS connection for one request: trust, and what is known of it when it breaks.
import { Agent } from "node:https";
import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";

/**
 * How far a connection came. Before "secured" not one byte of the request has left us (node holds
 * them back until the other side's certificate is accepted), so nothing can have been done.
 */
export type Reach = "connecting" | "refused" | "secured";

export interface Connection {
  readonly agent: Agent;
  readonly reach: () => Reach;
  /** Who issued the other side's certificate: printable ASCII, at most 60 characters, or "". */
  readonly issuer: () => string;
}

/**
 * A connection that is used once. TLS 1.2 or newer; always verified, whatever the environment
 * says; with `caPem`, only that is trusted. No proxy.
 */
export function openConnection(caPem: string | undefined): Connection {
  const agent = new WatchedAgent({
    keepAlive: false, minVersion: "TLSv1.2", rejectUnauthorized: true,
    ...(caPem === undefined ? {} : { ca: caPem }),
  });
  return { agent, reach: () => agent.reach, issuer: () => agent.issuer };
}

class WatchedAgent extends Agent {
  reach: Reach = "connecting";
  issuer = "";

  /** Called by node for each new connection, with the agent's options mixed in. */
  createConnection(options: ConnectionOptions): TLSSocket {
    const socket = connect(options);
    // "secure" comes after the handshake and before node judges the certificate, when the one that
    // node is about to refuse can still be read; "secureConnect" comes when it was accepted.
    socket.prependListener("secure", () => {
      this.reach = "refused";
      this.issuer = issuerOf(socket);
    });
    socket.once("secureConnect", () => {
      this.reach = "secured";
    });
    return socket;
  }
}

function issuerOf(socket: TLSSocket): string {
  const issuer: unknown = socket.getPeerCertificate().issuer;
  if (typeof issuer !== "object" || issuer === null) return "";
  const names = ["CN", "O"].map((member): unknown => Reflect.get(issuer, member));
  const name = names.find((one) => typeof one === "string");
  return typeof name === "string" && /^[\x20-\x7e]{1,60}$/.test(name) ? name : "";
}
