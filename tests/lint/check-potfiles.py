# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every file with a sentence for people is in po/POTFILES, in order, and only rooms that may speak to
people have one. With --write the list is brought up to date."""

import re
import sys

import tree

MARKED = re.compile(r'\b(_|N_|C_|NC_|Q_|ngettext|dngettext|gettext|dgettext) \(\s*"|\bngettext \(')
TRANSLATABLE = re.compile(r'translatable="(yes|true|1)"')
SPEAKING = re.compile(r"(src/(ui|app|ctl|model)/.*|src/base/trib-problem\.c)")
PLACE = "po/POTFILES"
HEAD = "# Every file with a sentence for people, in order: tests/lint/check-potfiles.py --write\n"


def speaks(root, path):
    text = "\n".join(line for _, line in tree.lines(root, path))
    if path.suffix == ".ui":
        return bool(TRANSLATABLE.search(text))
    return bool(MARKED.search(text))


def wanted_files(root, report):
    wanted = set()
    for path in tree.files(root, ".c", ".ui"):
        name = path.as_posix()
        if path.parts[0] not in ("src", "resources") or not speaks(root, path):
            continue
        if path.suffix == ".c" and not SPEAKING.fullmatch(name):
            report.add(path, 0, "this room speaks to people, and may not")
        wanted.add(name)
    for path in tree.files(root):
        if re.fullmatch(r"data/.*\.(desktop|metainfo\.xml)\.in", path.as_posix()):
            wanted.add(path.as_posix())
    return wanted


def main():
    parser = tree.make_parser(__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    root = options.root.resolve()
    report = tree.Report("potfiles", root)
    if options.write:
        wanted = wanted_files(root, tree.Report("potfiles", root))
        (root / PLACE).write_text(HEAD + "".join(f"{name}\n" for name in sorted(wanted)))
    listed = [line for line in (root / PLACE).read_text().splitlines() if line and not line.startswith("#")]
    wanted = wanted_files(root, report)
    for name in sorted(wanted - set(listed)):
        report.add(name, 0, f"is not in {PLACE}")
    for name in sorted(set(listed) - wanted):
        report.add(name, 0, f"is in {PLACE} but has nothing to translate")
    if listed != sorted(set(listed)):
        report.add(PLACE, 0, "is not in order")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
