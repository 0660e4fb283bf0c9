// An officer's two files as given on the command line: the key, and its certificate beside it.
import { readCertificate, type Certificate } from "../../crypto/index.ts";
import { readInput } from "./files.ts";

/** One officer's files as given. `n` counts from 1. */
export interface OfficerFiles {
  readonly n: number;
  readonly thumbprint: string;
  readonly key: Uint8Array;
  readonly certificate: Certificate;
}

/**
 * `NAME.key` has its certificate `NAME.cer` beside it, as az wants it.
 * @throws Fault E-FILE-*, E-CERT-*
 */
export function readOfficer(path: string, n: number): OfficerFiles {
  const flag = `--sd-wrapping-keys (key ${String(n)})`;
  const key = readInput(path, flag);
  const certificatePath = `${path.replace(/\.[^./\\]*$/, "")}.cer`;
  const certificate = readCertificate(
    readInput(certificatePath, `the certificate beside key ${String(n)}`),
  );
  return { n, thumbprint: certificate.thumbprint, key, certificate };
}
