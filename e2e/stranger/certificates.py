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
RSA_SHA256 = "1.2.840.113549.1.1.11"


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
        """The names of the key usages, sorted; none where there is no key usage."""
        try:
            usage = self.x509.extensions.get_extension_for_class(x509.KeyUsage).value
        except x509.ExtensionNotFound:
            return None
        names = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
                 "key_agreement", "key_cert_sign", "crl_sign")
        return sorted(name for name in names if getattr(usage, name))

    def is_of_this_app(self):
        """The one form in which a certificate counts for signatures."""
        made = self.x509
        serial = made.serial_number.to_bytes(20, "big")
        ours = (
            made.version is x509.Version.v3
            and made.signature_algorithm_oid.dotted_string == RSA_SHA256
            and serial[:4] == bytes(4) and 0x40 <= serial[4] <= 0x7F
            and made.issuer == made.subject
            and len(self.names) == 1 and 1 <= len(self.names[0]) <= 64
            and self.organizations in ([], ["REHEARSAL"])
            and len(list(made.subject)) == 1 + len(self.organizations)
            and self.bits in (2048, 3072, 4096)
            and len(list(made.extensions)) == 1 and made.extensions[0].critical
            and self.usage in (["digital_signature"], ["key_encipherment"])
        )
        return ours

    def signs(self):
        return self.usage == ["digital_signature"] and self.is_of_this_app()

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
