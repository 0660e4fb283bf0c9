// The closed table of everything that cryptography here can refuse, and what to do then.
import { faultTable } from "./errors.ts";

const original = "Copy it again from the original medium.";
const wrongFile = "Check that the right file was chosen, and copy it again from its medium.";
const remake =
  "Make the key file again with openssl or with this app, or use the officer's other copy.";
const otherCopy = "Use the officer's other copy of this file.";
const replaceKey =
  "Make a new key and certificate. A domain made with this one is restored by az.";
const exchange = "Fetch the exchange key from the recovery HSM again.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-SD-EMPTY": ["The security domain file is empty.", original],
  "E-SD-ZEROS": [
    "The security domain file holds only zero bytes: it was not written completely.",
    original,
  ],
  "E-SD-TRUNCATED": ["The security domain file ends early, at byte {at}.", original],
  "E-SD-TRAILING": ["There is extra data after the security domain, at byte {at}.", original],
  "E-SD-ENCODING": ["The security domain file is not plain UTF-8 text.", original],
  "E-SD-DUPKEY": ["A member of the security domain appears twice, at byte {at}.", original],
  "E-SD-UNKNOWN-MEMBER": [
    "The security domain has a member this version does not know.",
    "Check whether a newer version of this app reads it; the file may be sound.",
  ],
  "E-SD-VERSION": [
    "The security domain has a version this app does not know.",
    "Check whether a newer version of this app reads it; the file may be sound.",
  ],
  "E-SD-DEPTH": ["The security domain file is nested deeper than 16.", wrongFile],
  "E-SD-SIZE": ["The file is larger than 8 MiB; no security domain is.", wrongFile],
  "E-SD-SYNTAX": ["The security domain file is damaged at byte {at}.", original],
  "E-SD-NOT-JSON": ["This looks like {kind}, not like a security domain.", wrongFile],
  "E-SD-MISSING": ["This is not a security domain: {member} is missing.", wrongFile],
  "E-SD-TYPE": ["In the security domain, {member} must be {wanted}.", wrongFile],
  "E-SD-QUORUM": ["The quorum of the security domain must be 2 to 10.", wrongFile],
  "E-SD-QUORUM-UNREACHABLE": [
    "The security domain needs {required} shares but holds {held}.",
    original,
  ],
  "E-SD-ALG": [
    "Only shamir_share is supported, the security domain names something else.",
    wrongFile,
  ],
  "E-SD-KDF": [
    "Only sp108_kdf is supported, the security domain names something else.",
    wrongFile,
  ],
  "E-SD-DUP-SHARE": ["Two shares are for the same officer certificate.", original],
  "E-SD-THUMBPRINT": ["The thumbprint of share {n} is not 32 bytes of base64url.", original],
  "E-SD-BASE64": ["{member} is not strict base64url, at character {at}.", original],
  "E-SD-TAG": [
    "Entry {n} carries a name that does not fit its header, or twice the same name.",
    original,
  ],
  "E-SD-NO-DATA": ["The security domain holds no data entries.", original],
  "E-KIND": ["This is {found}; {wanted} is needed.", "Choose the right file."],
  "E-JWE-PARTS": ["An encrypted entry must have 5 parts, found {found}.", original],
  "E-JWE-BASE64": ["An encrypted entry is not strict base64url.", original],
  "E-JWE-ALG": ["{wanted} was expected as key algorithm of an encrypted entry.", original],
  "E-JWE-ENC": [
    "A256CBC-HS512 was expected as content algorithm of an encrypted entry.",
    original,
  ],
  "E-JWE-HEADER": ["The header of an encrypted entry is not of the known form.", original],
  "E-JWE-TAG-LENGTH": ["An authentication tag must be 32 bytes.", original],
  "E-JWE-AUTH": [
    "{what} was altered or belongs to another security domain.",
    "Compare the SHA-256 of the file with the record and use the other copy.",
  ],
  "E-JWE-SHAPE": ["An encrypted entry has parts of impossible length.", original],
  "E-JWE-CEK-LENGTH": ["{what} has a content key that is not 64 bytes long.", original],
  "E-JWE-OAEP": [
    "{what} could not be decrypted with its private key.",
    "Check that key and certificate are the ones this security domain was made for.",
  ],
  "E-SHARE-LENGTH": ["The share of officer {n} has an impossible length.", original],
  "E-SHARE-VALUE": ["The share of officer {n} is damaged.", original],
  "E-SHARE-MISMATCH": [
    "The {given} shares given and this security domain's data do not all belong together, and "
      + "nobody can say which of them is wrong.",
    "Compare the SHA-256 of the file with the record, and bring one officer more: more shares can "
      + "tell what is wrong.",
  ],
  "E-SHARE-DATA": [
    "{together} of the {given} shares given belong together, but they and this data are not of one "
      + "security domain.",
    "Compare the SHA-256 of the file with the record and use the other copy; if it is right, bring "
      + "the keys made for this domain.",
  ],
  "E-SHARE-FOREIGN": [
    "Not of this security domain, or wholly damaged: {shares}.",
    "Compare the SHA-256 of the file with the record; bring the keys made for this one.",
  ],
  "E-SHARE-DAMAGED": ["Damaged in part: {shares}.", original],
  "E-SHARE-TWICE": ["One and the same share is held for {officers}.", original],
  "E-QUORUM-SAME": ["The officer of key {n} was already counted.", "Another officer is needed."],
  "E-QUORUM-SHORT": [
    "{required} officers are needed, {given} came.",
    "Bring another officer's key.",
  ],
  "E-QUORUM": [
    "A quorum of {required} of {officers} is impossible.",
    "Choose a quorum from 2 up to the number of officers.",
  ],
  "E-DOUBLE-ENTRY": [
    "The two cryptographic engines do not agree on {what}.",
    "Stop. Do not use the result; use another machine and report this.",
  ],
  "E-SELF-TEST": [
    "This machine's cryptography does not give a known answer.",
    "Stop. Do not use this machine; use another one and report this.",
  ],
  "E-CERT-PEM": ["This is not one certificate in PEM form, from line {line} on.", wrongFile],
  "E-CERT-KIND": [
    "This file holds a {found}, not a certificate.",
    "Choose the certificate. A private key must never lie on a transfer medium.",
  ],
  "E-CERT-MULTIPLE": [
    "Exactly one certificate is expected, found {found}.",
    "Give a file with one certificate.",
  ],
  "E-CERT-DER": ["The certificate is not strict DER at byte {at}.", otherCopy],
  "E-CERT-DEPTH": ["The certificate is nested deeper than 16, at byte {at}.", wrongFile],
  "E-CERT-OID": ["A name of a kind in the certificate is impossible, at byte {at}.", otherCopy],
  "E-CERT-KEYTYPE": ["An RSA key is required in the certificate, found {found}.", wrongFile],
  "E-CERT-KEYSIZE": [
    "The certificate's RSA key must have 2048 to 8192 bits, found {found}.",
    wrongFile,
  ],
  "E-CERT-EXPONENT": ["The certificate's RSA exponent must be 65537.", wrongFile],
  "E-CERT-WEAK": ["The certificate's RSA key can be broken: its modulus is weak.", replaceKey],
  "E-CERT-HASH": [
    "The certificate must be signed with SHA-256, SHA-384 or SHA-512.",
    replaceKey,
  ],
  "E-CERT-TIME": ["The certificate's dates are no dates.", otherCopy],
  "E-CERT-SIGNATURE": ["The certificate's signature is not its own.", otherCopy],
  "E-CERT-NAME": [
    "A name in the certificate is not {wanted}.",
    "Choose a plain name; where the certificate stands already, check where it came from.",
  ],
  "E-CERT-DUPLICATE": [
    "Officers {a} and {b} have the same certificate.",
    "Each officer needs a certificate of his own.",
  ],
  "E-CERT-SAMEKEY": [
    "The certificates of officers {a} and {b} hold the same public key.",
    "Each officer needs a key of his own.",
  ],
  "E-CERT-COUNT": [
    "3 to 10 officers' certificates are needed, found {found}.",
    "Bring the missing certificates.",
  ],
  "E-CERT-UNKNOWN": [
    "The certificate of key {n} holds no share of this security domain.",
    "Bring a certificate made with it; their thumbprints begin with {held}.",
  ],
  "E-KEY-PEM": [
    "The private key file is not a PEM file of the documented form, from line {line} on.",
    remake,
  ],
  "E-KEY-PASSPHRASE": [
    "The passphrase of key {n} is wrong, or the key file is damaged.",
    "Check keyboard layout and caps lock, and type it again.",
  ],
  "E-KEY-UNPROTECTED": [
    "This private key has no passphrase.",
    "Make a new key with a passphrase; treat this one as exposed.",
  ],
  "E-KEY-WEAKKDF": [
    "The private key is protected by an outdated method.",
    "Convert it on the offline machine: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 600000.",
  ],
  "E-KEY-KDFCOST": ["The private key file asks for an absurd amount of work.", remake],
  "E-KEY-CERT-MISMATCH": [
    "Private key {n} does not belong to its certificate.",
    "Put the certificate made with this key beside it, under the same name.",
  ],
  "E-CERT-EXCHANGED": [
    "Private key {n} belongs to the certificate beside key {other}.",
    "Put each certificate beside the key it was made with, under the same name.",
  ],
  "E-KEY-INCONSISTENT": [
    "The private key's numbers do not fit together: it is damaged.",
    otherCopy,
  ],
  "E-KEY-DER": ["The private key is not a well-formed RSA key.", otherCopy],
  "E-PASS-POLICY": [
    "A passphrase must have 8 to 1024 printable ASCII characters, not only spaces.",
    "Choose another passphrase.",
  ],
  "E-PASS-MISMATCH": ["The two passphrases differ.", "Type the passphrase twice again."],
  "E-XK-CHAIN": ["There is no certificate in the exchange key.", exchange],
  "E-XK-MISMATCH": ["The exchange key and its certificate do not belong together.", exchange],
  "E-XK-SHAPE": ["The exchange key is not of the known form.", exchange],
  "E-XK-USE": [
    "The exchange key is not an RSA key for encryption of at least 2048 bits.",
    exchange,
  ],
  "E-XK-UNTRUSTED": [
    "The exchange key's attestation is wrong, in its check {check}: no genuine HSM made it so.",
    "Do not use it. Fetch the exchange key from the recovery HSM again; if that is refused too, "
      + "stop and ask Microsoft.",
  ],
  "E-XK-WRONG-HSM": ["The exchange key names another HSM than the recovery HSM.", exchange],
  "E-BLOB-KEY": [
    "The restore blob was made for another exchange key.",
    "Make the blob again for this exchange key.",
  ],
  "E-BLOB-FORM": ["The restore blob is damaged.", "Make the blob again."],
  "E-BLOB-EMPTY": ["The restore blob is empty.", "Make the blob again."],
  "E-BLOB-INCOMPLETE": [
    "The restore blob lacks an entry of the security domain.",
    "Make the blob again.",
  ],
  "E-WORDS": [
    "These are not words of the read-aloud list in their right order.",
    "Read the words aloud again.",
  ],
});
