"""Strict DER, as crypto/FORMAT.md says."""

DEEPEST, MOST = 16, 500_000
BOOLEAN, INTEGER, BITS, OCTETS, NULL, OID, ENUMERATED = 1, 2, 3, 4, 5, 6, 10
SEQUENCE, SET = 0x30, 0x31
NEVER = {0x00, 0x10, 0x11, 0x2A, 0x2C, 0x38, 0x3A, 0x3C, 0x3E} | set(range(0x21, 0x27)) | set(range(0x32, 0x38))


class NotDer(Exception):
    """Bytes that are not written in the one way."""


def must(truth):
    if not truth:
        raise NotDer


class Element:
    """A tag, what it holds, all its bytes, and the elements in it."""

    def __init__(self, tag, held, whole, parts):
        self.tag, self.held, self.whole, self.parts = tag, held, whole, parts

    def number(self):
        """A natural number of at most six bytes, or None."""
        held = self.held
        return int.from_bytes(held, "big") if self.tag == INTEGER and len(held) <= 6 and held[0] < 128 else None

    def is_natural(self):
        return self.tag == INTEGER and self.held[0] < 128


def read(data, deepest=DEEPEST):
    """The one element that fills these bytes. Raises NotDer."""
    one, end = _element(data, 0, len(data), DEEPEST - deepest, [0])
    must(end == len(data))
    return one


def read_or_none(data):
    try:
        return read(data)
    except NotDer:
        return None


def _element(data, at, limit, depth, count):
    count[0] += 1
    must(at + 1 < limit and count[0] <= MOST)
    tag, first, start = data[at], data[at + 1], at + 2
    must(tag & 0x1F != 0x1F and first != 0x80)
    size = first
    if first > 0x80:
        wide = first & 0x7F
        must(wide <= 3 and start + wide <= limit)
        size = int.from_bytes(data[start:start + wide], "big")
        must(size >= 128 and size >= 256 ** (wide - 1))
        start += wide
    end, parts = start + size, []
    must(end <= limit)
    if tag & 0x20:
        must(depth < DEEPEST)
        inside = start
        while inside < end:
            one, inside = _element(data, inside, end, depth + 1, count)
            parts.append(one)
    held = data[start:end]
    must(_is_written_once(tag, held))
    return Element(tag, held, data[at:end], parts), end


def _is_written_once(tag, held):
    if tag == BOOLEAN:
        return held in (b"\x00", b"\xff")
    if tag in (INTEGER, ENUMERATED):
        return len(held) > 0 and not (len(held) > 1 and (held[0], held[1] >> 7) in ((0, 0), (255, 1)))
    if tag == BITS:
        if len(held) == 0 or held[0] > 7 or (len(held) == 1 and held[0] > 0):
            return False
        return len(held) == 1 or held[-1] & ((1 << held[0]) - 1) == 0
    if tag == NULL:
        return len(held) == 0
    return is_oid(held) if tag == OID else tag not in NEVER


def is_oid(held):
    arc = 0
    for byte in held:
        if arc == 0 and byte == 0x80:
            return False
        arc = arc * 128 + (byte & 0x7F)
        if arc >= 2**32:
            return False
        if byte < 0x80:
            arc = 0
    return len(held) > 0 and held[-1] < 0x80


def tlv(tag, *parts):
    """DER: a tag, the length in its shortest form, what it holds."""
    held = b"".join(parts)
    size = len(held)
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag]) + (bytes([size]) if size < 128 else bytes([128 + len(length)]) + length) + held
