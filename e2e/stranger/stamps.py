"""Timestamps of a record, as crypto/FORMAT.md and electron/evidence/FORMAT.md say."""

import hashlib
import math
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.serialization import load_der_public_key

import x509
from der import BITS, BOOLEAN, INTEGER, OCTETS, OID, SEQUENCE, SET, NotDer, must, read, read_or_none, tlv

SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
TST_INFO = bytes.fromhex("060b2a864886f70d0109100104")
CONTENT_TYPE, MESSAGE_DIGEST = (bytes.fromhex("06092a864886f70d0109" + end) for end in ("03", "04"))
BY_SHA1, BY_HASH = (bytes.fromhex("060b2a864886f70d01091002" + end) for end in ("0c", "2f"))
RSA, PURPOSE = bytes.fromhex("06092a864886f70d010101"), bytes.fromhex("0603551d25")
TIMESTAMPING = bytes.fromhex("06082b06010505070308")
ECDSA = {bytes.fromhex("06082a8648ce3d04030" + end): f"sha{size}" for end, size in (("2", 256), ("3", 384), ("4", 512))}
HASHES = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}
CURVES = {
    bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004"): 32,
    bytes.fromhex("3076301006072a8648ce3d020106052b8104002203620004"): 48,
    bytes.fromhex("30819b301006072a8648ce3d020106052b810400230381860004"): 66,
}
A, B, A_IMPLICIT, B_IMPLICIT, DIRECTORY, GENERALIZED = 0xA0, 0xA1, 0x80, 0x81, 0xA4, 0x18
LARGEST, DEEPER = 1024 * 1024, 24
FILE = re.compile(r"([1-9][0-9]?)-([1-9][0-9]?)\.tsr")
MOMENT = re.compile(r"([0-9]{14})(\.[0-9]{0,8}[1-9])?Z")


class Untrusted(Exception):
    """A check that fails, by its name."""


class Refused(Exception):
    """The authority gave no timestamp."""


def check(name, truth):
    if not truth:
        raise Untrusted(name)


def exactly(one, tag, low, high=None):
    """The parts of an element with this tag, if there are so many."""
    must(one is not None and one.tag == tag and low <= len(one.parts) <= (low if high is None else high))
    return one.parts


def hash_of(algorithm):
    must(algorithm.tag == SEQUENCE)
    return f"sha{x509._hash_of(algorithm)}"


def content_of(info, kind):
    name, wrapper = exactly(info, SEQUENCE, 2)
    must(name.whole == kind)
    return exactly(wrapper, A, 1)[0]


class Answer:
    """An authority's answer. Raises NotDer, Refused."""

    def __init__(self, data):
        status, *token = exactly(read(data, DEEPER), SEQUENCE, 1, 2)
        must(status.tag == SEQUENCE and status.parts)
        code = status.parts[0].number()
        must(code is not None)
        if code > 1 and not token:
            raise Refused
        must(code <= 1 and token and all(said.tag == SEQUENCE for said in status.parts[1:]))
        data = content_of(token[0], SIGNED_DATA)
        version, digests, inner, certificates, *rest = exactly(data, SEQUENCE, 5, 6)
        must(version.number() == 3 and digests.tag == SET and certificates.tag == A)
        must([one.tag for one in rest] in ([SET], [B, SET]))
        info = content_of(inner, TST_INFO)
        must(info.tag == OCTETS)
        self.content = info.held
        self._state(read(info.held))
        self._sign(exactly(rest[-1], SET, 1)[0])
        must(any(self._is_digest(one) for one in digests.parts))
        self.links = [link for link in map(link_in, (one.whole for one in certificates.parts)) if link]

    def _is_digest(self, one):
        try:
            return hash_of(one) == self.digest
        except NotDer:
            return False

    def _state(self, info):
        version, policy, imprint, serial, when, *rest = exactly(info, SEQUENCE, 5, 9)
        algorithm, digest = exactly(imprint, SEQUENCE, 2)
        must(version.number() == 1 and policy.tag == OID and digest.tag == OCTETS and serial.tag == INTEGER)
        take = lambda all, tag: all.pop(0) if all and all[0].tag == tag else None
        accuracy, ordering, _, wrapper = (take(rest, tag) for tag in (SEQUENCE, BOOLEAN, INTEGER, A))
        must(not rest and (ordering is None or ordering.held == b"\xff"))
        self.name = None if wrapper is None else exactly(wrapper, A, 1)[0]
        self.hash, self.imprint, self.time = hash_of(algorithm), digest.held, moment_of(when)
        left, spread = list(accuracy.parts) if accuracy else [], []
        for tag, limit in ((INTEGER, 86_400), (A_IMPLICIT, 1000), (B_IMPLICIT, 1000)):
            part = take(left, tag)
            must(part is None or 1 <= len(part.held) <= 6 and part.held[0] < 128)
            spread.append(0 if part is None else int.from_bytes(part.held, "big"))
            must(spread[-1] < limit)
        must(not left)
        self.latest = self.time + spread[0] * 1000 + spread[1] + math.ceil(spread[2] / 1000)

    def _sign(self, signer):
        version, named, digest, attributes, algorithm, seal, *rest = exactly(signer, SEQUENCE, 6, 7)
        self.issuer, self.serial = exactly(named, SEQUENCE, 2)
        must(version.number() == 1 and self.issuer.tag == SEQUENCE and self.serial.tag == INTEGER)
        must(attributes.tag == A and algorithm.tag == SEQUENCE and seal.tag == OCTETS and all(one.tag == B for one in rest))
        self.digest, self.algorithm, self.seal = hash_of(digest), algorithm, seal.held
        self.signed, self.values = tlv(SET, attributes.held), {}
        wholes = [one.whole for one in attributes.parts]
        must(wholes == sorted(wholes))
        for one in attributes.parts:
            kind, values = exactly(one, SEQUENCE, 2)
            must(kind.tag == OID and kind.whole not in self.values)
            self.values[kind.whole] = exactly(values, SET, 1)[0]


def moment_of(when):
    must(when.tag == GENERALIZED)
    found = MOMENT.fullmatch(when.held.decode("latin-1"))
    must(found)
    whole = x509.time_of(read(tlv(GENERALIZED, found[1].encode() + b"Z")))
    return whole + math.ceil(float("0" + (found[2] or "")) * 1000)


def link_in(der):
    """A certificate; None where it does not read."""
    try:
        link = x509.Certificate(der)
        must(link.algorithm.parts and link.algorithm.parts[0].tag == OID)
        return link
    except NotDer:
        return None


def authority_in(pem):
    """A certificate to pin. Raises NotDer where it may not certify others."""
    der, = x509.blocks(pem)
    link = link_in(der)
    must(link is not None and may_certify(link, 0))
    return link


def said(link, kind):
    """What an extension says: an element; False where it does not read, None where it is not there."""
    return (read_or_none(link.extensions[kind][1]) or False) if kind in link.extensions else None


def constraints(link):
    parts = (said(link, x509.CONSTRAINTS) or read(b"0\0")).parts
    return bool(parts) and parts[0].whole == b"\1\1\xff", parts[1] if len(parts) > 1 else None


def uses(link):
    """The nine bits of its key usage; None where any use is allowed."""
    use = said(link, x509.KEY_USAGE)
    if use is None:
        return None
    held = use.held[1:3].ljust(2, b"\0") if use and use.tag == BITS else b"\0\0"
    return int.from_bytes(held, "big") >> 7


def is_known(link):
    return all(not critical or kind in (x509.CONSTRAINTS, x509.KEY_USAGE, PURPOSE) for kind, (critical, _) in link.extensions.items())


def may_certify(link, below):
    marked, path = constraints(link)
    deep = path is None or (-1 if path.number() is None else path.number()) >= below
    return marked and deep and is_known(link) and (uses(link) is None or uses(link) & 0b000001000 != 0)


def is_for_timestamps(link):
    purpose = said(link, PURPOSE)
    alone = bool(purpose) and purpose.tag == SEQUENCE and [one.whole for one in purpose.parts] == [TIMESTAMPING]
    use = uses(link)
    right = use is None or (use != 0 and use & 0b001111111 == 0)
    return alone and link.extensions[PURPOSE][0] and is_known(link) and not constraints(link)[0] and right


def scheme_of(algorithm, digest):
    """How it is signed, and by which hash; `digest` is the one that a signer names beside it."""
    must(algorithm.parts)
    kind, *rest = algorithm.parts
    if kind.whole in ECDSA:
        must(not rest)
        return "ECDSA", ECDSA[kind.whole]
    if kind.whole == RSA and digest is not None:
        must(x509._is_bare(rest))
        return "PKCS1", digest
    way, size = x509.way_of(algorithm, True)
    must(way)
    return way, f"sha{size}"


def is_sealed(algorithm, digest, key, message, seal):
    try:
        way, name = scheme_of(algorithm, digest)
        must(digest is None or name == digest)
        if way == "ECDSA":
            must(any(key.whole.startswith(start) and len(key.whole) == len(start) + 2 * size for start, size in CURVES.items()))
            pair = read(seal)
            must(pair.tag == SEQUENCE and len(pair.parts) == 2 and all(one.is_natural() for one in pair.parts))
            load_der_public_key(key.whole).verify(seal, message, ec.ECDSA(HASHES[name]))
            return True
        x509.modulus_of(key)
        chosen = HASHES[name]
        form = padding.PKCS1v15() if way == "PKCS1" else padding.PSS(padding.MGF1(chosen), chosen.digest_size)
        load_der_public_key(key.whole).verify(seal, message, form, chosen)
        return True
    except (NotDer, InvalidSignature, ValueError):
        return False


def path_to(pinned, others, path, allowed):
    """The certificates from one up to a pinned one; None where none leads there."""
    if len(path) > 5:
        return None
    last = path[-1]

    def issued(by):
        return (allowed(by) and by.subject.whole == last.issuer.whole and may_certify(by, len(path) - 1)
                and is_sealed(last.algorithm, None, by.key, last.signed.whole, last.signature))

    for top in pinned:
        if issued(top):
            return [*path, top]
    for other in others:
        if other not in path and issued(other):
            found = path_to(pinned, others, [*path, other], allowed)
            if found:
                return found
    return None


def is_directory(one, name):
    return one.tag == DIRECTORY and one.held == name.whole


def is_one(entry, by_hash, link):
    """Whether an identifier is that of a certificate. Raises NotDer where it is none."""
    parts, name = list(entry.parts), "sha256" if by_hash else "sha1"
    must(parts)
    if parts[0].tag != OCTETS:
        must(by_hash)
        name = hash_of(parts.pop(0))
    must(1 <= len(parts) <= 2 and parts[0].tag == OCTETS)
    if hashlib.new(name, link.der).digest() != parts[0].held:
        return False
    if len(parts) == 1:
        return True
    names = parts[1].parts
    return (len(names) == 2 and len(names[0].parts) == 1 and is_directory(names[0].parts[0], link.issuer)
            and names[1].whole == link.serial.whole)


def names_it(value, by_hash, path):
    try:
        must(value.tag == SEQUENCE and value.parts and value.parts[0].tag == SEQUENCE)
        ids = value.parts[0].parts
        found = [[is_one(one, by_hash, link) for link in path] for one in ids]
        return len(ids) > 0 and found[0][0] and all(any(row) for row in found)
    except NotDer:
        return False


def shown_by(answer, name, imprint, pinned):
    """What an answer about this digest shows. Raises Untrusted."""
    check("imprint", answer.hash == name and answer.imprint == imprint)
    signers = [one for one in answer.links if one.issuer.whole == answer.issuer.whole and one.serial.whole == answer.serial.whole]
    check("certificate", len(signers) == 1)
    current = lambda link: link.begins <= answer.time <= link.ends
    chain = (path_to(pinned, answer.links, signers, current) or path_to(pinned, answer.links, signers, lambda _: True))
    named = [(answer.values[kind], kind == BY_HASH) for kind in (BY_SHA1, BY_HASH) if kind in answer.values]
    check("certificate", named and all(names_it(value, by_hash, chain or signers) for value, by_hash in named))
    kind, digest = answer.values.get(CONTENT_TYPE), answer.values.get(MESSAGE_DIGEST)
    check("attributes", kind is not None and kind.whole == TST_INFO)
    check("attributes", digest is not None and digest.tag == OCTETS)
    check("attributes", digest.held == hashlib.new(answer.digest, answer.content).digest())
    check("signature", is_sealed(answer.algorithm, answer.digest, signers[0].key, answer.signed, answer.seal))
    check("purpose", is_for_timestamps(signers[0]))
    check("name", answer.name is None or is_directory(answer.name, signers[0].subject))
    check("authority", chain)
    check("dates", all(map(current, chain)))
    return {"time": answer.time, "latest": answer.latest, "until": min(link.ends for link in chain), "by": chain[-1].thumbprint}


def judge(record, heads, files, pinned, now):
    """Each timestamp of a record, in order. `heads`: the hash of each entry; `now`: milliseconds since 1970."""
    places = sorted((int(found[1]), int(found[2]), name) for name, found in ((name, FILE.fullmatch(name)) for name in files) if found)
    data = {name: files[name] if len(files[name]) <= LARGEST else b"" for _, _, name in places}
    stamps = []
    for turn, _, name in places:
        one = {"file": name, "entries": 0, "code": "", "check": "", "shown": None, "round": turn}
        stamps.append(one)
        try:
            answer = Answer(data[name])
            if turn > 1:
                about, asked = len(heads), ("sha512", hashlib.sha512(
                    record + b"".join(data[other] for before, _, other in places if before < turn)).digest())
            else:
                own = answer.imprint.hex() if answer.hash == "sha256" else None
                about = heads.index(own) + 1 if own in heads else 0
                asked = "sha256", bytes.fromhex(heads[about - 1])
            one["entries"] = about
            one["shown"] = shown_by(answer, *asked, pinned)
        except NotDer:
            one["code"] = "E-STAMP-SHAPE"
        except Refused:
            one["code"] = "E-STAMP-REFUSED"
        except Untrusted as failed:
            one["code"], one["check"] = "E-STAMP-UNTRUSTED", str(failed)
    for one in reversed(stamps):
        shown = one["shown"]
        if shown and now > shown["until"] and not any(
                other["round"] > one["round"] and other["shown"] and shown["time"] <= other["shown"]["latest"] <= shown["until"]
                for other in stamps):
            one["code"], one["shown"] = "E-STAMP-AGED", None
    return stamps
