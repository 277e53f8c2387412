# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What can be said of the text of a file alone: licence lines, white space, size, and words that must not
be there."""

import re
import sys

import tree

MAX_FILE = 450
MAX_FUNCTION = 60
MAX_CLASS_INIT = 90

SOURCE = (".c", ".h")
# (where, what, why); each one guards a promise.
WORDS = [
    (r"(src|tests|resources|data|build-aux)/.*", r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b", "unfinished work is an issue, not a comment"),
    (r"src/.*\.[ch]", r"soup_logger|SoupLogger", "SoupLogger prints the API key in clear"),
    (r"src/.*\.[ch]", r"\bgoto\b", "no goto"),
    (r"src/(?!sandbox/main\.c|app/main\.c|app/trib-app-play|ctl/|base/trib-log\.c).*\.c", r"\b(g_print|g_printerr|printf|puts) \(",
     "prints past the redacting log"),
    (r"src/.*\.c", r"TLS_CERTIFICATE_(?!FLAGS)\w*IGNORE|ssl-strict|accept-certificate", "no way round TLS"),
    (r"src/web/.*\.[ch]", r"evaluate_javascript|call_async_javascript|run_javascript|user_content_manager|user_script|script_message",
     "no script of ours runs in a platform's page"),
    (r"(src/(ui|app|web|model)/.*\.[ch]|resources/ui/.*\.ui)", r'#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b"|\brgba? ?\(',
     "a colour belongs into resources/css"),
    (r"src/.*\.c", r"\b_get_default \(void\)", "no singletons of our own"),
    (r"src/(?!\w+/main\.c).*\.c", r"\b(g_main_loop_run|g_main_context_iteration) \(", "no nested main loop"),
    (r"src/.*\.c", r"\b(g_usleep|usleep|sleep|nanosleep) \(", "sleeps"),
    (r"tests/.*\.(c|h|py)", r"\b(g_usleep|usleep|sleep|nanosleep) ?\(", "a test never sleeps"),
    (r"tests/.*\.[ch]", r"\b(g_test_skip|g_test_incomplete) \(", "a test is not skipped"),
    (r"src/(codat|link|store|sandbox)/.*\.c", r"g_object_class_install_propert.*(key|secret|password)",
     "a secret is no property"),
    (r"src/.*\.c", r'\b(_|N_|C_|NC_|ngettext) \(.*"\s*\w+_(FORMAT|MODIFIER)\b', "a sentence to translate ends at a macro"),
    (r".*", r"/wo" r"rk/", "a path of this machine"),
    (r".*", r"\bregistry\.[a-z]+\.|\bartifactory\b|\bnexus\b", "a registry host"),
]
WITHOUT_LICENCE_LINE = re.compile(r".*\.(md|png|txt|po|pot|json|build)$|LICENSE$|meson_options.txt$|po/(LINGUAS|POTFILES)$|\.(clang-format|editorconfig|gitignore)$|"
                                  r"(build-aux|\.ci|tests/support|flatpak)/.*|.*\.service\.in$")
NOT_CHECKED = re.compile(r"LICENSE$|tests/fuzz/corpus/.*|.*\.(png|po|patch)$")
SELF = re.compile(r"tests/lint/.*")
FUNCTION = re.compile(r"^(\w+) \(")


def check_ends(root, path, report):
    data = (root / path).read_bytes()
    if not data or b"\0" in data:
        return
    if not data.endswith(b"\n"):
        report.add(path, 0, "no newline at the end")
    if data.endswith(b"\n\n"):
        report.add(path, 0, "empty line at the end")


def check_words(path, text, report):
    name = path.as_posix()
    words = [(what, why) for where, what, why in WORDS if re.fullmatch(where, name)]
    for number, line in text:
        if line != line.rstrip():
            report.add(path, number, "space at the end of the line")
        if "\t" in line and path.suffix in SOURCE:
            report.add(path, number, "a tabulator")
        for what, why in words:
            if not SELF.fullmatch(name) and re.search(what, line):
                report.add(path, number, why)


def check_functions(path, text, report):
    """By the house style a function starts with its name in the first column and ends with a brace there."""
    name, start = None, 0
    for number, line in text:
        match = FUNCTION.match(line)
        if match:
            name, start = match.group(1), number
        elif line == "}" and name:
            length = number - start + 1
            if length > (MAX_CLASS_INIT if name.endswith("class_init") else MAX_FUNCTION):
                report.add(path, start, f"{name} () has {length} lines")
            name = None


def check_size(path, text, report):
    if path.parts[0] == "src" and path.suffix == ".c":
        if len(text) > MAX_FILE:
            report.add(path, 0, f"{len(text)} lines, more than {MAX_FILE}")
        check_functions(path, text, report)


def main():
    root = tree.parse_root(__doc__)
    report = tree.Report("style", root)
    for path in tree.files(root):
        name = path.as_posix()
        if NOT_CHECKED.fullmatch(name):
            continue
        text = tree.lines(root, path)
        if not WITHOUT_LICENCE_LINE.fullmatch(name) and not any("SPDX-License-Identifier: GPL-3.0-or-later" in line
                                                                for _, line in text[:8]):
            report.add(path, 0, "the SPDX lines are missing")
        check_ends(root, path, report)
        check_words(path, text, report)
        check_size(path, text, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
