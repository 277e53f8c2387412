# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every shell script has a sound syntax."""

import subprocess
import sys

import tree


def is_shell(root, path):
    with open(root / path, "rb") as script:
        first = script.readline()
    return first.startswith(b"#!") and (b"bash" in first or first.rstrip().endswith(b"/sh"))


def main():
    root = tree.parse_root(__doc__)
    report = tree.Report("shell", root)
    for path in tree.files(root):
        if not is_shell(root, path):
            continue
        result = subprocess.run(["bash", "-n", root / path], capture_output=True, text=True, check=False)
        if result.returncode != 0:
            report.add(path, 0, "syntax: " + result.stderr.strip())
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
