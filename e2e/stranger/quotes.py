"""The quote in an exchange certificate, as crypto/FORMAT.md says, but for CRLs and for Intel's own extension."""

import hashlib
import re

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils

EXTENSION = "1.2.840.113556.10.1.1"
CHECKS = ["self-signature", "certificate", "quote-form", "quote-signature", "qe-report-signature", "qe-report-data",
          "qe-identity", "pck-chain", "pck-root", "report-data", "debug", "signer"]
QE_SIGNER = "8c4f5775d796503e96137f77c68a829a0056ac8ded70140b081b094490c57bff"
BLOCK = re.compile(r"-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+-----END CERTIFICATE-----\n?")


def _digest(data):
    return hashlib.sha256(data).digest()


def _spki(certificate):
    return certificate.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def _verify(key, signature, data):
    pair = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    key.verify(utils.encode_dss_signature(*pair), data, ec.ECDSA(hashes.SHA256()))


def _must(truth):
    if not truth:
        raise ValueError("the quote does not hold")


def value_of(certificate):
    """The extension's value, or None where the certificate carries no quote."""
    for one in certificate.x509.extensions:
        if one.oid.dotted_string == EXTENSION:
            return one.value.value
    return None


def read(certificate):
    """mrsigner, mrenclave, root of a quote that holds. Raises where it does not."""
    value = value_of(certificate)
    size = int.from_bytes(value[8:16], "little")
    _must(value[:8] == bytes([1, 0, 0, 0, 2, 0, 0, 0]) and len(value) == 16 + size)
    quote = value[16:]
    head, tail = quote[:432], quote[436:]
    _must(int.from_bytes(quote[432:436], "little") == len(tail))
    _must(head[:8] == bytes([3, 0, 2, 0, 0, 0, 0, 0]))
    enclave, key, qe = head[48:], tail[64:128], tail[128:512]
    ends = 578 + int.from_bytes(tail[576:578], "little")
    more = tail[578:ends]
    _must(tail[ends:ends + 2] == bytes([5, 0]))
    _must(int.from_bytes(tail[ends + 2:ends + 6], "little") == len(tail) - ends - 6)
    chain = tail[ends + 6:].decode("ascii").removesuffix("\0")
    leaf, platform, root = [x509.load_pem_x509_certificate(one.encode()) for one in BLOCK.findall(chain)]
    for one, by in ((leaf, platform), (platform, root), (root, root)):
        one.verify_directly_issued_by(by)
    attesting = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b"\4" + key)
    _verify(attesting, tail[:64], head)
    _verify(leaf.public_key(), tail[512:576], qe)
    _must(qe[320:384] == _digest(key + more) + bytes(32) and not qe[48] & 2)
    _must(qe[128:160].hex() == QE_SIGNER and qe[256:258] == bytes([1, 0]))
    made = certificate.x509.not_valid_before_utc
    _must(all(one.not_valid_before_utc <= made <= one.not_valid_after_utc for one in (leaf, platform, root)))
    _must(enclave[320:384] == _digest(_spki(certificate.x509)) + bytes(32) and not enclave[48] & 2)
    return enclave[128:160].hex(), enclave[64:96].hex(), _digest(_spki(root)).hex()
