// Only for the rehearsal's subscription: an HSM without a server of its own, used by calls.
export { refuse, type Answer } from "./answer.ts";
export { activated, recovered } from "./ceremony-held.ts";
export { latest } from "./keys.ts";
export { openMachine, type Machine, type Order } from "./machine.ts";
export { receive } from "./receive.ts";
export { covers } from "./role-definitions.ts";
export { answer } from "./routes.ts";
export { openAccount } from "./storage-account.ts";
export { CA_FILE, openTls, type Tls } from "./tls.ts";
