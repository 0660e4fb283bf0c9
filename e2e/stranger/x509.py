"""Any certificate with an RSA key, as crypto/FORMAT.md says that one is read."""

import base64
import hashlib
import functools
import math
import re
import unicodedata

from chain import moment
from declared import is_assigned
from der import BITS, BOOLEAN, INTEGER, NULL, OCTETS, OID, SEQUENCE, SET, is_oid, must, read

LINE = re.compile(r"[A-Za-z0-9+/]+={0,2}")
BEGIN, END = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
RSA_KEY = bytes.fromhex("300d06092a864886f70d0101010500")
QUOTE = bytes.fromhex("06092a864886f7140a0101")
KEY_USAGE, CONSTRAINTS = bytes.fromhex("0603551d0f"), bytes.fromhex("0603551d13")
BY_RSA = {bytes.fromhex("06092a864886f70d01010" + end): size for end, size in (("b", 256), ("c", 384), ("d", 512))}
BY_OTHERS = {bytes.fromhex(one) for one in ("06082a8648ce3d040302", "06082a8648ce3d040303", "06082a8648ce3d040304", "06032b6570")}
PSS, MGF1 = bytes.fromhex("06092a864886f70d01010a"), bytes.fromhex("06092a864886f70d010108")
SHA2 = {bytes.fromhex("060960864801650304020" + end): size for end, size in (("1", 256), ("2", 384), ("3", 512))}
HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
UTF8, BMP, TELETEX, ASCII = 0x0C, 0x1E, 0x14, (0x12, 0x13, 0x16)


def blocks(text):
    """The certificates of a PEM text, as DER."""
    lines, found, at = text.replace("\r\n", "\n").split("\n"), [], 0
    must(len(lines) <= 2000)
    while at < len(lines):
        if lines[at] != "":
            must(lines[at] == BEGIN and END in lines[at:])
            end = lines.index(END, at)
            body = lines[at + 1:end]
            must(all(len(line) <= 76 and LINE.fullmatch(line) for line in body))
            found.append(strict64("".join(body)))
            at = end
        at += 1
    must(found)
    return found


def strict64(text):
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        raw = None
    must(raw is not None and base64.b64encode(raw).decode() == text)
    return raw


def time_of(element):
    """Milliseconds since 1970 of one of a certificate's dates."""
    form = {0x17: r"\d{12}Z", 0x18: r"\d{14}Z"}.get(element.tag)
    text = element.held.decode("latin-1")
    must(form is not None and re.fullmatch(form, text, re.ASCII))
    if element.tag == 0x17:
        text = ("19" if text[0] >= "5" else "20") + text
    when = moment(f"{text[:4]}-{text[4:6]}-{text[6:8]}T{text[8:10]}:{text[10:12]}:{text[12:14]}.000Z")
    must(when is not None)
    return when


class Certificate:
    """Its parts (RFC 5280 4.1). Raises NotDer where they are none."""

    def __init__(self, der):
        whole = read(der)
        must(whole.tag == SEQUENCE and len(whole.parts) == 3)
        self.signed, self.algorithm, seal = whole.parts
        parts, version = list(self.signed.parts), 0
        if parts and parts[0].tag == 0xA0:
            first = parts.pop(0)
            must(len(first.parts) == 1)
            version = first.parts[0].number()
            must(version in (1, 2))
        must(len(parts) >= 6)
        self.serial, inner, self.issuer, dates, self.subject, self.key = parts[:6]
        must(all(one.tag == SEQUENCE for one in (self.signed, self.algorithm, inner, self.issuer, dates, self.subject, self.key)))
        must(self.serial.tag == INTEGER and seal.tag == BITS and seal.held[0] == 0)
        must(inner.whole == self.algorithm.whole and len(dates.parts) == 2)
        must(len(parts) == 6 or (len(parts) == 7 and version == 2 and parts[6].tag == 0xA3))
        self.begins, self.ends = map(time_of, dates.parts)
        self.signature, self.extensions = seal.held[1:], _extensions(parts[6]) if len(parts) == 7 else {}
        self.der, self.thumbprint = der, hashlib.sha256(der).hexdigest()

    def names_itself(self):
        return self.issuer.whole == self.subject.whole


def _extensions(wrapper):
    """By the kind: whether it is critical, and its value."""
    must(len(wrapper.parts) == 1 and wrapper.parts[0].tag == SEQUENCE)
    found = {}
    for one in wrapper.parts[0].parts:
        must(one.tag == SEQUENCE and len(one.parts) in (2, 3))
        kind, value = one.parts[0], one.parts[-1]
        must(kind.tag == OID and value.tag == OCTETS and kind.whole not in found)
        must(len(one.parts) == 2 or one.parts[1].whole == b"\1\1\xff")
        found[kind.whole] = (len(one.parts) == 3, value.held)
    return found


def check_values(certificate):
    """What is known of extensions has its form (RFC 5280 4.2.1)."""
    for kind, (_, value) in certificate.extensions.items():
        if kind in VALUES:
            must(VALUES[kind](read(value)))


def _are_names(one):
    allowed = {0xA0, 0x81, 0x82, 0xA3, 0xA4, 0xA5, 0x86, 0x87, 0x88}
    return one.tag == SEQUENCE and all(
        name.tag in allowed and (name.tag != 0x88 or is_oid(name.held)) for name in one.parts)


def _are_constraints(one):
    rest = one.parts[1:] if one.parts and one.parts[0].tag == BOOLEAN else one.parts
    numbers = [part.number() for part in rest]
    return one.tag == SEQUENCE and len(rest) <= 1 and all(n is not None and n < 2**31 for n in numbers)


VALUES = {
    KEY_USAGE: lambda one: one.tag == BITS,
    bytes.fromhex("06096086480186f8420101"): lambda one: one.tag == BITS,
    bytes.fromhex("0603551d0e"): lambda one: one.tag == OCTETS,
    bytes.fromhex("0603551d11"): _are_names,
    bytes.fromhex("0603551d12"): _are_names,
    CONSTRAINTS: _are_constraints,
    bytes.fromhex("0603551d25"): lambda one: one.tag == SEQUENCE and all(kind.tag == OID for kind in one.parts),
}


def primes_below(limit):
    sieve = bytearray([1]) * limit
    for n in range(2, math.isqrt(limit) + 1):
        if sieve[n]:
            sieve[n * n::n] = bytes(len(sieve[n * n::n]))
    return [n for n in range(2, limit) if sieve[n]]


SMALL = primes_below(65_536)
PRODUCT, OF_ROCA = math.prod(SMALL), SMALL[:39]
SMOOTH = math.lcm(*range(1, 501))


@functools.cache
def is_weak(modulus):
    """A factor below 65,536, or one that Pollard's p - 1 finds, or the form of CVE-2017-15361."""
    if math.gcd(modulus, PRODUCT) > 1 or math.gcd(modulus, pow(2, SMOOTH, modulus) - 1) > 1:
        return True
    return all(modulus % prime in {pow(65537, k, prime) for k in range(prime)} for prime in OF_ROCA)


def modulus_of(key):
    """Of an RSA key as certificates have it."""
    must(len(key.parts) == 2 and key.parts[0].whole == RSA_KEY)
    bits = key.parts[1]
    must(bits.tag == BITS and bits.held[0] == 0)
    numbers = read(bits.held[1:])
    must(numbers.tag == SEQUENCE and len(numbers.parts) == 2 and all(one.is_natural() for one in numbers.parts))
    modulus, exponent = (int.from_bytes(one.held, "big") for one in numbers.parts)
    must(exponent == 65537 and 2048 <= modulus.bit_length() <= 8192 and not is_weak(modulus))
    return modulus


def _is_bare(parts):
    return len(parts) == 0 or (len(parts) == 1 and parts[0].tag == NULL)


def _hash_of(algorithm):
    must(algorithm is not None and algorithm.tag == SEQUENCE and algorithm.parts and _is_bare(algorithm.parts[1:]))
    must(algorithm.parts[0].whole in SHA2)
    return SHA2[algorithm.parts[0].whole]


def way_of(algorithm, is_own):
    """How a certificate is signed: the scheme ("" for one that is not RSA's), and the bits of its SHA-2."""
    parts = algorithm.parts
    must(1 <= len(parts) <= 2 and parts[0].tag == OID)
    kind = parts[0].whole
    if kind in BY_RSA:
        must(_is_bare(parts[1:]))
        return "PKCS1", BY_RSA[kind]
    if kind in BY_OTHERS:
        return "", 0
    must(kind == PSS and len(parts) == 2 and parts[1].tag == SEQUENCE)
    members = parts[1].parts
    tags = [one.tag for one in members]
    must(tags == [0xA0, 0xA1, 0xA2] or (not is_own and tags == [0xA0, 0xA1, 0xA2, 0xA3]))
    held = [one.parts[0] if len(one.parts) == 1 else None for one in members]
    size, mask = _hash_of(held[0]), held[1]
    must(mask is not None and mask.tag == SEQUENCE and len(mask.parts) == 2 and mask.parts[0].whole == MGF1)
    inner = _hash_of(mask.parts[1])
    if is_own:
        must(inner == size and held[2] is not None and held[2].number() == size // 8)
    elif len(held) == 4:
        must(held[3] is None or held[3].number() in (1, None))
    return "PSS", size


def texts_of(name):
    """(kind, text) of each attribute; None where it is no text."""
    found = []
    for group in name.parts:
        must(group.tag == SET and group.parts)
        for pair in group.parts:
            must(pair.tag == SEQUENCE and len(pair.parts) == 2 and pair.parts[0].tag == OID)
            found.append((pair.parts[0].held, _text_in(pair.parts[1])))
    return found


def _text_in(value):
    tag, held = value.tag, value.held
    must(tag in (UTF8, BMP, TELETEX, BITS, *ASCII))
    if tag in (UTF8, BMP):
        try:
            text = held.decode("utf-8" if tag == UTF8 else "utf-16-be")
        except UnicodeDecodeError:
            text = "\ufffe"
        must(not any(ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF for sign in text))
        must(not (tag == BMP and text.startswith("\ufeff")))
        return text
    if tag == BITS or (tag != TELETEX and not held.isascii()):
        return None
    return held.decode("latin-1")


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_plain_name(texts):
    """Whether a name can be shown as it is."""
    return len(texts) <= 32 and all(
        text is not None and units(text) <= 256 and is_assigned(text)
        and not any(unicodedata.category(sign) in HIDDEN for sign in text) for _, text in texts)


SHOWN = re.compile(r"[\x20-\x5b\x5d-\x7e\u00a1-\u00ac\u00ae-\u017f]")


def first_of(texts, kind):
    """The first text of this kind: what is beyond Latin is written out."""
    text = next((text for found, text in texts if found == kind), None) or ""
    cut = text.encode("utf-16-le", "surrogatepass")[:512].decode("utf-16-le", "surrogatepass")
    return "".join(sign if SHOWN.fullmatch(sign) else f"\\u{{{ord(sign):x}}}" for sign in cut)
