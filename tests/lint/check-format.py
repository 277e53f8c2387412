# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""All C is formatted by the one style file."""

import subprocess
import sys

import tree


def main():
    root = tree.parse_root(__doc__)
    sources = [root / path for path in tree.files(root, ".c", ".h")]
    if not sources:
        tree.fail("There is nothing to check")
    return subprocess.run(["clang-format", "--dry-run", "-Werror", *sources], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
