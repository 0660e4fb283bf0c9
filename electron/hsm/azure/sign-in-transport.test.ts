// Whom the sign-in's requests reach where the library found a proxy in the environment.
import { once } from "node:events";
import { Agent, createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { createPipelineRequest } from "@azure/core-rest-pipeline";
import { expect, it, onTestFinished } from "vitest";
import { signInTransport } from "./sign-in-transport.ts";

/** A server on loopback; the addresses that it was asked for. */
async function serving(): Promise<{ readonly port: number; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, asked };
}

it("the machine's own identity service is asked itself, by no proxy and no agent of another", async () => {
  const [identity, proxy] = [await serving(), await serving()];
  const toProxy = { createConnection: () => connect(proxy.port, "127.0.0.1") };
  const agent = Object.assign(new Agent(), toProxy);
  const origin = `http://127.0.0.1:${identity.port}`;
  const request = createPipelineRequest({
    url: `${origin}/token`,
    allowInsecureConnection: true,
    proxySettings: { host: "http://127.0.0.1", port: proxy.port },
  });
  request.agent = agent;
  const { bodyAsText } = await signInTransport([], undefined, origin).sendRequest(request);
  expect([bodyAsText, identity.asked, proxy.asked]).toEqual(["{}", ["/token"], []]);
  expect(request.proxySettings).toBeUndefined();
});
