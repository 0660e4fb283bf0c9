// What help says of `sd hsm`, and of its counterpart in Azure's log.
import type { Page } from "./help-pages.ts";

export const HSM_PAGE: Page = {
  usage: [
    "sd hsm status CONNECTION",
    "sd hsm check CONNECTION [--sd-wrapping-keys A.cer B.cer C.cer [--sd-quorum N]]",
    "       [--record RECORD] [--out DIR DIR]",
    "sd hsm after CONNECTION [--sd-file FILE --sd-wrapping-keys A.cer B.cer C.cer",
    "       [--sd-quorum N]] [--roles FILE]",
    "sd hsm download CONNECTION --sd-wrapping-keys A.cer B.cer C.cer [--sd-quorum N]",
    "       --out DIR DIR [--again] [--every SECONDS] [--wait SECONDS]",
    "sd hsm transfer-key CONNECTION --sd-exchange-key OUT [--rehearsal-root PEM]",
    "sd hsm upload CONNECTION --sd-file-restore-blob FILE [--every SECONDS] [--wait SECONDS]",
    "       [--sd-exchange-key FILE --sd-file FILE]",
    "CONNECTION: --site FILE, or --hsm-url URL --resource-id ID --tenant ID",
    "       [--cloud public|usgov|china] [--sign-in browser|device-code|azure-cli|",
    "       managed-identity|client-certificate] [--client-id ID] [--client-certificate PEM]",
    "   for a rehearsal HSM: --hsm-url URL --hsm-name NAME --ca-file PEM --token-file FILE",
  ],
  what: [
    "Asks a Managed HSM. check: what must hold before it is activated; after: domain, roles, the",
    "query of Azure's log. download keeps the answer in two folders, read back, before it is",
    "understood or waited for; run again after a stop, it goes on with what was kept. Nothing that",
    "changes the HSM is sent twice unasked. Only this command uses the network.",
  ],
  flags: {
    "--hsm-url": "The HSM's address, such as https://contoso.managedhsm.azure.net.",
    "--site": "A file with these settings (JSON, see README); a flag beside it goes before it.",
    "--resource-id": "/subscriptions/.../providers/Microsoft.KeyVault/managedHSMs/NAME.",
    "--cloud": "Whose addresses are used; public unless given.",
    "--tenant": "The tenant's id; a token is given to no HSM of another one.",
    "--sign-in": "How you sign in; browser unless given. Tokens stay in memory.",
    "--client-id": "The application or managed identity that signs in.",
    "--client-certificate": "Its certificate with its key (PEM). Never an officer's key.",
    "--hsm-name": "For a rehearsal HSM: its name.",
    "--ca-file": "For a rehearsal HSM: the one authority to trust (PEM).",
    "--token-file": "For a rehearsal HSM: its token, instead of a sign-in.",
    "--sd-wrapping-keys": "The officers' certificates (.cer). Never a key.",
    "--sd-quorum": "How many officers will be needed: 2 to 10; 2 unless given.",
    "--out": "Two folders, on two media: new ones, empty ones, or those of an earlier run.",
    "--again": "The HSM is active and its domain is wanted anew: two people have decided it.",
    "--every": "Seconds between two questions while the HSM works; 30 unless given.",
    "--wait": "How long it is waited for at most; an hour unless given. Nothing is lost then.",
    "--sd-exchange-key": "The exchange key: written by transfer-key, compared by upload.",
    "--rehearsal-root": "The root of a rehearsal's quotes (sgx-root.pem) in place of Intel's.",
    "--sd-file-restore-blob": "The restore blob to send.",
    "--sd-file": "The security domain that the blob must be whole for, or that was downloaded.",
    "--record": "The ceremony's record, whose certificates they must be.",
    "--roles": "The roles that are planned (JSON, see README); the first administrators' if none.",
  },
  example: [
    "sd hsm download --site contoso.json \\",
    "  --sd-wrapping-keys cert_0.cer cert_1.cer cert_2.cer --out stick-1 stick-2",
  ],
  wrong: [
    "E-HSM-UNKNOWN-OUTCOME  Ask sd hsm status: nothing is sent again blindly.",
    "E-HSM-ACTIVE      Nothing was changed. --again downloads the same domain anew.",
    "E-SIGN-IN         Copy sign-in.cjs beside sd.cjs, on the connected machine only.",
    "E-HSM-TLS         Something opens the connection on the way; its name is said.",
    "E-MEDIA-SECRET    A private key lies in a folder of --out: take it away, note an incident.",
  ],
};

export const RECONCILE_PAGE: Page = {
  usage: ["sd reconcile LOG ... --record RECORD-OR-FOLDER ..."],
  what: [
    "Holds exported files of Azure Monitor's AuditEvents against the records of ceremonies. Each",
    "entry explains one operation of its HSM within a quarter of an hour. A download or upload of",
    "a security domain that no record explains is an alarm: exit code 1. Works offline.",
  ],
  flags: { "--record": "The records, each a file or the folder that holds record.jsonl." },
  example: ["sd reconcile PT1H.json --record activation recovery"],
  wrong: [
    "E-AUDIT-ALARM     Find out today who did it: the log names caller and address.",
    "E-AUDIT-FORM      Not whole, or no such log: export it again.",
  ],
};
