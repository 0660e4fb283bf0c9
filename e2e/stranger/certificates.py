"""Certificates, as electron/journal/FORMAT.md and crypto/FORMAT.md say."""

import base64
import functools
import hashlib
import re

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

PEM = re.compile(r"-----BEGIN CERTIFICATE-----\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/=]{1,64}\n)-----END CERTIFICATE-----\n")
RSA_SHA256 = bytes.fromhex("300d06092a864886f70d01010b0500")
RSA_KEY = bytes.fromhex("300d06092a864886f70d0101010500")
USAGES = {("digital_signature",): bytes.fromhex("03020780"), ("key_encipherment",): bytes.fromhex("03020520")}


def tlv(tag, *parts):
    """DER: a tag, the length in its shortest form, what it holds."""
    held = b"".join(parts)
    size = len(held)
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag]) + (bytes([size]) if size < 128 else bytes([128 + len(length)]) + length) + held


def date(when):
    """UTCTime to 2049, GeneralizedTime after."""
    text = when.strftime("%Y%m%d%H%M%SZ")
    return tlv(23, text[2:].encode()) if 1950 <= when.year < 2050 else tlv(24, text.encode())


def primes_up_to(limit):
    return [n for n in range(2, limit + 1) if all(n % d for d in range(2, n))]


SMALL = primes_up_to(1000)
OF_ROCA = SMALL[:39]


def is_weak(modulus):
    """A factor below 1,000, or the form of CVE-2017-15361."""
    if any(modulus % prime == 0 for prime in SMALL):
        return True
    return all(modulus % prime in {pow(65537, k, prime) for k in range(prime)} for prime in OF_ROCA)


class Certificate:
    """One that reads: thumbprint, modulus, bits, organizations, common names."""

    def __init__(self, der):
        self.der, self.thumbprint = der, hashlib.sha256(der).hexdigest()
        self.x509 = x509.load_der_x509_certificate(der)
        key = self.x509.public_key()
        if not isinstance(key, rsa.RSAPublicKey):
            raise ValueError("not RSA")
        numbers = key.public_numbers()
        self.key, self.modulus, self.bits = key, numbers.n, numbers.n.bit_length()
        if numbers.e != 65537 or not 2048 <= self.bits <= 8192 or is_weak(numbers.n):
            raise ValueError("weak key")
        subject = self.x509.subject
        self.organizations = [a.value for a in subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)]
        self.names = [a.value for a in subject.get_attributes_for_oid(NameOID.COMMON_NAME)]
        if self.x509.issuer == subject:
            self.x509.verify_directly_issued_by(self.x509)

    @property
    def usage(self):
        """The names of the key usages; empty where there is no key usage."""
        try:
            usage = self.x509.extensions.get_extension_for_class(x509.KeyUsage).value
        except x509.ExtensionNotFound:
            return ()
        names = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
                 "key_agreement", "key_cert_sign", "crl_sign")
        return tuple(name for name in names if getattr(usage, name))

    def is_of_this_app(self):
        """Whether it has the one form in which a certificate counts for signatures: written anew, it is the same."""
        made = self.x509
        if len(self.names) != 1 or self.organizations not in ([], ["REHEARSAL"]) or self.bits not in (2048, 3072, 4096):
            return False
        fits = re.fullmatch(r"[!-~]([ -~]{0,62}[!-~])?", self.names[0]) is not None
        if not fits or self.usage not in USAGES or made.not_valid_before_utc > made.not_valid_after_utc:
            return False
        serial = made.serial_number.to_bytes(20, "big")
        if serial[:4] != bytes(4) or not 0x40 <= serial[4] <= 0x7F or len(made.signature) != self.bits // 8:
            return False
        return self.written_anew(serial[4:]) == self.der

    def written_anew(self, serial):
        made = self.x509
        parts = [(b"\x55\x04\x0a", one) for one in self.organizations] + [(b"\x55\x04\x03", self.names[0])]
        name = tlv(0x30, *(tlv(0x31, tlv(0x30, tlv(6, oid), tlv(12, text.encode()))) for oid, text in parts))
        dates = tlv(0x30, date(made.not_valid_before_utc), date(made.not_valid_after_utc))
        modulus = tlv(2, b"\0" + self.modulus.to_bytes(self.bits // 8, "big"))
        key = tlv(0x30, RSA_KEY, tlv(3, b"\0" + tlv(0x30, modulus, tlv(2, b"\1\0\1"))))
        usage = tlv(0xA3, tlv(0x30, tlv(0x30, tlv(6, b"\x55\x1d\x0f"), b"\1\1\xff", tlv(4, USAGES[self.usage]))))
        version = bytes.fromhex("a003020102")
        body = tlv(0x30, version, tlv(2, serial), RSA_SHA256, name, dates, name, key, usage)
        return tlv(0x30, body, RSA_SHA256, tlv(3, b"\0" + made.signature))

    def signs(self):
        return self.usage == ("digital_signature",) and self.is_of_this_app()

    def verifies(self, signature, text):
        """RSASSA-PSS, SHA-256 in both places, a salt of 32 bytes. The signature is base64."""
        try:
            raw = base64.b64decode(signature)
            scheme = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=32)
            self.key.verify(raw, text.encode("ascii"), scheme, hashes.SHA256())
            return True
        except (InvalidSignature, ValueError):
            return False


@functools.lru_cache(maxsize=None)
def certificate_in(text):
    """The certificate that a text is, or None."""
    match = PEM.fullmatch(text)
    if match is None:
        return None
    try:
        packed = match[1].replace("\n", "")
        der = base64.b64decode(packed, validate=True)
        return Certificate(der) if base64.b64encode(der).decode() == packed else None
    except Exception:  # whatever the library says of it: it does not read
        return None
