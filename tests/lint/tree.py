# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the checks share: the files of the tree, the exceptions, and the way to report."""

import argparse
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
EXCEPTIONS = pathlib.Path(__file__).resolve().parent / "exceptions.txt"


class Report:
    """Findings of one check; a finding for a listed exception is not counted."""

    def __init__(self, check, root):
        self.check = check
        self.findings = []
        self.allowed = read_exceptions(check) if root == TOP else set()
        self.used = set()

    def add(self, path, line, text):
        for exception in self.allowed:
            if exception[0] == str(path) and exception[1] in text:
                self.used.add(exception)
                return
        where = f"{path}:{line}" if line else str(path)
        self.findings.append(f"{where}: {text}")

    def finish(self):
        for path, word in sorted(self.allowed - self.used):
            self.findings.append(f"{path}: no longer an exception for “{word}”: remove it from the list")
        for finding in self.findings:
            print(finding)
        print(f"{self.check}: {len(self.findings)} found, {len(self.used)} excepted")
        return 1 if self.findings else 0


def read_exceptions(check):
    allowed = set()
    for line in EXCEPTIONS.read_text().splitlines():
        words = line.split("#")[0].split()
        if words and words[0] == check:
            allowed.add((words[1], words[2]))
    return allowed


def make_parser(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--root", type=pathlib.Path, default=TOP, help="another tree than this one")
    return parser


def parse_root(description):
    return make_parser(description).parse_args().root.resolve()


def files(root, *suffixes):
    """Every file of the project below root, in order, as relative paths; git knows which, where there is git."""
    listing = subprocess.run(
        ["git", "-c", f"safe.directory={root}", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, text=True, check=False)
    if listing.returncode == 0 and (root / ".git").exists():
        paths = [pathlib.Path(line) for line in listing.stdout.splitlines()]
    else:
        paths = [path.relative_to(root) for path in root.rglob("*")
                 if not any(part == ".git" or part.startswith("build-") and part != "build-aux" or part == "build"
                            for part in path.relative_to(root).parts)]
    return sorted(path for path in set(paths)
                  if (root / path).is_file() and (not suffixes or path.suffix in suffixes))


def lines(root, path):
    """Numbered lines of a text file; nothing for a binary one."""
    data = (root / path).read_bytes()
    if b"\0" in data:
        return []
    return list(enumerate(data.decode("utf-8", "replace").splitlines(), 1))


def fail(text):
    print(text, file=sys.stderr)
    sys.exit(1)
