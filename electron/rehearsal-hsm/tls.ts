// The server's certificate and the authority that issued it, as strict clients require them.
import { join } from "node:path";
import { isObject, readCertificate, readJson, toHex, utf8, writePem } from "../../crypto/index.ts";
import {
  generateRsa,
  keyIdentifier,
  makeCertificateOf,
  randomSerial,
} from "../../crypto/secret-half.ts";
import { readIfThere, replaceFile } from "./disk.ts";
import { fault } from "./faults.ts";

type Random = (length: number) => Uint8Array;

/** PEM texts. The authority's private key is discarded as soon as it has signed. */
export interface Tls {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

const FILE = "tls.json";
export const CA_FILE = "ca.pem";
const BITS = 2048;
const DAY_MS = 86_400_000;
/** Below the 825 days that some clients accept at most. */
const DAYS = 800;
/** A certificate that would end sooner is made again at the start. */
const DAYS_LEFT = 30;

/**
 * The TLS identity kept in the folder, made at the first start and again before it ends; the
 * authority also alone in CA_FILE.
 * @param names further names that the server answers to
 * @throws Fault E-RHSM-STATE; errors of the system
 */
export function openTls(
  folder: string,
  now: Date,
  random: Random,
  names: readonly string[] = [],
): Tls {
  const kept = load(folder);
  const left =
    kept === null ? 0 : readCertificate(utf8(kept.certificate)).notAfter.getTime() - now.getTime();
  const tls = kept !== null && left > DAYS_LEFT * DAY_MS ? kept : makeTls(now, random, names);
  if (tls !== kept) replaceFile(folder, FILE, JSON.stringify(tls));
  if (readIfThere(join(folder, CA_FILE)) !== tls.ca) replaceFile(folder, CA_FILE, tls.ca);
  return tls;
}

/** An authority of its own, with a name of its own, and one certificate that it issued. */
function makeTls(now: Date, random: Random, names: readonly string[]): Tls {
  const [authority, server] = [generateRsa(BITS), generateRsa(BITS)];
  const organization = { shortName: "O", value: "REHEARSAL" } as const;
  const caName = `Rehearsal HSM CA ${toHex(random(8))}`;
  const issuer = [organization, { shortName: "CN", value: caName } as const];
  const dates = {
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + DAYS * DAY_MS),
  };
  const by = { name: "authorityKeyIdentifier", keyIdentifier: keyIdentifier(authority.spki) };
  const ca = makeCertificateOf(
    {
      subject: issuer,
      issuer,
      serial: randomSerial(random),
      ...dates,
      extensions: [
        { name: "basicConstraints", critical: true, cA: true, pathLenConstraint: 0 },
        { name: "keyUsage", critical: true, keyCertSign: true, cRLSign: true },
        { name: "subjectKeyIdentifier" },
        by,
      ],
    },
    authority.spki,
    authority.pkcs8,
  );
  const certificate = makeCertificateOf(
    {
      subject: [organization, { shortName: "CN", value: "localhost" }],
      issuer,
      serial: randomSerial(random),
      ...dates,
      extensions: [
        { name: "basicConstraints", critical: true, cA: false },
        { name: "keyUsage", critical: true, digitalSignature: true, keyEncipherment: true },
        { name: "extKeyUsage", serverAuth: true },
        { name: "subjectKeyIdentifier" },
        by,
        {
          name: "subjectAltName",
          altNames: [
            { type: 2, value: "localhost" },
            ...names.map((value) => ({ type: 2, value }) as const),
            { type: 7, ip: "127.0.0.1" },
            { type: 7, ip: "::1" },
          ],
        },
      ],
    },
    server.spki,
    authority.pkcs8,
  );
  return {
    ca: writePem("CERTIFICATE", ca),
    certificate: writePem("CERTIFICATE", certificate),
    key: writePem("PRIVATE KEY", server.pkcs8),
  };
}

function load(folder: string): Tls | null {
  const text = readIfThere(join(folder, FILE));
  if (text === null) return null;
  const reading = readJson(utf8(text));
  const { ca, certificate, key } = reading.ok && isObject(reading.value) ? reading.value : {};
  if (typeof ca !== "string" || typeof certificate !== "string" || typeof key !== "string")
    throw fault("E-RHSM-STATE", { file: FILE });
  return { ca, certificate, key };
}
