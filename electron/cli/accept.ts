// `--accept CODE`: a recovery goes on in spite of a refusal that is not about cryptography; and
// what is odd about a certificate and stops nothing. Each is said as a warning.
import { ACCEPTABLE, judgeTime, type Certificate, type Warning } from "../../crypto/index.ts";
import { usage, type Given } from "./arguments.ts";

/** The codes of --accept, each of which can be accepted. @throws Fault E-USAGE */
export function acceptedCodes(given: Given): readonly string[] {
  const codes = given.values.get("--accept") ?? [];
  if (codes.some((code) => !ACCEPTABLE.includes(code)))
    throw usage(`The flag --accept takes these codes and no others: ${ACCEPTABLE.join(", ")}.`);
  return codes;
}

/** What of a certificate does not stop the work and must be said. */
export const oddities = (certificate: Certificate, whose: string): readonly Warning[] => [
  ...inSpiteOf(certificate.overruled, whose),
  ...judgeTime(certificate, new Date())
    .map(({ code, message }) => ({ code, message: `${whose}: ${message}` })),
];

/** One warning for each refusal that was overruled; the blob is made of what is known alone. */
export const inSpiteOf = (codes: readonly string[], what: string): readonly Warning[] =>
  codes.map((code) => ({
    code: "W-ACCEPTED",
    message: `${what} was read in spite of ${code}; what is not known of it stays behind.`,
  }));
