# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""GTK itself reads every template, without the types that only the program has; every template says
where its translations are."""

import subprocess
import sys
import xml.etree.ElementTree

import tree


def is_template(path):
    """The tool of GTK 4.8 cannot make the types of a template of ours."""
    text = xml.etree.ElementTree.parse(path).getroot()
    own = ("Trib", "Adw", "WebKit")
    return text.find("template") is not None or any(
        element.get("class", "").startswith(own) for element in text.iter("object"))


def main():
    root = tree.parse_root(__doc__)
    report = tree.Report("ui", root)
    checked = 0
    for path in tree.files(root, ".ui"):
        if xml.etree.ElementTree.parse(root / path).getroot().get("domain") != "tributary":
            report.add(path, 0, "the interface has no domain=\"tributary\"")
        if is_template(root / path):
            continue
        checked += 1
        result = subprocess.run(["gtk4-builder-tool", "validate", root / path], capture_output=True, text=True, check=False)
        if result.returncode != 0:
            report.add(path, 0, result.stderr.strip() or result.stdout.strip())
    print(f"{checked} files read by GTK; the templates are read when their own tests make them")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
