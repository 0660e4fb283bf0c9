"""What no rule refuses and a reader should see: *What is noted* of electron/meaning/FORMAT.md."""

from certificates import own_certificate
from chain import moment


def _always(*_):
    return True


def _is_inactive(data, _at):
    return data["state"] != "Active"


def _is_not_current(data, at):
    return any(at < file["issued"] or at > file["next"] for file in data.get("collateral", {}).get("files", []))


NOTES = {
    "opening-only-said": (("quorum-proven", "dry-run-passed", "blob-made"), lambda data, _: "commitment" not in data),
    "part-end-unknown": (("part-taken",), lambda data, _: data["closedAt"] == ""),
    "intel-not-current": (("exchange-key-judged",), _is_not_current),
    "incident": (("incident-found",), _always),
    "refusal-overruled": (("refusal-accepted",), _always),
    "seat-changed": (("seat-changed",), _always),
    "key-not-attested": (("exchange-key-accepted",), lambda data, _: data.get("attested") is False),
    "wrong-afterwards": (("aftercheck-judged",), lambda data, _: "wrong" in [one["verdict"] for one in data["points"]]),
    "inactive-after-download": (("download-ended",), _is_inactive),
    "inactive-after-upload": (("upload-ended",), _is_inactive),
    "keys-not-compared": (("keys-not-compared",), _always),
    "roles-differ": (("recovery-compared",), lambda data, _: bool(data.get("rolesMissing") or data.get("rolesMore"))),
    "key-unprotected": (("domain-found",), lambda data, _: bool(data.get("unprotected"))),
}


def _photographs(entry):
    photographs = entry["data"]["photographs"] if entry["type"] == "seals-photographed" else []
    return {one["sha256"] for one in photographs}


def _expired(entries, others):
    """Entries that make or use a wrapping key outside the validity of its certificate, as far as a record has that."""
    made = [entry["data"] for one in [entries, *others] for entry in one if entry["type"] == "key-made"]
    certificates = {data["thumbprint"]: own_certificate(data["certificate"]) for data in made}
    earlier = entries[0]["data"]["earlier"]
    keys = {one["officer"]: one["thumbprint"] for one in earlier[0]["officers"]} if earlier else {}
    for entry in entries:
        kind, data = entry["type"], entry["data"]
        if kind == "key-made":
            keys[data["officer"]] = data["thumbprint"]
        used = []
        if kind in ("key-made", "key-opened", "key-checked"):
            used = [data["officer"]]
        elif kind in ("dry-run-passed", "blob-made"):
            used = data["officers"]
        elif kind == "quorum-proven":
            used = list(keys)
        found = [certificates.get(keys.get(officer)) for officer in used]
        if any(one and not one.begins <= moment(entry["at"]) <= one.ends for one in found):
            yield entry["seq"]


def notes(entries, others=()):
    """Each with the numbers of its entries; `others` are the records that it continues, and parts."""
    found = {"wrapping-key-expired": list(_expired(entries, others))}
    for name, (types, is_so) in NOTES.items():
        found[name] = [one["seq"] for one in entries if one["type"] in types and is_so(one["data"], one["at"])]
    known = set().union(*(_photographs(entry) for one in others for entry in one))
    found["old-photograph"] = [one["seq"] for one in entries if _photographs(one) & known]
    return [{"note": name, "entries": numbers} for name, numbers in found.items() if numbers]
