// A timestamp authority on the loopback: `openssl ts` behind a small HTTP server, with the computer's own clock.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePem } from "../../../crypto/pem.ts";
import { makeTestAuthority, type TestAuthority } from "../../../crypto/timestamp-maker.fixture.ts";

/** What came in, as it came. */
interface Came {
  readonly method: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Uint8Array;
}

/** A listening authority. */
export interface StampServer {
  readonly authority: TestAuthority;
  readonly url: string;
  readonly came: Came[];
  readonly end: () => Promise<void>;
}

/** How it answers; `openssl` by default. */
export type Answers = (response: ServerResponse, query: Uint8Array) => void;

const CONFIG =
  "[tsa]\ndefault_tsa=one\n[one]\nserial=serial\nsigner_cert=tsa.pem\nsigner_key=tsa.key\n"
  + "signer_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256,sha512\naccuracy=secs:1\n"
  + "ess_cert_id_alg=sha256\ncerts=chain.pem\n";

/** @param answers how it answers instead */
export async function serveStamps(
  name: string,
  answers: Answers | null = null,
): Promise<StampServer> {
  const authority = makeTestAuthority(name, { from: "2000-01-01T00:00:00Z" });
  const folder = mkdtempSync(join(tmpdir(), "tsa-"));
  const put = (file: string, text: string | Uint8Array): void =>
    writeFileSync(join(folder, file), text);
  put("tsa.cnf", CONFIG);
  put("tsa.pem", authority.signer.pem);
  put("tsa.key", writePem("PRIVATE KEY", authority.signer.pkcs8));
  put("chain.pem", authority.middle.pem);
  const byOpenssl: Answers = (response, query) => {
    put("asked.tsq", query);
    const words = ["ts", "-reply", "-config", "tsa.cnf", "-queryfile", "asked.tsq"];
    execFileSync("openssl", [...words, "-out", "answer.tsr"], { cwd: folder, stdio: "ignore" });
    response.setHeader("Content-Type", "application/timestamp-reply");
    response.end(readFileSync(join(folder, "answer.tsr")));
  };
  const came: Came[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = new Uint8Array(Buffer.concat(parts));
      came.push({ method: request.method ?? "", headers: request.headers, body });
      (answers ?? byOpenssl)(response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    authority,
    came,
    url: `http://127.0.0.1:${String(port)}/tsr`,
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}
