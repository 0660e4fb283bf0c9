// The simulated people as a program of their own, which Electron's main forks; its argument is the
// file of their papers. What they type goes over the port to the vault that main has passed on.
import { onPort, parentPortChannel } from "../pipe/parent-port.ts";
import type { sendSecret } from "../vault/vault.ts";
import { runPeople } from "./people.ts";

type SocketAnswer = Awaited<ReturnType<typeof sendSecret>>;
type Port = Parameters<Parameters<typeof onPort>[0]>[0];

const ports: Port[] = [];
onPort((port) => ports.push(port));

runPeople(process.argv[2] ?? "", null, parentPortChannel(), (_, typed) => {
  const port = ports.shift();
  return new Promise<SocketAnswer>((resolve, reject) => {
    if (port === undefined) {
      reject(new Error("there is no vault to type for"));
      return;
    }
    port.once("message", ({ data }) => {
      port.close();
      resolve(data as SocketAnswer);
    });
    port.start();
    port.postMessage(typed);
  });
});
