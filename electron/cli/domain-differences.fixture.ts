// For tests: where az and we differ on purpose about a security domain file and the JWEs in it.
import { createHash } from "node:crypto";
import { appendFileSync } from "node:fs";
import { toBase64 } from "../../crypto/index.ts";
import { writeShare } from "../../crypto/secret-half.ts";
import { sealedUnder, wrapUnder, type Wrapping } from "../../crypto/sealed.fixture.ts";
import { caseOf, type Difference } from "./az-difference.fixture.ts";
import { changeDomain, flipped } from "./restore-blob.fixture.ts";
import {
  entry,
  json,
  OTHERS,
  resealed,
  SECRETS,
  share,
  shareOf,
  text,
  type Trial,
} from "./trial.fixture.ts";

/** Officer 1's share wrapped again in another way, under its header. */
const wrapped =
  (alg: string, wrapping: Wrapping) =>
  (trial: Trial): void => {
    const plain = writeShare(shareOf(trial, 1).share);
    const cek = new Uint8Array(64).fill(7);
    const key = wrapUnder(wrapping, trial.made.officers[0]!.certificate.spki, cek);
    json(
      ({
        SharedKeys: {
          enc_shares: [first],
        },
      }) => {
        first!.enc_key = sealedUnder(
          { alg, enc: "A256CBC-HS512", kid: "not used" },
          key,
          cek,
          plain,
        );
      },
    )(trial);
  };

/** A text in one of the first entry's parts changed, counted from 0. */
const partText = (part: number, change: (text: string) => string) =>
  json(
    ({
      EncData: {
        data: [first],
      },
    }) => {
      first!.compact_jwe = first!.compact_jwe
        .split(".")
        .map((one, i) => (i === part ? change(one) : one))
        .join(".");
    },
  );

/** The last character with its unused bits set. */
function looseBits(encoded: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return encoded.slice(0, -1) + alphabet.charAt(alphabet.indexOf(encoded.slice(-1)) | 1);
}

export const JWE_DIFFERENCES: readonly Difference[] = [
  {
    input: "authentication tag of any length but 32",
    cases: [
      ...[0, 1, 16, 31, 33, 64].map((length) =>
        caseOf(
          `${length} bytes, data altered`,
          (trial) => {
            entry(2, (iv) => flipped(iv))(trial);
            entry(4, (tag) => Buffer.concat([tag, tag]).subarray(0, length))(trial);
          },
          OTHERS,
          "E-JWE-TAG-LENGTH",
        ),
      ),
      caseOf(
        "31 bytes in a share",
        share(1, 4, (tag) => tag.subarray(1)),
        SECRETS,
        "E-JWE-TAG-LENGTH",
      ),
    ],
  },
  {
    input: "wrong tag of 32 bytes",
    cases: [
      caseOf("an entry's", entry(4, flipped), "TypeError", "E-JWE-AUTH"),
      caseOf("a share's", share(1, 4, flipped), "CLIError", "E-JWE-AUTH"),
    ],
  },
  {
    input: "share under `RSA1_5`, or under `RSA-OAEP` (SHA-1)",
    cases: [
      caseOf("RSA1_5", wrapped("RSA1_5", "PKCS#1 v1.5"), SECRETS, "E-JWE-ALG"),
      caseOf("RSA-OAEP", wrapped("RSA-OAEP", "OAEP-SHA-1"), SECRETS, "E-JWE-ALG"),
    ],
  },
  {
    input: "header with `zip`, `crit` or other members",
    cases: [{ zip: "DEF" }, { crit: ["exp"] }, { typ: "JWE" }, { other: 1 }].map((members) =>
      caseOf(Object.keys(members).join(), resealed(members), SECRETS, "E-JWE-HEADER"),
    ),
  },
  {
    input: "base64url with foreign characters, wrong padding or bits",
    cases: [
      caseOf(
        "foreign",
        partText(3, (one) => `${one.slice(0, 40)}*\n!${one.slice(40)}`),
        SECRETS,
        "E-SD-BASE64",
      ),
      caseOf(
        "padding",
        partText(4, (one) => `${one}=`),
        SECRETS,
        "E-SD-BASE64",
      ),
      caseOf("bits", partText(4, looseBits), SECRETS, "E-SD-BASE64"),
    ],
  },
];

/** The name that Terraform's azurerm asks for: of the certificate's base64 text, with padding. */
function nameByText({ made, call }: Trial): void {
  changeDomain(call, ({ SharedKeys: { enc_shares } }) => {
    enc_shares.forEach((one, i) => {
      const text = toBase64(made.officers[i]!.certificate.der);
      one.x5t_256 = `${createHash("sha256").update(text).digest("base64url")}=`;
    });
  });
}

export const DOMAIN_DIFFERENCES: readonly Difference[] = [
  {
    input: "shares named after the certificate's base64 text, as Terraform's azurerm names them",
    cases: [caseOf("with =", nameByText, "CLIError", "W-SHARE-FOUND")],
  },
  {
    input: "a member twice in one object",
    cases: [
      caseOf(
        "required",
        text((good) => good.replace('"required"', '"required":9,"required"')),
        SECRETS,
        "E-SD-DUPKEY",
      ),
    ],
  },
  {
    input: "unknown members; another `version` or `kdf`, or none",
    cases: [
      caseOf(
        "unknown",
        json((value) => Object.assign(value, { more: 1 })),
        SECRETS,
        "E-SD-UNKNOWN-MEMBER",
      ),
      caseOf(
        "version 3",
        json((value) => Object.assign(value, { version: 3 })),
        SECRETS,
        "E-SD-VERSION",
      ),
      caseOf(
        "no version",
        json((value) => Object.assign(value, { version: undefined })),
        SECRETS,
        "E-SD-MISSING",
      ),
      caseOf(
        "another kdf",
        json(({ EncData }) => Object.assign(EncData, { kdf: "hkdf" })),
        SECRETS,
        "E-SD-KDF",
      ),
      caseOf(
        "no kdf",
        json(({ EncData }) => Object.assign(EncData, { kdf: undefined })),
        SECRETS,
        "E-SD-KDF",
      ),
    ],
  },
  {
    input: "entry's `tag` that is not its header's `kid`, or appears twice",
    cases: [
      caseOf("another kid", resealed({ kid: "other" }), SECRETS, "E-SD-TAG"),
      caseOf("no kid", resealed({ kid: undefined }), SECRETS, "E-SD-TAG"),
      caseOf(
        "twice",
        json(({ EncData: { data } }) => data.push(data[0]!)),
        SECRETS,
        "E-SD-TAG",
      ),
    ],
  },
  {
    input: "a malformed share of someone who does not come",
    cases: [
      caseOf(
        "its thumbprint",
        json(({ SharedKeys: { enc_shares } }) => {
          enc_shares[2]!.x5t_256 = "AAAA";
        }),
        SECRETS,
        "E-SD-THUMBPRINT",
      ),
      caseOf(
        "its JWE",
        json(({ SharedKeys: { enc_shares } }) => {
          enc_shares[2]!.enc_key = "AAAA";
        }),
        SECRETS,
        "E-JWE-PARTS",
      ),
      caseOf(
        "its cipher",
        share(3, 0, () => Buffer.from('{"alg":"RSA-OAEP-256","enc":"A128GCM"}')),
        SECRETS,
        "E-JWE-ENC",
      ),
      caseOf(
        "its IV",
        share(3, 2, (iv) => iv.subarray(1)),
        SECRETS,
        "E-JWE-SHAPE",
      ),
    ],
  },
  {
    input: "`required` as `2.0`",
    cases: [
      caseOf(
        "2.0",
        text((good) => good.replace('"required":2', '"required":2.0')),
        "TypeError",
        SECRETS,
      ),
    ],
  },
  {
    input: "a file beyond 8 MiB",
    cases: [
      caseOf(
        "spaces",
        ({ call }) => {
          appendFileSync(call.domain, " ".repeat(8 * 1024 * 1024));
        },
        SECRETS,
        "E-SD-SIZE",
      ),
    ],
  },
];
