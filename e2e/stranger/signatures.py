"""Signatures, closing and vouching, as electron/journal/FORMAT.md says."""

import base64

from breach import Breach
from certificates import own_certificate
from chain import HEX

SIGNED = {"officer", "over", "algorithm", "signature", "certificate"}
BOUND = {"officer", "certificate", "wrapping", "algorithm", "signature"}
ALGORITHM = "RSA-PSS-SHA256"


def _texts(value):
    """All string values in it, at any depth; names of members are none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)


def _has_exactly(data, names):
    return isinstance(data, dict) and set(data) == names and all(isinstance(v, str) and v for v in data.values())


def _is_signature(data, *digests):
    """The algorithm, strict base64, and digests in hex."""
    try:
        strict = base64.b64encode(base64.b64decode(data["signature"], validate=True)).decode() == data["signature"]
    except ValueError:
        strict = False
    return strict and data["algorithm"] == ALGORITHM and all(HEX.fullmatch(data[name]) for name in digests)


def _distinct(value, least):
    return (isinstance(value, list) and len(value) >= least
            and all(isinstance(v, str) for v in value) and len(set(value)) == len(value))


def _is_spoken(data):
    """As many words as are on a paper; early records do not say so."""
    return "spoken" not in data or (type(data["spoken"]) is int and data["spoken"] == 16)


class Signatures:
    """Reads the entries of one record in their order."""

    def __init__(self, entries):
        self.entries, self.number_of = entries, {}
        self.signing = {}  # thumbprint: certificate that counts for signatures
        self.owners = {}  # modulus: officers to whom an earlier entry gave it
        self.given = {}  # officer: moduli that key-made and signer-known gave
        self.made = {}  # officer: certificates of the last key-made that has entered two
        self.bound = {}  # (officer, thumbprint): number of the signer-bound
        self.signed_over = {}  # number of an act-signing: officers who signed
        self.signers = []  # (officer, thumbprint, number of the entry signed, number of the signature)
        self.closing = None  # (number, officers who have signed)
        self.closed = ""

    def read(self):
        """Raises Breach at the first entry that is wrong."""
        for entry in self.entries:
            if self.closed:
                raise Breach("E-LOG-SIGNER", entry["seq"])
            self._look(entry)
            self.number_of[entry["hash"]] = entry["seq"]
        return self

    def _look(self, entry):
        kind, data = entry["type"], entry["data"]
        if self.closing and kind != "signed":
            self.closing = None
        if kind == "signed":
            self._signed(entry, data)
        elif kind == "signer-bound":
            self._signer_bound(entry, data)
        elif kind in ("act-signing", "act-signing-on-paper"):
            self._act(entry, data)
        elif kind == "closing":
            if not isinstance(data, dict) or not _distinct(data.get("present"), 0):
                raise Breach("E-LOG-FORM", entry["seq"])
            self.closing = (entry["seq"], [])
        elif kind == "closing-on-paper":
            present = data.get("present") if isinstance(data, dict) else None
            right = _distinct(present, 2) and "" not in present and isinstance(data.get("consent"), dict)
            if not (right and _is_spoken(data)):
                raise Breach("E-LOG-FORM", entry["seq"])
            self.closed = "paper"
        if isinstance(data, dict) and kind in ("key-made", "signer-known"):
            self._gives(kind, data)
        for text in _texts(data):
            certificate = own_certificate(text)
            if certificate is not None and certificate.signs():
                self.signing[certificate.thumbprint] = certificate

    def _gives(self, kind, data):
        officer = data.get("officer")
        text = data.get("signingCertificate" if kind == "key-made" else "certificate")
        certificate = own_certificate(text) if isinstance(text, str) else None
        if not isinstance(officer, str) or certificate is None or not certificate.signs():
            return
        self.owners.setdefault(certificate.modulus, set()).add(officer)
        self.given.setdefault(officer, set()).add(certificate.modulus)
        if kind == "key-made":
            wrapping = own_certificate(data["certificate"]) if isinstance(data.get("certificate"), str) else None
            if wrapping is not None:
                self.made[officer] = (wrapping.thumbprint, certificate)

    def _signer_bound(self, entry, data):
        seq = entry["seq"]
        if not _has_exactly(data, BOUND) or not _is_signature(data, "wrapping", "certificate"):
            raise Breach("E-LOG-FORM", seq)
        wrapping, signing = self.made.get(data["officer"], ("", None))
        if signing is None or wrapping != data["wrapping"] or signing.thumbprint != data["certificate"]:
            raise Breach("E-LOG-SIGNER", seq)
        if not signing.verifies(data["signature"], "wrapping-key " + wrapping):
            raise Breach("E-LOG-SIGNATURE", seq)
        self.bound[data["officer"], signing.thumbprint] = seq

    def _act(self, entry, data):
        least = 2 if entry["type"] == "act-signing-on-paper" else 1
        good = (isinstance(data, dict) and isinstance(data.get("act"), str) and data["act"] != ""
                and isinstance(data.get("consent"), dict) and _distinct(data.get("present"), least)
                and (least == 1 or ("" not in data["present"] and _is_spoken(data))))
        if not good:
            raise Breach("E-LOG-FORM", entry["seq"])
        if least == 1:
            self.signed_over[entry["seq"]] = []

    def _signed(self, entry, data):
        seq = entry["seq"]
        if not _has_exactly(data, SIGNED) or not _is_signature(data, "over", "certificate"):
            raise Breach("E-LOG-FORM", seq)
        over = self.number_of.get(data["over"])
        officer, certificate = data["officer"], self.signing.get(data["certificate"])
        if over is None or certificate is None or not certificate.verifies(data["signature"], data["over"]):
            raise Breach("E-LOG-SIGNATURE", seq)
        owners = self.owners.get(certificate.modulus, set())
        given = self.given.get(officer)
        if owners - {officer} or (given is not None and certificate.modulus not in given):
            raise Breach("E-LOG-SIGNER", seq)
        self._over_act(self.entries[over], officer, seq)
        self._over_closing(over, officer)
        self.owners.setdefault(certificate.modulus, set()).add(officer)
        self.signers.append((officer, certificate.thumbprint, over, seq))

    def _over_act(self, act, officer, seq):
        if act["type"] == "act-signing-on-paper":
            raise Breach("E-LOG-SIGNER", seq)
        if act["type"] == "act-signing":
            signed = self.signed_over[act["seq"]]
            if officer not in act["data"]["present"] or officer in signed:
                raise Breach("E-LOG-SIGNER", seq)
            signed.append(officer)

    def _over_closing(self, over, officer):
        if not self.closing:
            return
        number, signed = self.closing
        present = self.entries[number]["data"]["present"]
        if over != number or officer not in present or officer in signed:
            self.closing = None
            return
        signed.append(officer)
        if len(signed) == len(present):
            self.closed = "signatures"

    def unvouched(self):
        """Officers who signed with a certificate for which the record does not vouch, sorted."""
        known = self._known()
        found = {officer for officer, thumbprint, _, _ in self.signers
                 if not self._is_vouched(officer, thumbprint, known)}
        return sorted(found)

    def _known(self):
        first = self.entries[0]["data"]
        earlier = first.get("earlier") if isinstance(first, dict) else None
        if not isinstance(earlier, list) or not earlier or not isinstance(earlier[0], dict):
            return None
        officers = earlier[0].get("officers")
        listed = officers if isinstance(officers, list) else []
        return {one["officer"]: one.get("signingThumbprint") for one in listed
                if isinstance(one, dict) and isinstance(one.get("officer"), str)}

    def _is_vouched(self, officer, thumbprint, known):
        before = (known or {}).get(officer)
        if before and before == thumbprint:
            return True
        if (officer, thumbprint) not in self.bound:
            return False
        if known is None or before == "":
            return True
        return self._is_named_by_others(officer, thumbprint, known)

    def _is_named_by_others(self, officer, thumbprint, known):
        by = set()
        for signer, signed_with, over, _ in self.signers:
            named = self.entries[over]
            if named["type"] not in ("closing", "act-signing") or not self._counts(over):
                continue
            consent = named["data"].get("consent")
            signers = consent.get("signers") if isinstance(consent, dict) else None
            about = {"officer": officer, "certificate": thumbprint}
            if not isinstance(signers, list) or about not in signers or over < self.bound[officer, thumbprint]:
                continue
            if known.get(signer) == signed_with:
                by.add(signer)
        return officer in by or len(by - {officer}) >= 2

    def _counts(self, over):
        return self.entries[over]["type"] == "act-signing" or (self.closing is not None and self.closing[0] == over)
