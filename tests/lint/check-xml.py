# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every XML file is well-formed, and every template and icon below resources/ is compiled in."""

import sys
import xml.etree.ElementTree

import tree

LIST = "resources/tributary.gresource.xml"


def main():
    root = tree.parse_root(__doc__)
    report = tree.Report("xml", root)
    compiled = (root / LIST).read_text()
    for path in tree.files(root):
        name = path.as_posix()
        if not name.endswith((".ui", ".svg", ".xml", ".xml.in")):
            continue
        try:
            xml.etree.ElementTree.parse(root / path)
        except xml.etree.ElementTree.ParseError as error:
            report.add(path, error.position[0], f"not well-formed: {error}")
        if path.parts[0] == "resources" and name != LIST and f">{path.relative_to('resources').as_posix()}<" not in compiled:
            report.add(path, 0, "not in the list of resources")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
