#!/usr/bin/python3
# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints «N passed, N failed, N skipped», counted from Meson's JUnit reports; fails when one failed or none ran."""

import json
import sys
import xml.etree.ElementTree as tree

GOOD = ('OK', 'EXPECTEDFAIL', 'SKIP')


def count_cases(path):
    """What the programs say of their cases: passed, failed, skipped, and how many programs admit a failure."""
    passed = failed = skipped = admitted = 0
    for suite in tree.parse(path).getroot().iter('testsuite'):
        cases = list(suite.iter('testcase'))
        bad = sum(1 for case in cases if case.find('failure') is not None or case.find('error') is not None)
        idle = sum(1 for case in cases if case.find('skipped') is not None)
        bad = max(bad, int(suite.get('errors', 0)) + int(suite.get('failures', 0)))
        failed += bad
        skipped += idle
        passed += max(len(cases) - bad - idle, 0)
        admitted += bad > 0
    return passed, failed, skipped, admitted


def count(logs):
    """Meson's report by program knows of one that broke off in the middle; its report by case does not."""
    try:
        passed, failed, skipped, admitted = count_cases(f'{logs}/testlog.junit.xml')
        with open(f'{logs}/testlog.json', encoding='utf-8') as report:
            broken = sum(1 for line in report if json.loads(line)['result'] not in GOOD)
    except (OSError, ValueError, tree.ParseError) as error:
        print(f'{logs}: no report: {error}', file=sys.stderr)
        return 0, 1, 0
    return passed, failed + max(broken - admitted, 0), skipped


def main():
    totals = [sum(column) for column in zip(*(count(logs) for logs in sys.argv[1:]))]
    passed, failed, skipped = totals or (0, 0, 0)
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
