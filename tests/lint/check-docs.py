# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every public function of codat/ says what it does: who owns what comes back, which errors there are, and
which operation of the contract it is."""

import re
import sys

import tree

PRIVATE = "Private to the room"
FUNCTION = re.compile(r"([\w \t*]*[ \t*\n])(codat_\w+)\s*\(([^;{}]*)\)\s*(?:G_GNUC_\w+\s*)*;")
PLAIN = re.compile(r"_(get_type|quark)$")


def check_function(path, kind, name, docs, operations, report):
    words = docs.get(name)
    if words is None:
        report.add(path, 0, f"{name} () has no docstring")
        return
    if kind != "void" and "Returns:" not in words:
        report.add(path, 0, f"{name} () does not say what it returns")
    if kind.endswith("*") and "(transfer" not in words:
        report.add(path, 0, f"{name} () does not say who owns what it returns")
    if not name.endswith("_async"):
        return
    if "rror" not in words:
        report.add(path, 0, f"{name} () does not name its errors")
    if not re.search(r"\b[Oo]peration\b", words):
        report.add(path, 0, f"{name} () does not name its operation")
    for operation in re.findall(r"\bOperation: *([\w-]+)", words):
        if operation not in operations:
            report.add(path, 0, f"{name} (): the client knows no operation {operation}")


def main():
    root = tree.parse_root(__doc__)
    report = tree.Report("docs", root)
    paths = [path for path in tree.files(root, ".c", ".h") if path.parts[:2] == ("src", "codat")]
    texts = {path: (root / path).read_text() for path in paths}
    docs = {}
    for text in texts.values():
        for name, words in re.findall(r"/\*\*\n \* (\w+):\n(.*?)\*/", text, flags=re.S):
            docs[name] = re.sub(r"\n \*", "", words)
    table = "".join(text for path, text in texts.items() if path.name == "codat-operation.c")
    operations = set(re.findall(r'\[CODAT_OP_\w+\] =\s*\{\s*"([\w-]+)"', table))
    for path, text in texts.items():
        if path.suffix != ".h" or "private" in path.name or PRIVATE in text:
            continue
        for kind, name, _ in FUNCTION.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.S)):
            if not PLAIN.search(name):
                check_function(path, " ".join(kind.split()), name, docs, operations, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
