"""The quote in an exchange certificate, as crypto/FORMAT.md says, but for CRLs and for Intel's own extension."""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import load_der_public_key

import x509
from der import BITS, OID, SEQUENCE, NotDer, must, read_or_none

CHECKS = ["self-signature", "certificate", "quote-form", "quote-signature", "qe-report-signature", "qe-report-data",
          "qe-identity", "pck-chain", "pck-root", "report-data", "debug", "signer"]
QE_SIGNER = "8c4f5775d796503e96137f77c68a829a0056ac8ded70140b081b094490c57bff"
SIGNERS = {"db55904b231f08298eb093180562d07631c3cab9b7706b2efa53da58b42c943a"}
P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
ECDSA = bytes.fromhex("06082a8648ce3d040302")


def _digest(data):
    return hashlib.sha256(data).digest()


def _verifies(key, data, r, s):
    if len(key) != 91 or not key.startswith(P256):
        return False
    try:
        load_der_public_key(key).verify(utils.encode_dss_signature(r, s), data, ec.ECDSA(hashes.SHA256()))
        return True
    except (InvalidSignature, ValueError):  # or a point beside the curve
        return False


def _is_signed_by(link, by):
    pair = read_or_none(link.signature)
    if pair is None or pair.tag != SEQUENCE or len(pair.parts) != 2 or not all(one.is_natural() for one in pair.parts):
        return False
    kind = link.algorithm.parts[0] if link.algorithm.parts else None
    is_ecdsa = kind is not None and kind.tag == OID and kind.whole == ECDSA
    numbers = [int.from_bytes(one.held, "big") for one in pair.parts]
    return is_ecdsa and link.issuer.whole == by.subject.whole and _verifies(by.key.whole, link.signed.whole, *numbers)


def _may_serve(link, issues, below):
    use, bounds = (read_or_none(link.extensions.get(kind, (False, b""))[1]) for kind in (x509.KEY_USAGE, x509.CONSTRAINTS))
    parts = bounds.parts if bounds is not None else []
    marked = len(parts) > 0 and parts[0].whole == b"\1\1\xff"
    path = None if len(parts) < 2 else parts[1].number()
    bits = use.held[1] if use is not None and use.tag == BITS and len(use.held) > 1 else 0
    known = (x509.KEY_USAGE, x509.CONSTRAINTS)
    return (all(kind in known for kind, (critical, _) in link.extensions.items() if critical)
            and marked == issues and (len(parts) < 2 or (path is not None and path >= below))
            and bits & (0x04 if issues else 0x80) != 0)


def _chain(data):
    """The certificates, the leaf first; none where they do not read."""
    try:
        text = data.removesuffix(b"\0").decode("utf-8")
        links = [x509.Certificate(der) for der in x509.blocks(text)]
    except (NotDer, UnicodeDecodeError):
        return []
    return links if len(links) <= 5 else []


def _is_sound(chain, at):
    return len(chain) > 0 and all(
        link.begins <= at <= link.ends and _is_signed_by(link, chain[min(n + 1, len(chain) - 1)])
        and _may_serve(link, n > 0 or len(chain) == 1, max(n - 1, 0)) for n, link in enumerate(chain))


class Quote:
    """What a quote says, and which checks of it hold. One of another form says nothing."""

    def __init__(self, value, certificate):
        self.holds, self.mrsigner, self.mrenclave, self.root = set(), "", "", ""
        try:
            self._read(value, certificate)
        except NotDer:
            pass

    def _read(self, value, certificate):
        quote = value[16:]
        head, tail = quote[:432], quote[436:]
        number = lambda data, at, size: int.from_bytes(data[at:at + size], "little")
        must(value[:8] == bytes([1, 0, 0, 0, 2, 0, 0, 0]) and number(value, 8, 8) == len(quote))
        must(head[:8] == bytes([3, 0, 2, 0, 0, 0, 0, 0]) and number(quote, 432, 4) == len(tail))
        ends = 578 + number(tail, 576, 2)
        must(len(tail) >= ends + 6 and number(tail, ends, 2) == 5 and number(tail, ends + 2, 4) == len(tail) - ends - 6)
        enclave, key, qe, more = head[48:], tail[64:128], tail[128:512], tail[578:ends]
        pair = lambda at: (int.from_bytes(tail[at:at + 32], "big"), int.from_bytes(tail[at + 32:at + 64], "big"))
        chain = _chain(tail[ends + 6:])
        self.mrsigner, self.mrenclave = enclave[128:160].hex(), enclave[64:96].hex()
        self.root = _digest(chain[-1].key.whole).hex() if chain else ""
        holds = {
            "quote-form": True,
            "quote-signature": _verifies(P256 + key, head, *pair(0)),
            "qe-report-signature": len(chain) > 0 and _verifies(chain[0].key.whole, qe, *pair(512)),
            "qe-report-data": qe[320:384] == _digest(key + more) + bytes(32),
            "qe-identity": qe[128:160].hex() == QE_SIGNER and qe[256:258] == b"\1\0" and not qe[48] & 2,
            "pck-chain": _is_sound(chain, certificate.begins),
            "pck-root": len(chain) > 0,
            "report-data": enclave[320:384] == _digest(certificate.key.whole) + bytes(32),
            "debug": not enclave[48] & 2,
            "signer": self.mrsigner in SIGNERS,
        }
        self.holds = {name for name, so in holds.items() if so}


def quote_in(certificate):
    """The quote of a certificate that signed itself; None where it carries none."""
    if not certificate.is_self_signed or x509.QUOTE not in certificate.extensions:
        return None
    return Quote(certificate.extensions[x509.QUOTE][1], certificate)


def checks_of(certificate, quote):
    """The names of the checks that hold."""
    own = {"certificate"} | ({"self-signature"} if certificate.is_self_signed else set())
    return own | (quote.holds if quote is not None else set())
