#!/usr/bin/python3
# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closing line of a test run counts what broke off, what admits a failure, and what never ran."""

import json
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
CASE = '<testcase name="a"/>'
BAD = '<testcase name="b"><failure/></testcase>'
IDLE = '<testcase name="c"><skipped/></testcase>'


def close(results, cases):
    with tempfile.TemporaryDirectory() as logs:
        folder = pathlib.Path(logs)
        if results is not None:
            lines = ''.join(json.dumps({'name': 'x', 'result': result}) + '\n' for result in results)
            (folder / 'testlog.json').write_text(lines)
            (folder / 'testlog.junit.xml').write_text(f'<testsuites><testsuite>{cases}</testsuite></testsuites>')
        run = subprocess.run([sys.executable, TOP / 'build-aux/count-tests.py', logs],
                             capture_output=True, text=True, check=False)
        return run.stdout.strip(), run.returncode


assert close(['OK'], CASE + IDLE) == ('1 passed, 0 failed, 1 skipped', 0)
assert close(['FAIL'], CASE + BAD) == ('1 passed, 1 failed, 0 skipped', 1)
assert close(['OK', 'ERROR'], CASE) == ('1 passed, 1 failed, 0 skipped', 1)
assert close(['OK', 'TIMEOUT'], CASE) == ('1 passed, 1 failed, 0 skipped', 1)
assert close([], '') == ('0 passed, 0 failed, 0 skipped', 1)
assert close(None, '') == ('0 passed, 1 failed, 0 skipped', 1)
