"""What a screen reader gets of the app by AT-SPI. It writes one line of JSON for its bus, then one for
each announcement as it comes (what changes in a live region); and for each line that it reads on stdin,
one with all that can be used, as it is then."""
import json
import os
import sys

import pyatspi
from gi.repository import Atspi, Gio, GLib

NAMED = {"push button", "button", "toggle button", "check box", "radio button", "entry", "password text",
         "combo box", "link", "list box", "slider", "spin button", "menu item", "page tab"}
DEPTH_MAX = 60
BURST_MS = 80


def tell(**what):
    print(json.dumps(what), flush=True)


def attributes(node):
    return dict(one.split(":", 1) for one in node.getAttributes() or [] if ":" in one)


def fresh(node):
    """Without what is kept of it here, which is what it was before. That of its children is kept on."""
    node.clear_cache()
    return node


def children(node):
    found = (node.getChildAtIndex(i) for i in range(node.childCount))
    return [fresh(one) for one in found if one is not None]


def text_of(node, depth=0):
    """As it is read out: the text of the leaves, in order."""
    under = children(node) if depth < DEPTH_MAX else []
    if not under:
        return node.name
    return " ".join(part for part in (text_of(one, depth + 1) for one in under) if part)


def region_of(node):
    """The live region around a node, or None."""
    for _ in range(DEPTH_MAX):
        if node is None:
            return None
        if attributes(node).get("live", "off") != "off":
            return node
        node = node.parent
    return None


pending = []
said = []


def is_new(region, text):
    """A region that is read before its last signal came says the same again: that is no second time."""
    last = next((one for one in said if one[0] == region), None)
    if last is None:
        said.append([region, text])
        return True
    is_other, last[1] = last[1] != text, text
    return is_other


def announce():
    """One change comes as several signals: what a region says when they have come is read out once."""
    regions = list(pending)
    pending.clear()
    for region in regions:
        try:
            text = text_of(fresh(region))
        except GLib.GError:
            continue  # It is gone already.
        if is_new(region, text) and text != "":
            tell(said=text)
    return False


def changed(event):
    try:
        if attributes(event.source).get("container-live", "off") == "off":
            return
        region = region_of(event.source)
    except GLib.GError:
        return  # It is gone already.
    if region is None or region in pending:
        return
    if not pending:
        GLib.timeout_add(BURST_MS, announce)
    pending.append(region)


def typed_in(node):
    """What a field holds, as a screen reader is told."""
    try:
        return node.queryText().getText(0, -1)
    except NotImplementedError:
        return ""


def tree_of(node, depth=0):
    """Each thing that can be used or is named, that is in sight."""
    found = []
    states = node.getState()
    if depth > DEPTH_MAX:
        return found
    role = node.getRoleName()
    if role in NAMED and states.contains(pyatspi.STATE_SHOWING):
        found.append({"role": role, "name": node.name, "text": typed_in(node)})
    for child in children(node):
        found += tree_of(child, depth + 1)
    return found


def asked(source, _condition):
    line = source.readline()
    if line == "":
        pyatspi.Registry.stop()
        return False
    try:
        apps = children(pyatspi.Registry.getDesktop(0))
        tell(tree=[one for app in apps for one in tree_of(app)])
    except GLib.GError as error:
        tell(tree=[], wrong=str(error))
    return True


def start():
    Atspi.set_timeout(60000, 60000)  # An app that answers after a second is busy, and not gone.
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                      GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True))),
                      None, Gio.DBusCallFlags.NONE, GLib.MAXINT, None)  # However long it takes.
    for change in ("insert", "delete"):
        pyatspi.Registry.registerEventListener(changed, f"object:text-changed:{change}")
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, asked)
    tell(bus=os.environ["DBUS_SESSION_BUS_ADDRESS"])
    pyatspi.Registry.start()


start()
