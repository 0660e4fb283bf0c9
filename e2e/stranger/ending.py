"""Rules 80 to 84: consent and signatures; and who should sign; the live image."""

import re

from certificates import own_certificate
from ceremony import number, officer, seat_of
from chain import moment
from rules import rule

FOUR = ("act-signing", "act-signing-on-paper", "closing", "closing-on-paper")


def judged_since(c):
    fetched, judged = c.last("exchange-key-fetched"), c.last("exchange-key-judged")
    return judged if judged and number(judged) > number(fetched) else None


def consent_wanted(c):
    """What a consent must be, each member with the entry that says so."""
    fetched, judged, domain = c.last("exchange-key-fetched"), judged_since(c), c.domain()
    accepted = []
    for one in c.all("refusal-accepted"):
        if one["data"]["code"] not in accepted:
            accepted.append(one["data"]["code"])
    made = number(c.last("key-made", "domain-found"))
    wanted = {name: (c.opened[name], 0) for name in ("ceremony", "scriptSha256", "hsm", "officers", "required")}
    wanted["thumbprints"] = [key for key in (c.key(seat)[0] for seat in c.seats()) if key], made
    wanted["signers"] = signers_wanted(c), made
    wanted["domainSha256"] = domain[0], number(domain[3])
    wanted["exchangeThumbprint"] = fetched["data"]["thumbprint"] if fetched else "", number(fetched)
    wanted["exchangeAttested"] = judged["data"]["verdict"] if judged else "", number(fetched)
    wanted["accepted"] = accepted, number(c.last("refusal-accepted"))
    return wanted


def signers_wanted(c):
    found = []
    for seat in c.seats():
        made, kept = c.made(seat), c.kept_before(seat)
        data = made["data"] if made else kept
        if data and data["signingThumbprint"]:
            found.append((officer(seat), data["signingThumbprint"]))
    return found


@rule(80, "E-MEAN-CONSENT", *FOUR)
def consent(c, e):
    said = e["data"]["consent"]
    for name, (wanted, other) in consent_wanted(c).items():
        value = said.get(name)
        if name == "signers" and value is not None:
            value, wanted = sorted((one["officer"], one["certificate"]) for one in value), sorted(wanted)
        yield value == wanted, other


def who_signs(c, act):
    """The officers whose keys sign: an act, or the closing."""
    found = []
    for seat in c.present():
        made, kept = c.made(seat), c.kept(seat)
        by_kept = kept and kept["signingThumbprint"] and not (act and c.last("domain-found"))
        if made or by_kept:
            found.append(officer(seat))
    return found


@rule(81, "E-MEAN-ACT", "act-signing", "act-signing-on-paper")
def act(c, e):
    data, other, signs = e["data"], number(c.began()), who_signs(c, True)
    yield data["act"] == c.now()["act"], other
    wanted = signs if e["type"] == "act-signing" else c.role_names()
    yield sorted(data["present"]) == sorted(wanted), other
    yield e["type"] == "act-signing" or not signs, other
    yield not c.run("act-signing", "act-signing-on-paper"), other


@rule(82, "E-MEAN-SIGNERS", at_end=True)
def signers(c, _e):
    last, other = c.last("closing", "closing-on-paper"), number(c.last("seat-changed"))
    on_paper = last["type"] == "closing-on-paper"
    wanted = c.role_names() if on_paper else who_signs(c, False)
    present = last["data"]["present"]
    kind, since = c.ended
    yield set(present) <= set(wanted), other
    if on_paper and kind == "close" and not c.aborted:
        yield not who_signs(c, False), other
    if set(wanted) - set(present):
        yield c.aborted is not None or (since is not None and c.excuse(last, "", since)), other


@rule(83, "E-MEAN-SIGNED", "signed")
def signed(c, e):
    seat = seat_of(e["data"]["officer"])
    yield e["data"]["certificate"] == c.key(seat)[1], number(c.made(seat))


@rule(93, "E-MEAN-EXPIRED", "signed")
def expired(c, e):
    if c.aborted:
        return
    at = moment(e["at"])
    for entry in reversed(c.all("key-made", "signer-known")):
        data = entry["data"]
        certificate = own_certificate(data.get("signingCertificate", data["certificate"]))
        if certificate and certificate.thumbprint == e["data"]["certificate"]:
            yield certificate.begins <= at <= certificate.ends or c.excuse(e, ""), number(entry)
            return


@rule(84, "E-MEAN-IMAGE", "image-heard", "step-done")
def image(c, e):
    system = c.opened["software"].get("system", "")
    found = re.search(r", live image with the SHA-256 ([0-9a-f]{64})\Z", system)
    if e["type"] == "image-heard":
        yield c.performed and found is not None and e["data"]["sha256"] == found[1], 0
    elif c.steps[c.begun]["kind"] == "open" and found:
        yield c.last("image-heard") is not None, 0


def due(c):
    """How many officers must sign the end."""
    script = c.script
    least = {"everyone": script["officers"], "quorum": script["quorum"], "one": 1, "nobody": 0}[script["attend"]]
    return min(script["quorum"], least)


def is_short(c):
    """Whether fewer officers closed it than had to."""
    present = c.last("closing", "closing-on-paper")["data"]["present"]
    return c.aborted is None and sum(seat_of(role) > 0 for role in present) < due(c)


def is_by_hand(c):
    """Whether it is short because only so few had a key to sign with: then its head makes up for it."""
    last = c.last("closing", "closing-on-paper")
    return is_short(c) and last["type"] == "closing" and sorted(last["data"]["present"]) == sorted(who_signs(c, False))


def vouched(c):
    """How many officers are due, the last entry for which as many signed, or None; the officers who signed the end, of
    how many; and whether the others signed by hand."""
    last, least = c.last("closing", "closing-on-paper"), due(c)
    officers = [role for role in last["data"]["present"] if seat_of(role)]
    counts = [len(officers), len(c.present())]
    if not is_short(c):
        return [least, number(last), *counts, False]
    signed = [number(act) for act in c.all("act-signing")
              if len({e["data"]["officer"] for e in c.all("signed") if e["data"]["over"] == act["hash"]}) >= least]
    return [least, signed[-1] if signed else None, *counts, is_by_hand(c)]
