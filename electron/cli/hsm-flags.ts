// The flags of `sd hsm`, apart from what it does: this table is read at each start of `sd`.
import type { Flags } from "./arguments.ts";
import { ROOT_FLAG } from "./attest-exchange-key.ts";

/** Which HSM is asked, and as whom. */
const CONNECTION: Flags = {
  "--site": "one", "--hsm-url": "one", "--resource-id": "one", "--cloud": "one", "--tenant": "one",
  "--sign-in": "one", "--client-id": "one", "--client-certificate": "one",
  "--hsm-name": "one", "--ca-file": "one", "--token-file": "one",
};

/** How long operations are waited for. */
const WAIT: Flags = { "--every": "one", "--wait": "one" };

/** What can be asked, with the flags that go with it. */
export const HSM_QUESTIONS = {
  "status": CONNECTION,
  "check": {
    ...CONNECTION, "--sd-wrapping-keys": "many", "--sd-quorum": "one", "--out": "many",
    "--record": "one",
  },
  "after": {
    ...CONNECTION, "--sd-file": "one", "--sd-wrapping-keys": "many", "--sd-quorum": "one",
    "--roles": "one",
  },
  "keys": { ...CONNECTION, "--out": "many" },
  "download": {
    ...CONNECTION, ...WAIT,
    "--sd-wrapping-keys": "many", "--sd-quorum": "one", "--out": "many", "--again": "none",
  },
  "transfer-key": { ...CONNECTION, "--sd-exchange-key": "one", ...ROOT_FLAG },
  "upload": {
    ...CONNECTION, ...WAIT,
    "--sd-file-restore-blob": "one", "--sd-exchange-key": "one", "--sd-file": "one",
  },
} as const satisfies Readonly<Record<string, Flags>>;

/** All of them: which go together, `hsm.ts` judges. */
export const HSM_FLAGS: Flags = Object.assign({}, ...Object.values(HSM_QUESTIONS)) as Flags;
