// For tests: where az and we differ on purpose about keys, certificates, passphrases, the output.
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import {
  algorithmOf,
  certificateOf,
  keyUsage,
  nameOf,
  OWN,
  OWN_MODULUS,
  pemOf,
  rsaOf,
} from "../../crypto/certificate.fixture.ts";
import { makeCertificate } from "../../crypto/certificate-maker.ts";
import { fromHex, fromUtf8, random, toBase64Url } from "../../crypto/index.ts";
import { sealForKey, writeShare } from "../../crypto/secret-half.ts";
import { combineOrNull } from "../../crypto/shamir.ts";
import { caseOf, type Difference } from "./az-difference.fixture.ts";
import { altered, exchangeWith, asAnswer } from "./exchange.fixture.ts";
import { foreignKey, inOldPem } from "./key-files.fixture.ts";
import { flipped } from "./restore-blob.fixture.ts";
import {
  BLOB,
  json,
  keyFile,
  protectedKey,
  SECRETS,
  share,
  shareOf,
  type Trial,
} from "./trial.fixture.ts";

const PASSPHRASE = "correct horse";

/** Officer 3's share is of another sharing, and officer 3 comes too. */
function foreignShare(trial: Trial): void {
  const [one, two, three] = [1, 2, 3].map((n) => shareOf(trial, n).share);
  const others = Array.from({ length: 256 }, (_, by) => ({
    ...three!,
    values: three!.values.map((value) => (value + by + 1) % 257),
  }));
  // One that gives a secret with either officer: a byte of 256 would tell it at once.
  const foreign = others.find((other) => [one!, two!].every((first) => gives([first, other])))!;
  const { spki } = trial.made.officers[2]!.certificate;
  json(({ SharedKeys: { enc_shares } }) => {
    enc_shares[2]!.enc_key = sealForKey(writeShare(foreign), spki, "not used");
  })(trial);
  withThird(trial);
}

const gives = (shares: Parameters<typeof combineOrNull>[0]): boolean =>
  combineOrNull(shares) !== null;

function withThird(trial: Trial): void {
  trial.call = { ...trial.call, keys: [...trial.call.keys, keyFile(trial, 3)] };
}

/** By openssl, with its words for `pkcs8 -topk8`; the passphrase need not be hidden here. */
const under =
  (passphrase: string, ...words: readonly string[]) =>
  (pem: string): string =>
    execFileSync("openssl", ["pkcs8", "-topk8", "-passout", `pass:${passphrase}`, ...words], {
      input: pem,
      encoding: "utf8",
    });

/** Officer 1's key and certificate in one file, in place of the key. */
const inOneFile =
  (make: (trial: Trial) => void) =>
  (trial: Trial): void => {
    make(trial);
    rmSync(certificateFile(trial, 1));
  };

const certificateFile = (trial: Trial, n: number): string =>
  keyFile(trial, n).replace(/key$/, "cer");

function asPkcs12(trial: Trial): void {
  const [key, certificate] = [keyFile(trial, 1), certificateFile(trial, 1)];
  const words = ["-inkey", key, "-in", certificate, "-out", key, "-passout", "pass:"];
  execFileSync("openssl", ["pkcs12", "-export", ...words]);
}

export const KEY_DIFFERENCES: readonly Difference[] = [
  {
    input: "a key with its certificate in one file: PKCS #12, or both in PEM",
    cases: [
      caseOf("PKCS #12", inOneFile(asPkcs12), "CLIError", "W-KEY-UNPROTECTED"),
      caseOf(
        "PEM",
        inOneFile((trial) => {
          appendFileSync(keyFile(trial, 1), readFileSync(certificateFile(trial, 1)));
        }),
        "CLIError",
        "W-KEY-UNPROTECTED",
      ),
    ],
  },
  {
    input: "the same key given twice",
    cases: [
      caseOf(
        "key 1",
        (trial) => {
          trial.call = { ...trial.call, keys: [keyFile(trial, 1), keyFile(trial, 1)] };
        },
        "TypeError",
        "E-QUORUM-SAME",
      ),
    ],
  },
  {
    input: "more keys than the quorum",
    cases: [
      caseOf("the third share is of another sharing", foreignShare, SECRETS, "E-SHARE-FOREIGN"),
      caseOf(
        "the third share is altered",
        (trial) => {
          share(3, 4, flipped)(trial);
          withThird(trial);
        },
        SECRETS,
        "E-JWE-AUTH",
      ),
    ],
  },
  {
    input: "a key that is not its certificate's",
    cases: [
      caseOf(
        "key 1",
        (trial) => {
          writeFileSync(keyFile(trial, 1), foreignKey());
        },
        "ValueError",
        "E-KEY-CERT-MISMATCH",
      ),
    ],
  },
  {
    input: "keys in the old PEM encryption, PBES1, under triple DES or fewer than 1,000 rounds",
    cases: [
      caseOf(
        "old PEM",
        protectedKey((pem) => inOldPem(pem, PASSPHRASE), PASSPHRASE),
        SECRETS,
        "E-KEY-WEAKKDF",
      ),
      caseOf(
        "PBES1",
        protectedKey(under(PASSPHRASE, "-v1", "PBE-SHA1-3DES"), PASSPHRASE),
        SECRETS,
        "E-KEY-WEAKKDF",
      ),
      caseOf(
        "triple DES",
        protectedKey(under(PASSPHRASE, "-v2", "des3"), PASSPHRASE),
        SECRETS,
        "E-KEY-WEAKKDF",
      ),
      caseOf(
        "999 rounds",
        protectedKey(under(PASSPHRASE, "-v2", "aes256", "-iter", "999"), PASSPHRASE),
        SECRETS,
        "E-KEY-WEAKKDF",
      ),
    ],
  },
  {
    input: "more than one PEM block in a key or certificate file",
    cases: ["key", "cer"].map((kind) =>
      caseOf(
        kind,
        (trial) => {
          const file = keyFile(trial, 1).replace(/key$/, kind);
          appendFileSync(file, readFileSync(keyFile(trial, 2).replace(/key$/, kind)));
        },
        SECRETS,
        kind === "key" ? "E-KEY-PEM" : "E-CERT-MULTIPLE",
      ),
    ),
  },
];

/** An exchange certificate in place of the good one, its key known. */
const exchange =
  (made: () => ReturnType<typeof exchangeWith>) =>
  (trial: Trial): void => {
    const { pem, pkcs8 } = made();
    writeFileSync(trial.call.exchange, pem);
    trial.exchangePkcs8 = pkcs8;
  };

/** The exchange key confirmed by these flags alone. */
const confirmedBy =
  (flags: readonly (readonly [string, readonly string[]])[]) =>
  (trial: Trial): void => {
    trial.call = { ...trial.call, confirming: new Map(flags) };
  };

/** Officer 1's certificate with a broken signature, and the domain made for this very one. */
function brokenOfficer(trial: Trial): void {
  withCertificate(trial, altered(readFileSync(certificateFile(trial, 1), "utf8")));
}

/** Officer 1's key in a certificate of no rehearsal, and the domain made for this very one. */
function realOfficer(trial: Trial): void {
  const identity = { commonName: "officer 1", rehearsal: false, now: new Date(), random };
  const { pkcs8 } = trial.made.officers[0]!;
  const { pem, thumbprint } = makeCertificate(identity, "keyEncipherment", pkcs8);
  withCertificate(trial, { pem, thumbprint: toBase64Url(fromHex(thumbprint) ?? new Uint8Array()) });
}

/** @param thumbprint in base64url, as the domain names it */
function withCertificate(
  trial: Trial,
  { pem, thumbprint }: { readonly pem: string; readonly thumbprint: string },
): void {
  writeFileSync(certificateFile(trial, 1), pem);
  json(
    ({
      SharedKeys: {
        enc_shares: [first],
      },
    }) => {
      first!.x5t_256 = thumbprint;
    },
  )(trial);
}

/** An exchange certificate written by hand. */
const made = (change: Parameters<typeof certificateOf>[0]) =>
  exchange(() => ({
    pem: fromUtf8(pemOf(certificateOf(change))),
    pkcs8: new Uint8Array(OWN.pkcs8),
  }));

const NFD = "cafe\u0301 au lait";

export const OTHER_DIFFERENCES: readonly Difference[] = [
  {
    input: "exchange certificate with a broken signature, a small key or another exponent",
    cases: [
      caseOf(
        "broken signature",
        ({ call }) => {
          writeFileSync(call.exchange, altered(readFileSync(call.exchange, "utf8")).pem);
        },
        SECRETS,
        "E-CERT-SIGNATURE",
      ),
      caseOf(
        "1536 bits",
        exchange(() => exchangeWith(1536, 65537)),
        BLOB,
        "E-XK-USE",
      ),
      caseOf(
        "exponent 3",
        exchange(() => exchangeWith(2048, 3)),
        SECRETS,
        "E-CERT-EXPONENT",
      ),
    ],
  },
  {
    input: "wrapping certificate with a broken signature",
    cases: [caseOf("officer 1's", brokenOfficer, SECRETS, "E-CERT-SIGNATURE")],
  },
  {
    input: "exchange key without attestation",
    cases: [caseOf("as it is", () => undefined, SECRETS, "W-XK-NOT-ATTESTED")],
  },
  {
    input: "exchange key that nobody has confirmed to be the new HSM's",
    cases: [
      caseOf("without a terminal", confirmedBy([]), SECRETS, "E-XK-UNCONFIRMED"),
      caseOf(
        "by another digest",
        confirmedBy([["--exchange-sha256", ["0".repeat(64)]]]),
        SECRETS,
        "E-XK-DIFFERS",
      ),
      caseOf(
        "by a name that anybody could have written into it",
        confirmedBy([["--hsm-name", ["officer 1"]]]),
        SECRETS,
        "E-XK-WRONG-HSM",
      ),
      caseOf(
        "and wanted all the same",
        confirmedBy([["--exchange-unverified", []]]),
        SECRETS,
        "W-XK-UNVERIFIED",
      ),
    ],
  },
  {
    input: "a rehearsal's exchange key for officers of no rehearsal, or the reverse",
    cases: [
      caseOf("officer 1 is of none", realOfficer, SECRETS, "E-XK-REHEARSAL"),
      caseOf(
        "the reverse",
        exchange(() => exchangeWith(2048, 65537)),
        SECRETS,
        "W-CERT-REHEARSAL",
      ),
    ],
  },
  {
    input: "exchange key for signing alone",
    cases: [
      caseOf("by its key usage", made({ extensions: [keyUsage(0x80)] }), SECRETS, "E-XK-USE"),
    ],
  },
  {
    input:
      "exchange certificate with a weak modulus, signed over SHA-1, or with a name that "
      + "cannot be shown",
    cases: [
      caseOf(
        "a modulus that 3 divides",
        (trial) => {
          made({ spki: rsaOf(OWN_MODULUS - (OWN_MODULUS % 6n) + 3n) })(trial);
          trial.exchangePkcs8 = null;
        },
        BLOB,
        "E-CERT-WEAK",
      ),
      caseOf(
        "SHA-1",
        made({ algorithm: algorithmOf("1.2.840.113549.1.1.5"), hash: "sha1" }),
        SECRETS,
        "E-CERT-HASH",
      ),
      caseOf(
        "a name that writes backwards",
        made({ subject: nameOf("officer \u202e1") }),
        SECRETS,
        "E-CERT-NAME",
      ),
    ],
  },
  {
    input: "exchange key whose quote is wrong",
    cases: [
      caseOf(
        "under another root",
        exchange(() => exchangeWith(2048, 65537, true)),
        SECRETS,
        "E-XK-UNTRUSTED",
      ),
    ],
  },
  {
    input: "exchange key as Azure's answer, in JSON",
    cases: [
      caseOf(
        "the answer",
        ({ call, exchange: { certificate } }) => {
          writeFileSync(call.exchange, asAnswer(certificate));
        },
        "ValueError",
        SECRETS,
      ),
    ],
  },
  {
    input: "output file that exists",
    cases: [
      caseOf(
        "kept",
        ({ call }) => {
          writeFileSync(call.out, "kept");
        },
        SECRETS,
        "E-FILE-EXISTS",
      ),
      caseOf(
        "no room",
        (trial) => {
          writeFileSync(trial.call.out, "kept");
          trial.call = { ...trial.call, limit: 100 };
        },
        "OSError",
        "E-FILE-EXISTS",
      ),
    ],
  },
  {
    input: "passphrases",
    cases: [
      caseOf(
        "on the command line",
        protectedKey(under(PASSPHRASE, "-v2", "aes256", "-iter", "600000"), PASSPHRASE),
        SECRETS,
        "W-PASS-ARGV",
      ),
    ],
  },
  {
    input: "a passphrase for a key that has none",
    cases: [
      caseOf(
        "key 1",
        protectedKey((pem) => pem, PASSPHRASE),
        "TypeError",
        "W-KEY-UNPROTECTED",
      ),
    ],
  },
  {
    input: "a passphrase that is not in NFC",
    cases: [
      caseOf(
        "accents apart",
        protectedKey(under(NFD, "-v2", "aes256"), NFD),
        SECRETS,
        "E-KEY-PASSPHRASE",
      ),
    ],
  },
];
