"""Rules 70 to 77, and 101: recovery, and what cards attest of keys."""

from ceremony import number, officer
from domain import last_aloud
from keys import exchange_in, is_of
from quotes import CHECKS, checks_of, quote_in
from rules import rule


@rule(70, "E-MEAN-EXCHANGE", "exchange-key-fetched")
def exchange(c, e):
    data = e["data"]
    certificate = exchange_in(c, data)
    wanted = c.opened["hsm"].lower() + ".managedhsm.azure.net"
    yield certificate.name.lower() == wanted, 0
    files = data["files"]
    yield [one["label"] for one in files] == ["transfer", "transfer"] and is_of(files[1], data["certificate"]), 0
    for began in c.all("upload-began"):
        blobs = [one for one in c.all("blob-made") if one["seq"] < began["seq"]]
        used = {one["data"]["exchangeThumbprint"] for one in blobs if one["data"]["sha256"] == began["data"]["sha256"]}
        yield data["thumbprint"] not in used, began["seq"]


INTEL = "a0af031289f5d5d4132f9186068a7fc13628633ba235777472e29b6b6c67a49e"


@rule(71, "E-MEAN-QUOTE", "exchange-key-fetched")
def fetched_as(c, e):
    if e["data"]["verdict"] != "attested":
        return
    certificate = exchange_in(c, e["data"])
    quote = quote_in(certificate)
    yield quote is not None and set(CHECKS) <= checks_of(certificate, quote), 0
    yield c.opened["mode"] == "REHEARSAL" or quote.root == INTEL, 0


@rule(71, "E-MEAN-QUOTE", "exchange-key-judged")
def quote(c, e):
    data, fetched = e["data"], c.last("exchange-key-fetched")
    other = number(fetched)
    yield fetched is not None and data["thumbprint"] == fetched["data"]["thumbprint"], other
    certificate = exchange_in(c, fetched["data"])
    found = quote_in(certificate)
    there = found is not None
    told = (found.mrsigner, found.mrenclave, found.root) if there else ("", "", "")
    yield (data["mrsigner"], data["mrenclave"], data["root"]) == told, other
    names, held, failed = data["held"] + data["failed"], set(data["held"]), set(data["failed"])
    yield len(set(names)) == len(names), other
    yield set(names) & set(CHECKS) == set(CHECKS if there else CHECKS[:2]), other
    yield held & set(CHECKS) <= checks_of(certificate, found), other
    yield failed <= {"signer", *LATER, *LEVELS} and (there or not set(names) & LATER), other
    yield (data["verdict"] == "attested") == (there and not failed), other
    yield from _files(data, there, other)
    if there and c.opened["mode"] == "PRODUCTION":
        yield told[2] == INTEL, other
    yield are_accepted(c, data), other


LATER = {"qe-isv-svn", "isv-prod-id", "isv-svn"}
ANSWERS = {"root CRL": {"root-crl"}, "PCK CRL": {"pck-crl"}, "TCB info": {"tcb-level"},
           "QE identity": {"qe-match", "qe-level"}}
LEVELS = {"tcb-level", "qe-level"}


def _files(data, there, other):
    """Rule 71, Intel's files."""
    held, failed = set(data["held"]), set(data["failed"])
    brought = data.get("collateral", {"files": [], "levels": []})
    files = [one["file"] for one in brought["files"]]
    yield "collateral" not in data or (there and len(files) > 0), other
    yield len(set(files)) == len(files), other
    answered = set().union(*(ANSWERS[file] for file in files))
    five = set().union(*ANSWERS.values())
    yield (held | failed) & five == answered, other
    yield failed & five <= LEVELS, other
    levels = [one["check"] for one in brought["levels"]]
    yield len(set(levels)) == len(levels), other
    yield held & LEVELS <= set(levels) <= answered, other
    for one in brought["levels"]:
        yield one["status"].startswith("OutOfDate") == (one["check"] in failed), other


@rule(72, "E-MEAN-COMPARED", "exchange-key-compared", "exchange-key-accepted")
def compared(c, e):
    data, fetched, judged = e["data"], c.last("exchange-key-fetched"), c.last("exchange-key-judged")
    if e["type"] == "exchange-key-compared":
        aloud = last_aloud(c, "exchange-key")
        other = number(fetched)
        yield fetched is not None and data["thumbprint"] == fetched["data"]["thumbprint"], other
        yield aloud is not None and aloud["data"]["sha256"] == data["thumbprint"], other
    else:
        verdict = judged["data"]["verdict"] if judged else ""
        yield judged is not None and data["attested"] == (verdict == "attested"), number(judged)


def are_accepted(c, data):
    """Whether each refusal that was overruled was accepted before."""
    return set(data.get("overruled", [])) <= {one["data"]["code"] for one in c.all("refusal-accepted")}


@rule(73, "E-MEAN-BLOB", "blob-made")
def blob(c, e):
    data, fetched, seen = e["data"], c.last("exchange-key-fetched"), c.last("exchange-key-compared")
    yield fetched is not None and data["exchangeThumbprint"] == fetched["data"]["thumbprint"], number(fetched)
    yield number(seen) > fetched["seq"], fetched["seq"]
    since = max(fetched["seq"], number(c.last("exchange-key-judged")))
    yield number(c.last("exchange-key-accepted")) > since, fetched["seq"]
    sha256, _, _, entry = c.domain()
    yield data["domainSha256"] == sha256, number(entry)
    changed = number(c.last("seat-changed"))
    yield data["officers"] == [officer(seat) for seat in c.present()], changed
    yield len(data["officers"]) >= c.opened["required"], changed
    told = [(one["label"], one["sha256"], one["size"]) for one in data["files"]]
    yield told == [("transfer", data["sha256"], data["size"])], 0
    yield are_accepted(c, data), 0


@rule(74, "E-MEAN-UPLOADED", "upload-began", "upload-ended")
def uploaded(c, e):
    made, began = c.last("blob-made"), c.last("upload-began")
    if e["type"] == "upload-began":
        yield made is not None and e["data"]["sha256"] == made["data"]["sha256"], number(made)
    else:
        yield began is not None, number(began)


AFTER = {"backup-began": "upload-ended", "backup-ended": "backup-began", "restore-waited": "backup-ended",
         "restore-began": "restore-waited", "restore-ended": "restore-began"}


@rule(75, "E-MEAN-RESTORED", "backup-began", "backup-ended", "restore-waited", "restore-began", "restore-ended")
def restored(c, e):
    kind, data, known = e["type"], e["data"], c.last("backup-known")
    told = known["data"] if known else {}
    if "container" in data:
        yield data["container"] == told.get("container"), number(known)
    if "folder" in data:
        yield (data["folder"] == told.get("folder")) == (kind != "backup-ended"), number(known)
    yield c.last(AFTER[kind]) is not None, 0


def versions(keys):
    return [(one["name"], one["version"]) for one in keys]


def rights(roles):
    return [(one["principal"], one["role"], one["scope"]) for one in roles]


def differ(values):
    return len(set(values)) == len(values)


@rule(76, "E-MEAN-KEYS", "backup-known", "recovery-compared", "keys-compared", "keys-not-compared")
def keys(c, e):
    data, known = e["data"], c.last("backup-known")
    if e["type"] == "backup-known":
        yield from _backup_known(c, data)
        return
    other = number(known)
    yield known is not None, other
    yield ("unknown" in known["data"]) == (e["type"] == "keys-not-compared"), other
    listed, roles = known["data"]["keys"], known["data"].get("roles", [])
    if e["type"] == "recovery-compared":
        yield data["keysBack"] + len(data["keysMissing"]) == len(listed), other
        yield data["rolesBack"] + len(data["rolesMissing"]) == len(roles), other
        missing, expected = versions(data["keysMissing"]), set(versions(listed))
        names = {(one["principal"], one["role"], one["scope"]): one["roleName"] for one in roles}
        yield differ(missing) and set(missing) <= expected, other
        yield differ(rights(data["rolesMissing"])), other
        for one, right in zip(data["rolesMissing"], rights(data["rolesMissing"])):
            yield names.get(right) == one["roleName"], other
        yield not set(versions(data["keysMore"])) & (expected - set(missing)), other
        yield not set(rights(data["rolesMore"])) & set(names), other
    elif e["type"] == "keys-compared":
        told = c.run("recovery-compared")
        yield len(told) > 0 and told[-1]["data"]["keysMissing"] == [], other
        expected = {tuple(sorted(one.items())) for one in listed}
        yield expected <= {tuple(sorted(one.items())) for one in data["keys"]}, other
        yield differ(versions(data["keys"])), other
        more = versions([one for one in data["keys"] if tuple(sorted(one.items())) not in expected])
        said = [(one["name"], one["version"]) for one in told[-1]["data"]["keysMore"]]
        yield sorted(more) == sorted(said), other


@rule(101, "E-MEAN-POOL", "keys-attested")
def pool(c, e):
    data, before = e["data"], c.last("keys-attested")
    other = number(before)
    known = before["data"]["poolRoot"] if before else (c.earlier or {}).get("poolRoot", "")
    yield known in ("", data["poolRoot"]), other
    yield len(data["keys"]) > 0 and differ(versions(data["keys"])), other
    yield differ([one["sha256"] for one in data["keys"]]), other
    for one in data["keys"]:
        failed = one["failed"]
        yield differ(failed) and (one["verdict"] == "attested") == (failed == []), other
        yield (one["publicSha256"] == "") == ("kind" in failed), other


def _backup_known(c, data):
    if "unknown" in data:
        yield data["keys"] == [] and "roles" not in data and "list" not in data, 0
        return
    yield len(data["keys"]) > 0 and differ(versions(data["keys"])) and differ(rights(data.get("roles", []))), 0
    if c.opened["mode"] == "PRODUCTION":
        yield "list" in data, 0
    if "list" in data and c.earlier:
        yield data["list"]["hsm"] == c.earlier["hsm"], 0


def readers_left(c):
    """Rights to read keys that were named and not removed since."""
    gone = c.all("key-reader-removed")
    return [named for named in c.all("key-reader-named")
            if not any(one["seq"] > named["seq"] and is_reader(one, named) for one in gone)]


def is_reader(one, other):
    return all(one["data"][name] == other["data"][name] for name in ("name", "scope"))


@rule(77, "E-MEAN-READER", "key-reader-removed")
def reader(c, e):
    left = readers_left(c)
    yield any(is_reader(e, named) for named in left), number(left[-1] if left else None)


@rule(77, "E-MEAN-READER", at_end=True)
def reader_left(c, _e):
    for named in readers_left(c):
        yield c.aborted is not None or not named["data"]["temporary"], named["seq"]


@rule(78, "E-MEAN-REMAINS", "aborted")
def remains(c, e):
    asked, answered = c.last("download-began"), c.last("download-ended")
    sent, taken = c.last("upload-began"), c.last("upload-ended")
    if c.entries[0]["data"].get("renewed") or not (asked or sent):
        because = "hsm-untouched"
    else:
        because = "hsm-active" if answered or taken else "hsm-perhaps"
    said = e["data"]["remains"]
    found = [(one["because"], one["deed"]) for one in said if one["object"] == "hsm"]
    due = {"hsm-untouched": "none", "hsm-active": "delete", "hsm-perhaps": "ask"}[because]
    deed = "seal" if asked else "destroy"
    made = {one["data"]["officer"] for one in c.all("key-making-began", "key-made")}
    wanted = [label for officer in made for label in (officer, officer + "-backup")]
    there = {one["object"] for one in said if one["deed"] == deed}
    gone = {one["object"] for one in said if one["deed"] == "destroy"}
    keys = {one["object"] for one in said if one["because"] in ("key-made", "key-perhaps")}
    other = number(c.last("download-began", "download-ended", "upload-began", "upload-ended"))
    yield found == [(because, due)] and there.issuperset(wanted) and keys.issubset(wanted), other
    yield not any(one["object"] in gone and one["deed"] != "destroy" for one in said), other


@rule(79, "E-MEAN-DRY-RUN", "dry-run-passed")
def dry_run(c, e):
    data, other = e["data"], number(c.last("seat-changed"))
    yield data["domainSha256"] == c.domain()[0], other
    yield data["required"] == c.opened["required"], other
    yield data["officers"] == [officer(seat) for seat in c.present()], other
    yield len(data["officers"]) >= data["required"], other
    tags = [one["tag"] for one in data["opened"]]
    yield 0 < len(tags) == data["entries"] and len(set(tags)) == len(tags), other
