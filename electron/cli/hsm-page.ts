// What help says of `sd hsm`.
import type { Page } from "./help-pages.ts";

export const HSM_PAGE: Page = {
  usage: [
    "sd hsm status CONNECTION",
    "sd hsm download CONNECTION --sd-wrapping-keys A.cer B.cer C.cer [--sd-quorum N]",
    "       --out DIR DIR [--again] [--every SECONDS]",
    "sd hsm transfer-key CONNECTION --sd-exchange-key OUT [--rehearsal-root PEM]",
    "sd hsm upload CONNECTION --sd-file-restore-blob FILE [--every SECONDS]",
    "       [--sd-exchange-key FILE --sd-file FILE]",
    "CONNECTION: --hsm-url URL --hsm-name NAME --ca-file PEM --token-file FILE",
  ],
  what: [
    "Asks a Managed HSM. download keeps the answer in two folders, read back, before it is",
    "understood or waited for; run again after a stop, it goes on with what was kept. Nothing",
    "that changes the HSM is ever sent twice unasked. Only this command uses the network.",
  ],
  flags: {
    "--hsm-url": "The HSM's address, such as https://contoso.managedhsm.azure.net.",
    "--hsm-name": "The HSM's name.",
    "--ca-file": "For a rehearsal HSM: the one authority to trust (PEM).",
    "--token-file": "For a rehearsal HSM: its token, instead of a sign-in.",
    "--sd-wrapping-keys": "The officers' certificates (.cer). Never a key.",
    "--sd-quorum": "How many officers will be needed: 2 to 10; 2 unless given.",
    "--out": "Two folders, on two media: new ones, empty ones, or those of an earlier run.",
    "--again": "The HSM is active and its domain is wanted anew: two people have decided it.",
    "--every": "Seconds between two questions while the HSM works; 30 unless given.",
    "--sd-exchange-key": "The exchange key: written by transfer-key, compared by upload.",
    "--rehearsal-root": "The root of a rehearsal's quotes (sgx-root.pem) in place of Intel's.",
    "--sd-file-restore-blob": "The restore blob to send.",
    "--sd-file": "The security domain that the blob must be whole for.",
  },
  example: [
    "sd hsm download --hsm-url https://127.0.0.1:8443 --hsm-name Contoso-HSM \\",
    "  --ca-file hsm/ca.pem --token-file hsm/token \\",
    "  --sd-wrapping-keys cert_0.cer cert_1.cer cert_2.cer --out stick-1 stick-2",
  ],
  wrong: [
    "E-HSM-UNKNOWN-OUTCOME  Ask sd hsm status: nothing is sent again blindly.",
    "E-HSM-ACTIVE      Nothing was changed. --again downloads the same domain anew.",
    "E-HSM-TLS         Something opens the connection on the way; its name is said.",
    "E-MEDIA-SECRET    A private key lies in a folder of --out: take it away, note an incident.",
  ],
};
