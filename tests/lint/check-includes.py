# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who may know whom: every #include in src/ROOM, and every dependency that its target names, against the
table of rooms. The second of the three locks; the include paths are the first."""

import re
import sys

import tree

CODAT_VALUES = {
    "codat-branding.h", "codat-company.h", "codat-connection.h", "codat-data-status.h", "codat-enums.h",
    "codat-error.h", "codat-integration.h", "codat-page.h", "codat-profile.h",
}
LINK_VALUES = {"trib-link-types.h", "trib-link-browser.h"}
STORE_VALUES = {"trib-store-account.h"}
ALL = None  # every header of that room

# room: (rooms it may use, outside libraries beside GLib and GIO)
ROOMS = {
    "base": ({}, set()),
    "codat": ({"base": ALL}, {"soup", "json"}),
    "store": ({"base": ALL, "codat": CODAT_VALUES}, {"sqlite", "secret"}),
    "link": ({"base": ALL}, set()),
    "sandbox": ({"base": ALL}, {"soup", "json", "cairo"}),
    "model": ({"base": ALL, "codat": ALL, "store": ALL, "link": ALL}, set()),
    "ui": ({"base": ALL, "model": ALL, "codat": CODAT_VALUES, "link": LINK_VALUES, "store": STORE_VALUES},
           {"gtk", "adw", "qrencode"}),
    "web": ({"base": ALL, "link": ALL}, {"gtk", "webkit"}),
    "app": ({room: ALL for room in ("base", "codat", "store", "link", "sandbox", "model", "ui")}, {"gtk", "adw"}),
    "ctl": ({room: ALL for room in ("base", "codat", "store", "link", "model", "sandbox")}, set()),
}

# What a room's target may name follows from the table, but for the include path of a room whose value
# types are used, which Meson cannot narrow.
LIBRARIES = [
    ("soup", r"libsoup/"), ("json", r"json-glib/"), ("gtk", r"(gtk|gdk|gsk|gdk-pixbuf|graphene|pango)/|graphene\.h"),
    ("adw", r"adwaita\.h|libadwaita"), ("webkit", r"webkit"), ("sqlite", r"sqlite3"), ("secret", r"libsecret/"),
    ("cairo", r"cairo"), ("qrencode", r"qrencode\.h$"),
]
GLIB = re.compile(r"(glib|gio|gobject|gmodule)(/|[-a-z]*\.h$)")
SYSTEM = re.compile(r"(sys|arpa|netinet|linux)/|[a-z]+\.h$")
LIBRARY_DEPS = {"soup_dep", "json_dep", "gtk_dep", "adw_dep", "webkit_dep", "sqlite_dep", "secret_dep", "cairo_dep",
                "qrencode_dep"}
CALL = re.compile(r"\b((?:codat|sandbox|ctl)_[a-z0-9_]+) \(")
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def rooms_of_headers(root):
    return {path.name: path.parts[1] for path in tree.files(root / "src", ".h")
            for path in [tree.pathlib.Path("src") / path] if len(path.parts) == 3}


def check_own(room, header, owners):
    owner = owners.get(header)
    if owner is None:
        # config.h and the resources are made by the build.
        return None if header == "config.h" or header.endswith("-resources.h") else "no room has this header"
    if owner == room:
        return None
    names = ROOMS[room][0].get(owner, set())
    if names is ALL or header in names:
        return None
    return f"{room}/ may not use {owner}/" + (" but for its value types" if names else "")


def check_outside(room, header):
    for library, pattern in LIBRARIES:
        if re.match(pattern, header):
            return None if library in ROOMS[room][1] else f"{room}/ may not use {library}"
    if GLIB.match(header) or SYSTEM.match(header):
        return None
    return "unknown outside header: add it to the table of this check"


def check_calls(room, path, number, line, owners, report):
    """A header that came by way of another room's is no leave to use it."""
    for name in CALL.findall(line):
        stem = name
        while "_" in stem and stem.replace("_", "-") + ".h" not in owners:
            stem = stem.rpartition("_")[0]
        header = stem.replace("_", "-") + ".h"
        problem = check_own(room, header, owners) if header in owners else None
        if problem:
            report.add(path, number, f"{name} (): {problem}")


def check_source(root, path, owners, report):
    room = path.parts[1]
    for number, line in tree.lines(root, path):
        match = INCLUDE.match(line)
        if not match:
            check_calls(room, path, number, line, owners, report)
            continue
        header = match.group(2)
        problem = check_own(room, header, owners) if match.group(1) == '"' else check_outside(room, header)
        if problem:
            report.add(path, number, f"#include {header}: {problem}")


def check_target(root, path, report):
    room = path.parts[1]
    rooms, libraries = ROOMS[room]
    for number, line in tree.lines(root, path):
        for name in re.findall(r"\b(\w+)_dep\b", line.split("#")[0]):
            if name in ROOMS and name != room and name not in rooms:
                report.add(path, number, f"{name}_dep: {room}/ may not use {name}/")
            if f"{name}_dep" in LIBRARY_DEPS and name not in libraries:
                report.add(path, number, f"{name}_dep: {room}/ may not use {name}")


def main():
    root = tree.parse_root(__doc__)
    report = tree.Report("includes", root)
    owners = rooms_of_headers(root)
    seen = set()
    for path in (tree.pathlib.Path("src") / path for path in tree.files(root / "src", ".c", ".h", ".build")):
        if len(path.parts) != 3:
            continue
        seen.add(path.parts[1])
        if path.parts[1] not in ROOMS:
            report.add(path, 0, "this room is not in the table")
        elif path.suffix == ".build":
            check_target(root, path, report)
        else:
            check_source(root, path, owners, report)
    if not seen:
        tree.fail("There is nothing to check")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
