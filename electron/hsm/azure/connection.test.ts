// Who may be at the other end of a connection to Azure, whatever a company's machine trusts.
import { once } from "node:events";
import { createServer, request, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { serverIdentity } from "./certificates.fixture.ts";
import { AZURE_ISSUERS, openConnection, type Connection } from "./connection.ts";

async function serving(options: ServerOptions): Promise<{ port: number; asked: () => number }> {
  let asked = 0;
  const server = createServer(options, (_, response) => {
    asked += 1;
    response.end("OK");
  });
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, asked: () => asked };
}

/** The status of an answer, or the message of the error that came instead. */
function got(connection: Connection, port: number): Promise<string> {
  return new Promise((ended) => {
    const asking = request({ host: "localhost", port, agent: connection.agent }, (response) => {
      response.resume();
      ended(String(response.statusCode));
    });
    asking.on("error", ({ message }) => ended(message)).end();
  });
}

it.each([...AZURE_ISSUERS])("takes a certificate that %s issued", async (organization) => {
  const { key, cert, caPem } = serverIdentity({ organization });
  const { port } = await serving({ key, cert });
  expect(await got(openConnection(caPem, AZURE_ISSUERS), port)).toBe("200");
});

it.each(["Zscaler Inc.", "Microsoft Corporation.", "microsoft corporation", "DigiCert Inc Ltd"])(
  "refuses one that %s issued, though it is trusted, and names it",
  async (organization) => {
    const { key, cert, caPem } = serverIdentity({ organization, issuer: "Contoso Inspection CA" });
    const { port, asked } = await serving({ key, cert });
    const connection = openConnection(caPem, AZURE_ISSUERS);
    expect(await got(connection, port)).toBe("Another authority issued this certificate.");
    expect(connection.reach()).toBe("refused");
    expect(connection.issuer()).toBe("Contoso Inspection CA");
    expect(asked()).toBe(0);
  },
);

it("trusts without a file only the roots of its own runtime", async () => {
  const { key, cert } = serverIdentity({ organization: "Microsoft Corporation" });
  const { port, asked } = await serving({ key, cert });
  const connection = openConnection(undefined);
  expect(await got(connection, port)).not.toBe("200");
  expect(connection.reach()).toBe("refused");
  expect(asked()).toBe(0);
});

it("speaks TLS 1.2 or newer alone", async () => {
  const { key, cert, caPem } = serverIdentity();
  const old = await serving({
    key,
    cert,
    minVersion: "TLSv1",
    maxVersion: "TLSv1.1",
    ciphers: "DEFAULT@SECLEVEL=0",
  });
  const connection = openConnection(caPem);
  expect(await got(connection, old.port)).toMatch(/alert|version/i);
  expect(old.asked()).toBe(0);
  const { port } = await serving({ key, cert, maxVersion: "TLSv1.2" });
  expect(await got(openConnection(caPem), port)).toBe("200");
});
