"""Rules 50 to 60: the security domain."""

import itertools

from ceremony import number, officer
from declared import are_counts
from rules import rule


def is_pair(files, data):
    """One file on transfer, one on domain-copy, of one name, with the entry's SHA-256 and size."""
    return ([one["label"] for one in files] == ["transfer", "domain-copy"] and files[0]["name"] == files[1]["name"]
            and all((one["sha256"], one["size"]) == (data["sha256"], data["size"]) for one in files))


def thumbprints(c):
    return [c.key(seat)[0] for seat in c.seats()]


@rule(50, "E-MEAN-REQUESTED", "download-began")
def requested(c, e):
    data = e["data"]
    for seat, said, key in itertools.zip_longest(c.seats(), data["thumbprints"], thumbprints(c)):
        yield said == key, number(c.made(seat)) if seat else 0
    yield data["required"] == c.opened["required"], 0


@rule(52, "E-MEAN-RECEIVED", "answer-received", "domain-written")
def received(c, e):
    began, answer = c.last("download-began"), c.last("answer-received")
    if e["type"] == "answer-received":
        other = number(began)
        yield began is not None and number(answer) < began["seq"], other
    else:
        other = number(answer)
        yield answer is not None and number(c.last("domain-written")) < answer["seq"], other
    yield is_pair(e["data"]["files"], e["data"]), other


@rule(53, "E-MEAN-DOWNLOAD", "download-began", "download-again-decided", "download-ended")
def download(c, e):
    began, again = c.last("download-began"), c.last("download-again-decided")
    other = number(began)
    if e["type"] == "download-began":
        yield began is None or number(again) > other, other
    elif e["type"] == "download-again-decided":
        yield began is not None and c.last("domain-written") is None, other
    else:
        yield c.last("domain-written") is not None, other


@rule(54, "E-MEAN-ALOUD", "read-aloud")
def aloud(c, e):
    what = e["data"]["what"]
    source = c.last("domain-written" if what == "domain" else "exchange-key-fetched")
    yield what == c.now().get("what"), number(source)
    said = source["data"]["sha256" if what == "domain" else "thumbprint"] if source else ""
    yield e["data"]["sha256"] == said, number(source)


def last_aloud(c, what):
    found = [one for one in c.all("read-aloud") if one["data"]["what"] == what]
    return found[-1] if found else None


@rule(55, "E-MEAN-MATCHED", "domain-matched")
def matched(c, e):
    data, aloud = e["data"], last_aloud(c, "domain")
    other = number(c.last("domain-written"))
    yield data["sha256"] == c.domain()[0], other
    yield aloud is not None and aloud["data"]["sha256"] == data["sha256"], other
    yield data["required"] == c.opened["required"], other
    yield sorted(data["thumbprints"]) == sorted(thumbprints(c)), other


@rule(56, "E-MEAN-FOUND", "domain-found")
def found(c, e):
    data = e["data"]
    officers = data["officers"]
    yield data["required"] == c.opened["required"], 0
    yield is_pair(data["files"], data), 0
    yield [one["officer"] for one in officers] == [officer(seat) for seat in c.seats()], 0
    yield len({one["thumbprint"] for one in officers}) == len(officers), 0
    yield all(one["keyName"] != "" for one in officers if one["officer"] in c.role_names()), 0
    yield set(data["unchecked"]) == {"seals", "people", "newest-domain", "signing-keys"}, 0


@rule(57, "E-MEAN-PROOF", "quorum-proven")
def proof(c, e):
    data, (sha256, _, _, _) = e["data"], c.domain()
    other = number(c.domain()[3])
    yield data["domainSha256"] == sha256, other
    yield any(one["data"]["sha256"] == sha256 for one in c.all("domain-matched", "domain-found")), other
    yield data["required"] == c.opened["required"], other
    tags = [one["tag"] for one in data.get("opened", [])]
    yield 0 < len(tags) == data["entries"] and len(set(tags)) == len(tags), other


@rule(58, "E-MEAN-SUBSETS", "quorum-proven")
def subsets(c, e):
    yield c.is_every_group(e["data"]["subsets"], c.opened["required"]), 0


@rule(99, "E-MEAN-PROVEN", "opened")
def proven_before(c, e):
    for left in e["data"]["earlier"]:
        counts = (len(left["officers"]), left["required"]) if c.recounts() else (len(c.seats()), e["data"]["required"])
        may_be = not c.recounts() or are_counts(*counts)
        is_every = may_be and c.is_every_group(left["subsets"], counts[1], counts[0])
        yield left["subsets"] == [] or is_every, 0


@rule(59, "E-MEAN-PROOF-MEDIA", "quorum-proven", "dry-run-passed")
def proof_media(c, e):
    sha256, size, file, entry = c.domain()
    media = e["data"]["media"]
    for i, label in enumerate(("transfer", "domain-copy")):
        one = media[i] if i < len(media) else None
        yield one is not None and (one["label"], one["name"]) == (label, file), number(entry)
        yield one["sha256"] == sha256, number(entry)
        yield size is None or one["size"] == size, number(entry)
    seats = c.present() if e["type"] == "dry-run-passed" else c.seats()
    yield len(media) == 2 + 2 * len(seats), 0
    yield len({one["sha256"] for one in media[2:]}) == len(media) - 2, 0
    for i, seat in enumerate(seats):
        made, pair = c.made(seat), media[2 + 2 * i:4 + 2 * i]
        name, _, ending = pair[0]["name"].rpartition(".")
        yield [one["label"] for one in pair] == [officer(seat)] * 2, number(made)
        yield ending in ("key", "pem", "pfx", "p12") and pair[1]["name"] == name + ".cer", number(made)
        kept = c.kept(seat)
        yield made is not None or not kept or kept["keyName"] in ("", name), 0
        yield made is None or pair == made["data"]["files"][:2], number(made)


@rule(60, "E-MEAN-RETIRED", "domain-rehashed", "domain-retired")
def retired(c, e):
    data, left = e["data"], c.earlier
    yield left is not None and data["sha256"] == left["domainSha256"], 0
    if e["type"] == "domain-rehashed":
        yield len(data["files"]) == 1, 0
        one = data["files"][0]
        told = one["label"], one["name"], one["size"], one["sha256"]
        yield told == (c.now().get("copy"), left["domainFile"], data["size"], data["sha256"]), 0
    else:
        yield data["file"] == left["domainFile"] and data["media"] == ["transfer", "domain-copy"], 0
        written, proven = c.last("domain-written"), c.last("quorum-proven")
        yield written is not None and written["data"]["sha256"] != data["sha256"], 0
        yield proven is not None and proven["data"]["domainSha256"] == written["data"]["sha256"], 0
