#!/usr/bin/python3
# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints «N passed, N failed, N skipped», counted from Meson's JUnit reports; fails when one failed or none ran."""

import sys
import xml.etree.ElementTree as tree


def count(path):
    passed = failed = skipped = 0
    try:
        suites = list(tree.parse(path).getroot().iter('testsuite'))
    except (OSError, tree.ParseError) as error:
        print(f'{path}: no report: {error}', file=sys.stderr)
        return 0, 1, 0
    for suite in suites:
        cases = list(suite.iter('testcase'))
        bad = sum(1 for case in cases if case.find('failure') is not None or case.find('error') is not None)
        idle = sum(1 for case in cases if case.find('skipped') is not None)
        # A program that broke off before or after its cases fails as a whole.
        broken = int(suite.get('errors', 0)) + int(suite.get('failures', 0))
        failed += max(bad, broken)
        skipped += idle
        passed += len(cases) - bad - idle
    return passed, failed, skipped


def main():
    totals = [sum(column) for column in zip(*(count(path) for path in sys.argv[1:]))]
    passed, failed, skipped = totals or (0, 0, 0)
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
