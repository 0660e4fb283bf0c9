"""The words of electron/meaning/FORMAT.md: what stands of a ceremony before an entry counts."""

import copy
import itertools
import re
import unicodedata

from chain import ZEROS  # noqa: F401  (one place for it)
from declared import ASSIGNED, IGNORABLE, KINDS

SPACES = " \t\n\v\f\r\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000\ufeff"
SPACE = re.compile(f"[{SPACES}]+")
HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
SHARED = {"transfer": "transfer medium", "domain-copy": "domain copy medium"}


def shown(text):
    """Without letters that show nothing; the blank of Braille is a space."""
    return IGNORABLE.sub("", text).replace("\u2800", " ")


def same(text):
    """What is compared where texts are alike."""
    folded = ASSIGNED.sub(lambda run: "".join(map(_lower, unicodedata.normalize("NFKC", run[0]))), shown(text))
    return SPACE.sub(" ", folded.strip(SPACES))


def _lower(sign):
    """Each letter by itself: what the small sigma is depends on its neighbours in a word."""
    return sign.lower().replace("\u03c2", "\u03c3")


def alike(one, other):
    return same(one) == same(other)


def is_plain(text, most=None):
    """Plain, and of so many UTF-16 units at most."""
    if most is not None and len(text.encode("utf-16-le")) > 2 * most:
        return False
    return shown(text).strip(SPACES) != "" and not any(
        unicodedata.category(sign) in HIDDEN for run in ASSIGNED.findall(text) for sign in run)


def number(entry):
    """The number of an entry; 0 if there is none."""
    return 0 if entry is None else entry["seq"]


def officer(seat):
    return f"officer-{seat}"


def things_of(role):
    """The objects of an officer."""
    return [f"{role} {what}" for what in ("medium", "backup medium", "passphrase envelope", "card")]


def seat_of(role):
    return int(role[len("officer-"):]) if role.startswith("officer-") else 0


def owner_seat(thing):
    """The seat of the officer whose object this is; 0 if it is shared."""
    found = re.match(r"officer-(\d+) ", thing)
    return int(found[1]) if found else 0


def medium_owner(thing):
    """The officer whose medium or backup medium this object is, or ''."""
    found = re.fullmatch(r"(officer-\d+) (backup )?medium", thing)
    return found[1] if found else ""


class Ceremony:
    def __init__(self, script):
        self.script = script
        self.steps = {step["id"]: step for step in script["steps"]}
        self.entries, self.types = [], {}
        self.people, self.earlier, self.opened = [], None, {}
        self.done, self.begun, self.performed, self.taken = [], None, False, False
        self.run_start, self.chosen, self.performing = None, {}, None
        self.decided, self.aborted, self.recess = None, None, None
        self.holder, self.holding, self.handed = "", None, None
        self.closing, self.closed = None, False
        self.ended = "", None  # the kind of the step that closed, and where its run begins
        self.objects, self.changed, self.troubles, self.objects_before = {}, {}, {}, None
        self.old, self.recorded = {}, set()
        self.excused = []

    # What came before.

    def last(self, *types):
        found = [self.types[t][-1] for t in types if t in self.types]
        return max(found, key=number) if found else None

    def all(self, *types):
        return sorted((e for t in types for e in self.types.get(t, [])), key=number)

    def last_of(self, kind, role):
        found = [e for e in self.types.get(kind, []) if e["data"].get("officer") == role]
        return found[-1] if found else None

    def began(self):
        """The `step-began`, or `taken-over`, of the step that has begun; None where none has."""
        return self.entries[self.run_start] if self.begun else None

    def run(self, *types):
        """The entries of the run, of some types or of all."""
        if self.run_start is None:
            return []
        return [e for e in self.entries[self.run_start:] if not types or e["type"] in types]

    def at(self, thumb_or_hash):
        for entry in reversed(self.entries):
            if entry["hash"] == thumb_or_hash:
                return entry
        return None

    # People and path.

    def role_names(self):
        return [role for role, _ in self.people]

    def present(self):
        return sorted(seat_of(role) for role in self.role_names() if seat_of(role))

    def seats(self):
        return range(1, self.script["officers"] + 1)

    def is_every_group(self, groups, size, officers=None):
        """Whether they are all groups of so many different seats, each once."""
        seats = self.seats() if officers is None else range(1, officers + 1)
        return sorted(map(sorted, groups)) == [list(one) for one in itertools.combinations(seats, size)]

    def recounts(self):
        """Whether other officers than these may have had keys before."""
        return any(step.get("whose") == "leaving" for step in self.script["steps"])

    def renewed(self):
        return self.opened.get("renewed", [])

    def _is_on_path(self, step):
        if "seat" not in step or step["whose"] == "all":
            return True
        seat, whose = step["seat"], step["whose"]
        if whose == "leaving":
            before = len(self.earlier["officers"]) if self.earlier else 0
            return seat <= before and (seat in self.renewed() or seat not in self.seats())
        if seat not in self.present():
            return False
        return (whose == "present" or (whose == "new" and seat in self.renewed())
                or (whose == "remaining" and seat not in self.renewed()))

    def path(self):
        steps, ids, found = self.script["steps"], list(self.steps), []
        at = 0
        while at < len(steps) and len(found) <= len(steps):
            step = steps[at]
            if not self._is_on_path(step):
                at += 1
                continue
            found.append(step)
            if KINDS[step["kind"]]["ends"]:
                break
            if "choices" in step:
                if step["id"] not in self.chosen:
                    break
                at = ids.index(self.chosen[step["id"]])
            else:
                at = ids.index(step["goTo"]) if "goTo" in step else at + 1
        if self.are_free():
            return [self.steps[one] for one in self.done] + [step for step in found if step["id"] not in self.done]
        return found

    def now(self):
        """The step that is now, or None."""
        if self.decided or self.aborted or self.closed:
            return None
        path = self.path()
        return path[len(self.done)] if len(self.done) < len(path) else None

    # Keys, domain, exchange key.

    def kept(self, seat):
        if seat in self.renewed():
            return None
        return self.kept_before(seat)

    def kept_before(self, seat):
        """The kept key, also of a seat that is in `renewed`."""
        found = self.last("domain-found")
        listed = self.earlier["officers"] if self.earlier else found["data"]["officers"] if found else []
        for one in listed:
            if one["officer"] == officer(seat):
                return one
        return None

    def made(self, seat):
        return self.last_of("key-made", officer(seat))

    def key(self, seat):
        """`thumbprint` and `signingThumbprint`, "" where not known."""
        made = self.made(seat)
        data = made["data"] if made else self.kept(seat)
        return (data["thumbprint"], data["signingThumbprint"]) if data else ("", "")

    def domain(self):
        """sha256, size (None: not known), file, entry of the domain in force."""
        written, found = self.last("domain-written"), self.last("domain-found")
        entry = written or (None if self.earlier else found)
        if entry:
            data = entry["data"]
            return data["sha256"], data["size"], data["files"][0]["name"] if data["files"] else "", entry
        if self.earlier:
            return self.earlier["domainSha256"], None, self.earlier["domainFile"], None
        return "", None, "", None

    # Excuses.

    def excuse(self, entry, named, since=None):
        """Whether an exception of two people, in the run or since an entry, took note of it; remembers it."""
        start = self.run_start if since is None else since
        found = [e for e in self.entries[start:] if e["type"] == "exception-noted"] if start is not None else []
        found = [e for e in found if named in e["data"]["expected"]]
        if found:
            self.excused.append([entry["seq"], found[0]["seq"]])
        return bool(found)

    # Counting an entry.

    def count(self, entry):
        kind, data = entry["type"], entry["data"]
        if self.closing and kind != "signed":
            self.closing = None
        act = getattr(self, "_" + kind.replace("-", "_"), None)
        if act:
            act(entry, data)
        self.entries.append(entry)
        self.types.setdefault(kind, []).append(entry)

    def _opened(self, entry, data):
        self.opened, self.holder, self.holding = data, entry["station"], entry
        self.people = [(one["role"], one["name"]) for one in data["participants"]]
        self.earlier = data["earlier"][0] if data["earlier"] else None
        if self.earlier:
            self.old = {one["object"]: one["seal"] for one in self.earlier["objects"]}
            there = [one for one in self.earlier["objects"] if owner_seat(one["object"]) <= len(self.seats())]
            self._put(there, 0)
            self.troubles = {one["officer"]: one["trouble"] for one in self.earlier["officers"]}

    def _put(self, objects, seq):
        for one in objects:
            self.objects[one["object"]] = {n: one[n] for n in ("seal", "place", "custodian")}
            self.changed[one["object"]] = seq

    def _step_began(self, entry, data):
        now = self.now()
        if now and now["kind"] == "hand-off" and self.objects_before is None:
            self.objects_before = copy.deepcopy(self.objects)
        self.begun, self.performed, self.taken, self.run_start = data["step"], False, False, entry["seq"]
        self.performing = None

    def _taken_over(self, entry, data):
        self.begun, self.performed, self.taken, self.run_start = data["step"], True, True, entry["seq"]
        self.performing = entry
        self.holder, self.holding, self.handed = entry["station"], entry, None

    def _step_performed(self, entry, _data):
        self.performed, self.performing = True, entry

    def _finish(self, step):
        self.done.append(step)
        self.objects_before = None
        self.begun, self.performed, self.taken, self.run_start, self.performing = None, False, False, None, None

    def _step_done(self, _entry, data):
        self._finish(data["step"])

    def _handed_over(self, entry, data):
        self._finish(data["step"])
        self.holder, self.holding, self.handed = data["to"], entry, entry

    def _exception_noted(self, entry, data):
        if data.get("decision") == "repeat" and not self.taken:
            self.begun, self.performed, self.performing = None, False, None
        if data.get("decision") == "abort" and not self.decided:
            self.decided = entry

    def _aborted(self, entry, _data):
        self.aborted, self.recess, self.begun, self.performed = self.aborted or entry, None, None, False

    def _chosen(self, _entry, data):
        self.chosen[data["step"]] = data["goTo"]

    def _seat_changed(self, _entry, data):
        self.people = self.people_after(data)

    def people_after(self, data):
        taken = [] if self.are_free() and data["to"] == "" else [(data["toRole"], data["to"])]
        if self.are_free() and data["from"] == "":
            return self.people + taken
        return [new for one in self.people for new in (taken if one[0] == data["role"] else [one])]

    def are_free(self):
        """Whether officers may come late, and leave while enough stay."""
        return self.opened.get("rules", 1) >= 3 and self.script["attend"] == "quorum"

    def _recess_began(self, entry, _data):
        self.recess = entry

    def _recess_ended(self, _entry, _data):
        self.recess = None

    def _closing(self, entry, data):
        self.closing = (entry, set())

    def _signed(self, _entry, data):
        if not self.closing:
            return
        closing, signed = self.closing
        present = closing["data"]["present"]
        if data["over"] != closing["hash"] or data["officer"] not in present or data["officer"] in signed:
            self.closing = None
            return
        signed.add(data["officer"])
        if len(signed) == len(present):
            self._close()

    def _closing_on_paper(self, _entry, _data):
        self._close()

    def _close(self):
        now = self.now()
        if now and KINDS[now["kind"]]["ends"]:
            self.done.append(now["id"])
            self.ended = now["kind"], self.run_start
        self.begun, self.performed, self.closed, self.closing = None, False, True, None

    # Custody.

    def _custody_recorded(self, entry, data):
        self._put(data["objects"], entry["seq"])
        self.recorded |= {one["object"] for one in data["objects"]}

    def _part_taken(self, entry, data):
        self._put(data["standing"]["objects"], entry["seq"])
        for one in data["standing"]["officers"]:
            self.troubles[one["officer"]] = one["trouble"]

    def _trouble_reported(self, _entry, data):
        self.troubles[data["officer"]] = data["trouble"]

    def _key_made(self, _entry, data):
        self.troubles[data["officer"]] = ""

    def _key_checked(self, _entry, data):
        if self.troubles.get(data["officer"]) != "seal-broken":
            self.troubles[data["officer"]] = ""

    def _object_handed_off(self, entry, data):
        self.objects[data["object"]] = {"seal": data["seal"], "place": data["place"], "custodian": data["to"]}
        self.changed[data["object"]] = entry["seq"]

    def _objects_destroyed(self, _entry, data):
        for one in data["objects"]:
            self.old.pop(one["object"], None)
            if one["object"] not in self.recorded:
                self.objects.pop(one["object"], None)

    def _seals_checked(self, entry, data):
        found = {}
        for one in data["seals"]:
            held, owner = self.objects.get(one["object"]), medium_owner(one["object"])
            if held and one["condition"] != "missing":
                held.update(place=one["place"], custodian=one["custodian"])
                self.changed[one["object"]] = entry["seq"]
            if owner:
                found.setdefault(owner, []).append(one)
        for owner, ones in found.items():
            if any(one["condition"] == "missing" for one in ones):
                self.troubles[owner] = "lost"
            elif any(one["condition"] != "intact" or not alike(one["found"], one["expected"]) for one in ones):
                self.troubles[owner] = "seal-broken"
