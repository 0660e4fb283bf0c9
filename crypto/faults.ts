// The closed table of everything that cryptography here can refuse, and what to do then.
import { faultTable } from "./errors.ts";

const original = "Copy it again from the original medium.";
const wrongFile = "Check that you chose the right file, and copy it again from its medium.";
const remake =
  "Make the key file again with openssl or with this app, or use the officer's other copy.";
const otherCopy = "Use the officer's other copy of this file.";
const replaceKey =
  "Make a new key and certificate. A domain made with this one can be restored with az.";
const exchange = "Fetch the exchange key from the recovery HSM again.";
const collateral =
  "Fetch the collateral from Intel again and keep each answer as it is, with its issuer chain.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-SD-EMPTY": ["The security domain file is empty.", original],
  "E-SD-ZEROS": [
    "The security domain file contains only zero bytes: it was not written completely.",
    original,
  ],
  "E-SD-TRUNCATED": ["The security domain file ends early, at character {at}.", original],
  "E-SD-TRAILING": ["There is extra data after the security domain, at character {at}.", original],
  "E-SD-ENCODING": ["The security domain file is not plain UTF-8 text.", original],
  "E-SD-DUPKEY": ["A field of the security domain appears twice, at character {at}.", original],
  "E-SD-UNKNOWN-MEMBER": [
    "The security domain has a field that this version does not know.",
    "Check whether a newer version of this app reads it; the file may be valid.",
  ],
  "E-SD-VERSION": [
    "The security domain has a version that this app does not know.",
    "Check whether a newer version of this app reads it; the file may be valid.",
  ],
  "E-SD-DEPTH": ["The security domain file is nested more than 16 levels deep.", wrongFile],
  "E-SD-SIZE": ["The file is larger than 8 MiB: too large for a security domain.", wrongFile],
  "E-SD-SYNTAX": ["The security domain file is damaged at character {at}.", original],
  "E-SD-NOT-JSON": ["This looks like {kind}, not like a security domain.", wrongFile],
  "E-SD-MISSING": ["This is not a security domain: {member} is missing.", wrongFile],
  "E-SD-TYPE": ["In the security domain, {member} must be {wanted}.", wrongFile],
  "E-SD-QUORUM": ["The quorum of the security domain must be 2 to 10.", wrongFile],
  "E-SD-QUORUM-UNREACHABLE": [
    "The security domain needs {required} shares but contains {held}.",
    original,
  ],
  "E-SD-ALG": [
    "Only shamir_share is supported; the security domain names another method.",
    wrongFile,
  ],
  "E-SD-KDF": ["Only sp108_kdf is supported; the security domain names another method.", wrongFile],
  "E-SD-DUP-SHARE": ["Two shares are for the same officer certificate.", original],
  "E-SD-THUMBPRINT": ["The thumbprint of share {n} is not 32 bytes of base64url.", original],
  "E-SD-BASE64": ["{member} is not strict base64url, at character {at}.", original],
  "E-SD-TAG": [
    "Entry {n} has a name that does not match its header, or that appears twice.",
    original,
  ],
  "E-SD-NO-DATA": ["The security domain contains no data entries.", original],
  "E-KIND": ["This is {found}, but {wanted} is needed.", "Choose the right file."],
  "E-JWE-PARTS": ["An encrypted entry must have 5 parts, but has {found}.", original],
  "E-JWE-BASE64": ["An encrypted entry is not strict base64url.", original],
  "E-JWE-ALG": ["The key algorithm of an encrypted entry must be {wanted}.", original],
  "E-JWE-ENC": ["The content algorithm of an encrypted entry must be A256CBC-HS512.", original],
  "E-JWE-HEADER": ["The header of an encrypted entry has an unknown format.", original],
  "E-JWE-TAG-LENGTH": ["An authentication tag must be 32 bytes.", original],
  "E-JWE-AUTH": [
    "{what} was altered or belongs to another security domain.",
    "Compare the SHA-256 of the file with the record and use the other copy.",
  ],
  "E-JWE-SHAPE": ["An encrypted entry has parts of an invalid length.", original],
  "E-JWE-CEK-LENGTH": ["{what} has a content key that is not 64 bytes long.", original],
  "E-JWE-OAEP": [
    "{what} could not be decrypted with its private key.",
    "Check that the key and certificate are those this security domain was made for.",
  ],
  "E-SHARE-LENGTH": ["The share of officer {n} has an invalid length.", original],
  "E-SHARE-VALUE": ["The share of officer {n} is damaged.", original],
  "E-SHARE-MISMATCH": [
    "The {given} shares given and this security domain's data do not all belong together, and "
      + "which of them is wrong cannot be determined.",
    "Compare the SHA-256 of the file with the record, and bring one more officer: another share "
      + "can show what is wrong.",
  ],
  "E-SHARE-DATA": [
    "{together} of the {given} shares given belong together, but not to this security domain's "
      + "data.",
    "Compare the SHA-256 of the file with the record and use the other copy; if it is right, bring "
      + "the keys made for this domain.",
  ],
  "E-SHARE-FOREIGN": [
    "Not from this security domain, or completely damaged: {shares}.",
    "Compare the SHA-256 of the file with the record; bring the keys made for this one.",
  ],
  "E-SHARE-DAMAGED": ["Partly damaged: {shares}.", original],
  "E-SHARE-TWICE": ["The file contains the same share for {officers}.", original],
  "E-QUORUM-SAME": ["The officer of key {n} was already counted.", "Bring another officer."],
  "E-QUORUM-SHORT": [
    "{required} officers are needed, but only {given} came.",
    "Bring another officer's key.",
  ],
  "E-QUORUM": [
    "A quorum of {required} of {officers} is not possible.",
    "Choose a quorum from 2 up to the number of officers.",
  ],
  "E-DOUBLE-ENTRY": [
    "The two cryptographic engines do not agree on {what}.",
    "Stop. Do not use the result; use another machine and report this.",
  ],
  "E-SELF-TEST": [
    "This machine's cryptography failed its self-test.",
    "Stop. Do not use this machine; use another one and report this.",
  ],
  "E-CERT-PEM": ["This is not one certificate in PEM format, from line {line} on.", wrongFile],
  "E-CERT-KIND": [
    "This file contains a {found}, not a certificate.",
    "Choose the certificate. A private key must never be on a transfer medium.",
  ],
  "E-CERT-MULTIPLE": [
    "The file must contain exactly one certificate, but contains {found}.",
    "Choose a file with one certificate.",
  ],
  "E-CERT-DER": ["The certificate is not strict DER, at byte {at}.", otherCopy],
  "E-CERT-DEPTH": ["The certificate is nested more than 16 levels deep, at byte {at}.", wrongFile],
  "E-CERT-OID": ["The certificate contains an invalid object identifier, at byte {at}.", otherCopy],
  "E-CERT-KEYTYPE": ["The certificate's key must be an RSA key, but is {found}.", wrongFile],
  "E-CERT-KEYSIZE": [
    "The certificate's RSA key must have 2048 to 8192 bits, but has {found}.",
    wrongFile,
  ],
  "E-CERT-EXPONENT": ["The certificate's RSA exponent must be 65537.", wrongFile],
  "E-CERT-WEAK": ["The certificate's RSA key is weak and can be broken.", replaceKey],
  "E-CERT-HASH": [
    "The certificate must be signed with SHA-256, SHA-384 or SHA-512; RSASSA-PSS must use one hash "
      + "throughout and a salt of its length.",
    replaceKey,
  ],
  "E-CERT-TIME": ["The certificate has an invalid validity date.", otherCopy],
  "E-CERT-SIGNATURE": ["The certificate's signature is not valid.", otherCopy],
  "E-CERT-NAME": [
    "A name in the certificate is not {wanted}.",
    "Choose a plain name. If the certificate already exists, check where it came from.",
  ],
  "E-CERT-DUPLICATE": [
    "Officers {a} and {b} have the same certificate.",
    "Each officer needs their own certificate.",
  ],
  "E-CERT-SAMEKEY": [
    "The certificates of officers {a} and {b} contain the same public key.",
    "Each officer needs their own key.",
  ],
  "E-CERT-COUNT": [
    "3 to 10 officers' certificates are needed, but {found} were given.",
    "Bring the missing certificates.",
  ],
  "E-CERT-UNKNOWN": [
    "This security domain has no share for the certificate of key {n}.",
    "Bring a certificate it was made for; their thumbprints begin with {held}. Otherwise try every "
      + "share with this key: --try-every-share, or in the window two people who accept it.",
  ],
  "E-SHARE-NONE": [
    "No share of this security domain opens with key {n}.",
    "Bring the key of another officer; if no key opens a share, look for the domain's own keys.",
  ],
  "E-KEY-P12": [
    "The PKCS#12 file of the key is not of a supported form: {what}.",
    "Convert it on the offline machine: openssl pkcs12 -legacy -in OLD.pfx -out KEY.pem, then "
      + "openssl pkcs12 -export -in KEY.pem -out NEW.pfx.",
  ],
  "E-KEY-PEM": [
    "The private key file is not in the documented PEM format, from line {line} on.",
    remake,
  ],
  "E-KEY-PASSPHRASE": [
    "The passphrase of key {n} is wrong, or the key file is damaged.",
    "Check the keyboard layout and Caps Lock, and type it again.",
  ],
  "E-KEY-UNPROTECTED": [
    "This private key has no passphrase.",
    "Make a new key with a passphrase; treat this one as exposed.",
  ],
  "E-KEY-WEAKKDF": [
    "The private key is protected by an outdated method.",
    "Convert it on the offline machine: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 600000 -in OLD.key -out NEW.key.",
  ],
  "E-KEY-KDFCOST": ["The private key file demands an unreasonable amount of work.", remake],
  "E-KEY-CERT-MISMATCH": [
    "Private key {n} does not belong to its certificate.",
    "Place the certificate made with this key beside it, under the same name.",
  ],
  "E-CERT-EXCHANGED": [
    "Private key {n} belongs to the certificate beside key {other}.",
    "Place each certificate beside the key it was made with, under the same name.",
  ],
  "E-KEY-INCONSISTENT": ["The private key is damaged: its numbers do not match.", otherCopy],
  "E-KEY-DER": ["The private key is not a well-formed RSA key.", otherCopy],
  "E-PASS-POLICY": [
    "A passphrase must have 8 to 1024 printable ASCII characters, not only spaces.",
    "Choose another passphrase.",
  ],
  "E-PASS-MISMATCH": ["The two passphrases differ.", "Type the passphrase again, twice."],
  "E-XK-CHAIN": ["The exchange key contains no certificate.", exchange],
  "E-XK-MISMATCH": ["The exchange key and its certificate do not belong together.", exchange],
  "E-XK-SHAPE": ["The exchange key has an unknown format.", exchange],
  "E-XK-USE": ["The exchange key is not an RSA encryption key of at least 2048 bits.", exchange],
  "E-XK-UNTRUSTED": [
    "The exchange key's attestation fails check {check}: no genuine HSM made it like this.",
    "Do not use it. Fetch the exchange key from the recovery HSM again; if that is refused too, "
      + "stop and ask Microsoft.",
  ],
  "E-XK-REVOKED": [
    "Intel has revoked what vouches for the exchange key: check {check}.",
    "Do not use it. Fetch the exchange key from the recovery HSM again; if that is refused too, "
      + "stop and ask Microsoft.",
  ],
  "E-COLLATERAL-FORM": [
    "File {n} of the collateral is not a TCB info, QE identity, CRL or issuer chain of Intel's.",
    collateral,
  ],
  "E-COLLATERAL-TWICE": ["The collateral contains the {what} twice.", "Give each file once."],
  "E-COLLATERAL-SIGNED": [
    "The {what} in the collateral is not signed by Intel's chain, or that chain was not given.",
    collateral,
  ],
  "E-COLLATERAL-OTHER": [
    "The {what} in the collateral is for other hardware.",
    "Fetch the TCB info for the FMSPC that is shown with the exchange key, and the PCK CRL of the "
      + "other CA (platform or processor).",
  ],
  "E-XK-WRONG-HSM": ["The exchange key does not name the recovery HSM.", exchange],
  "E-BLOB-KEY": [
    "The restore blob was made for another exchange key.",
    "Make the blob again for this exchange key.",
  ],
  "E-BLOB-FORM": ["The restore blob is damaged.", "Make the blob again."],
  "E-BLOB-EMPTY": ["The restore blob is empty.", "Make the blob again."],
  "E-BLOB-INCOMPLETE": [
    "The restore blob is missing an entry of the security domain.",
    "Make the blob again.",
  ],
  "E-WORDS": [
    "These are not words from the read-aloud list in a valid order.",
    "Read the words aloud again.",
  ],
});
