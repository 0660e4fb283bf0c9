"""Rules 42 to 49: keys and files."""

import hashlib

from ceremony import number, officer, seat_of
from certificates import exchange_certificate, own_certificate
from rules import rule

FILE = {"medium", "label", "name", "size", "sha256"}


def measured(text):
    """size and SHA-256 of a text's bytes."""
    raw = text.encode("utf-8")
    return len(raw), hashlib.sha256(raw).hexdigest()


def is_of(file, text):
    return (file["size"], file["sha256"]) == measured(text)


def exchange_in(c, data):
    """The certificate of an exchange key; None where it does not read, nor did people accept its name."""
    accepted = any(one["data"]["code"] == "E-CERT-NAME" for one in c.all("refusal-accepted"))
    return exchange_certificate(data["certificate"], accepted)


def _certificates(c, e):
    if e["type"] == "exchange-key-fetched":
        return [exchange_in(c, e["data"])]
    names = ("certificate", "signingCertificate") if e["type"] == "key-made" else ("certificate",)
    return [own_certificate(e["data"][name]) for name in names]


@rule(42, "E-MEAN-CERTIFICATE", "key-made", "signer-known", "exchange-key-fetched")
def reads(c, e):
    data, found = e["data"], _certificates(c, e)
    yield all(one is not None for one in found), 0
    yield e["type"] == "exchange-key-fetched" or found[-1].signs(), 0
    if e["type"] == "key-made":
        yield found[0].thumbprint == data["thumbprint"] and found[1].thumbprint == data["signingThumbprint"], 0
        yield found[0].bits == data["bits"], 0
        name = f"{c.opened['hsm']} officer {seat_of(data['officer'])}"
        yield all(one.name == name for one in found), 0
    elif e["type"] == "exchange-key-fetched":
        yield found[0].thumbprint == data["thumbprint"], 0


@rule(43, "E-MEAN-MODE", "key-made", "signer-known", "exchange-key-fetched")
def mode(c, e):
    rehearsal = c.opened["mode"] == "REHEARSAL"
    for one in _certificates(c, e):
        yield (one.organization == "REHEARSAL") == rehearsal, 0


@rule(44, "E-MEAN-KEY-TWICE", "key-made")
def twice(c, e):
    wrapping, signing = _certificates(c, e)
    before = c.all("key-made")
    yield wrapping.modulus != signing.modulus, 0
    for made in before:
        moduli = {one.modulus for one in _certificates(c, made)}
        yield not moduli & {wrapping.modulus, signing.modulus}, made["seq"]
    if c.earlier:
        known = {one[name] for one in c.earlier["officers"] for name in ("thumbprint", "signingThumbprint")}
        yield not known & {wrapping.thumbprint, signing.thumbprint}, 0


@rule(45, "E-MEAN-KEY-AGAIN", "key-made", "key-making-began")
def again(c, e):
    role = e["data"]["officer"]
    before = c.last_of(e["type"], role)
    yield before is None, number(before)
    if e["type"] == "key-made":
        yield c.last_of("key-making-began", role) is not None, 0
    yield c.earlier is None or seat_of(role) in c.renewed(), 0


@rule(46, "E-MEAN-KEY-FILES", "key-made", "key-opened")
def files(c, e):
    data, role = e["data"], e["data"]["officer"]
    began = c.last_of("key-making-began", role)
    other, labels = number(began), [role, role + "-backup"]
    if e["type"] == "key-opened":
        step = c.now()
        if step is not None and step["kind"] == "prove-quorum":
            yield data["media"] == labels[1:], other
        else:
            yield data["media"] == labels, other
        yield c.last_of("key-made", role) is not None, other
        return
    yield began is not None and len(began["data"]["files"]) == 4 and len(began["data"]["media"]) == 2, other
    wanted = [(medium, label, name) for medium, label in zip(began["data"]["media"], labels)
              for name in began["data"]["files"]]
    yield [(one["medium"], one["label"], one["name"]) for one in data["files"]] == wanted, other
    contents = [(one["size"], one["sha256"]) for one in data["files"]]
    yield contents[:4] == contents[4:], other
    yield contents[1] == measured(data["certificate"]) and contents[3] == measured(data["signingCertificate"]), other


@rule(47, "E-MEAN-THUMBPRINT", "thumbprint-confirmed", "key-checked", "signer-known")
def thumbprint(c, e):
    data, seat = e["data"], seat_of(e["data"]["officer"])
    made, kept = c.made(seat), c.kept(seat)
    if e["type"] == "thumbprint-confirmed":
        yield made is not None and data["thumbprint"] == made["data"]["thumbprint"], number(made)
        yield data["station"] == e["station"], number(made)
    elif e["type"] == "key-checked":
        yield kept is not None and data["thumbprint"] == kept["thumbprint"], number(made)
    else:
        signing = own_certificate(data["certificate"]).thumbprint
        yield made is None and kept is not None and signing == kept["signingThumbprint"], number(made)


@rule(48, "E-MEAN-EXPORTED", "certificates-exported")
def exported(c, e):
    files, other = e["data"]["files"], number(c.last("key-made"))
    yield len({one["name"] for one in files}) == len(files) == c.script["officers"], other
    for seat, one in zip(c.seats(), files):
        made = c.made(seat)
        yield one["label"] == "transfer", other
        yield made is None or is_of(one, made["data"]["certificate"]), other


def files_of(entry):
    data = entry["data"]
    for name in ("files", "media"):
        for one in data.get(name, []):
            if isinstance(one, dict) and set(one) == FILE:
                yield one


@rule(49, "E-MEAN-FILE")
def file(c, e):
    labels, media, names = {}, {}, {}
    for entry in [*c.entries, e]:
        if entry["type"] == "handed-over":
            labels.pop("transfer", None)
        free = entry["type"] in ("answer-received", "exchange-key-fetched", "blob-made")
        if entry["type"] == "key-checked":
            medium, role = entry["data"]["medium"], entry["data"]["officer"]
            before, seq = media.get(medium, (role, 0))
            media[medium] = role, entry["seq"]
            if entry is e:
                yield before == role, seq
        for one in files_of(entry):
            said = ((labels, one["label"], one["medium"]), (media, one["medium"], one["label"]),
                    (names, one["name"], (one["size"], one["sha256"])))
            for table, key, value in said[: 2 if free else 3]:
                before, seq = table.get(key, (value, 0))
                table[key] = value, entry["seq"]
                if entry is e:
                    yield before == value, seq
