"""Certificates, as electron/journal/FORMAT.md and crypto/FORMAT.md say."""

import base64
import functools
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import load_der_public_key

import x509
from der import NotDer, must, tlv

PEM = re.compile(r"-----BEGIN CERTIFICATE-----\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/=]{1,64}\n)-----END CERTIFICATE-----\n")
RSA_SHA256 = bytes.fromhex("300d06092a864886f70d01010b0500")
USAGES = {bytes.fromhex("03020780"): "signing", bytes.fromhex("03020520"): "wrapping"}
COMMON_NAME, ORGANIZATION = b"\x55\x04\x03", b"\x55\x04\x0a"
HASHES = {256: hashes.SHA256, 384: hashes.SHA384, 512: hashes.SHA512}
DAY = 86_400_000
FROM_1950, FROM_2050 = -7305 * DAY, 29_220 * DAY


class Certificate(x509.Certificate):
    """One that reads: thumbprint, modulus, bits, organization, name, and whether it was signed by itself."""

    def __init__(self, der):
        super().__init__(der)
        self.modulus = x509.modulus_of(self.key)
        self.bits = self.modulus.bit_length()
        scheme, size = x509.way_of(self.algorithm, self.names_itself())
        subject, issuer = x509.texts_of(self.subject), x509.texts_of(self.issuer)
        x509.check_values(self)
        self.organization, self.name = (x509.first_of(subject, kind) for kind in (ORGANIZATION, COMMON_NAME))
        self.is_plain = x509.is_plain_name(subject) and x509.is_plain_name(issuer)
        self.is_self_signed = self.names_itself() and scheme != "" and self._is_signed(scheme, HASHES[size]())
        must(self.is_self_signed or not self.names_itself())

    def _is_signed(self, scheme, hash):
        pss = padding.PSS(mgf=padding.MGF1(hash), salt_length=hash.digest_size)
        return self._verifies(self.signature, self.signed.whole, padding.PKCS1v15() if scheme == "PKCS1" else pss, hash)

    def _verifies(self, signature, data, scheme, hash):
        try:
            load_der_public_key(self.key.whole).verify(signature, data, scheme, hash)
            return True
        except InvalidSignature:
            return False

    def verifies(self, signature, text):
        """RSASSA-PSS, SHA-256 in both places, a salt of 32 bytes. The signature is base64."""
        scheme = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=32)
        return self._verifies(base64.b64decode(signature), text.encode("ascii"), scheme, hashes.SHA256())


class OwnCertificate(Certificate):
    """One of the one form in which this app makes them: written anew, it is the same."""

    def __init__(self, der):
        super().__init__(der)
        usage = self.extensions.get(x509.KEY_USAGE, (False, b""))[1]
        must(usage in USAGES and self.organization in ("", "REHEARSAL") and self.bits in (2048, 3072, 4096))
        name = next((text for kind, text in x509.texts_of(self.subject) if kind == COMMON_NAME), None) or ""
        must(re.fullmatch(r"[!-~]([ -~]{0,62}[!-~])?", name) is not None and self.begins <= self.ends)
        must(len(self.serial.held) == 16 and 0x40 <= self.serial.held[0] <= 0x7F)
        must(len(self.signature) == self.bits // 8 and self._written_anew(name, usage) == der)
        self.use = USAGES[usage]

    def _written_anew(self, name, usage):
        parts = [(ORGANIZATION, self.organization)] if self.organization else []
        name = tlv(0x30, *(tlv(0x31, tlv(0x30, tlv(6, kind), tlv(12, text.encode()))) for kind, text in [*parts, (COMMON_NAME, name)]))
        dates = tlv(0x30, date(self.begins), date(self.ends))
        modulus = tlv(2, b"\0" + self.modulus.to_bytes(self.bits // 8, "big"))
        key = tlv(0x30, x509.RSA_KEY, tlv(3, b"\0" + tlv(0x30, modulus, tlv(2, b"\1\0\1"))))
        use = tlv(0xA3, tlv(0x30, tlv(0x30, x509.KEY_USAGE, b"\1\1\xff", tlv(4, usage))))
        version = bytes.fromhex("a003020102")
        body = tlv(0x30, version, self.serial.whole, RSA_SHA256, name, dates, name, key, use)
        return tlv(0x30, body, RSA_SHA256, tlv(3, b"\0" + self.signature))

    def signs(self):
        return self.use == "signing"


def date(when):
    """UTCTime from 1950 to 2049, GeneralizedTime after. Of nothing before."""
    must(when >= FROM_1950)
    days, rest = divmod(when // 1000, 86_400)
    year, month, day = _calendar(days)
    text = f"{year:04}{month:02}{day:02}{rest // 3600:02}{rest // 60 % 60:02}{rest % 60:02}Z"
    return tlv(23, text[2:].encode()) if when < FROM_2050 else tlv(24, text.encode())


def _calendar(days):
    """Year, month and day of so many days after 1970, in the Gregorian calendar."""
    year = 1970 + min(days // 365, days // 366)
    while _days_before(year + 1) <= days:
        year += 1
    left, month = days - _days_before(year), 1
    while left >= _length(year, month):
        left -= _length(year, month)
        month += 1
    return year, month, left + 1


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _length(year, month):
    return 29 if month == 2 and _is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _days_before(year):
    past = year - 1
    return 365 * (year - 1970) + past // 4 - past // 100 + past // 400 - 477


@functools.lru_cache(maxsize=None)
def own_certificate(text):
    """The certificate that counts in a record, of this text; or None."""
    match = PEM.fullmatch(text)
    try:
        must(match is not None and len(text) <= 4096)
        return OwnCertificate(x509.strict64(match[1].replace("\n", "")))
    except NotDer:
        return None


@functools.lru_cache(maxsize=None)
def _any_certificate(text):
    try:
        ders = x509.blocks(text)
        must(len(ders) == 1)
        return Certificate(ders[0])
    except NotDer:
        return None


def exchange_certificate(text, accepts_name):
    """An exchange key's certificate, or None. `accepts_name`: people overruled E-CERT-NAME before."""
    found = _any_certificate(text)
    return found if found is not None and (found.is_plain or accepts_name) else None
