# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Plants what each check must find in a tree of its own, and what it must not find: a check that is
always content would be worse than none."""

import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SPDX = "/* SPDX-FileCopyrightText: The Tributary authors\n * SPDX-License-Identifier: GPL-3.0-or-later\n */\n\n"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n'
LONG = SPDX + "int a;\n" * 451
LONG_FUNCTION = SPDX + "static void\nlong_one (void)\n{\n" + "  a ();\n" * 61 + "}\n"

# (check, file, contents, what it must say; None: nothing)
ROWS = [
    ("includes", "src/base/a.c", "#include <glib.h>\n#include <string.h>\n", None),
    ("includes", "src/base/a.c", '#include "codat-client.h"\n', "a.c:1: #include codat-client.h: base/ may not use codat/"),
    ("includes", "src/base/a.c", "\n#include <libsoup/soup.h>\n", "a.c:2: #include libsoup/soup.h: base/ may not use soup"),
    ("includes", "src/sandbox/a.c", '#include "codat-company.h"\n', "sandbox/ may not use codat/"),
    ("includes", "src/store/a.c", '#include "codat-company.h"\n#include <sqlite3.h>\n', None),
    ("includes", "src/store/a.c", '#include "codat-client.h"\n', "but for its value types"),
    ("includes", "src/store/a.c", "#  include  <json-glib/json-glib.h>\n", "may not use json"),
    ("includes", "src/model/a.c", "#include <gtk/gtk.h>\n", "may not use gtk"),
    ("includes", "src/ui/a.c", "#include <adwaita.h>\n", None),
    ("includes", "src/ui/a.c", "#include <webkit/webkit.h>\n", "may not use webkit"),
    ("includes", "src/ui/a.c", '#include "codat-client.h"\n', "ui/ may not use codat/"),
    ("includes", "src/ui/a.c", "  codat_client_get_quota (client);\n", "codat_client_get_quota (): ui/ may not use codat/"),
    ("includes", "src/model/a.c", "  codat_client_get_quota (client);\n", None),
    ("includes", "src/app/a.c", "#include <webkit/webkit.h>\n", "may not use webkit"),
    ("includes", "src/link/a.c", "#include <curl/curl.h>\n", "unknown outside header"),
    ("includes", "src/attic/a.c", "int a;\n", "not in the table"),
    ("includes", "src/web/meson.build", "dependencies: [base_dep, codat_dep]\n", "web/ may not use codat/"),
    ("includes", "src/link/meson.build", "dependencies: [base_dep, soup_dep]\n", "link/ may not use soup"),
    ("style", "src/base/a.c", SPDX + "int a;\n", None),
    ("style", "src/base/a.c", "int a;\n", "SPDX"),
    ("style", "src/base/a.c", SPDX + "int a; \n", "a.c:5: space at the end of the line"),
    ("style", "src/base/a.c", SPDX + "int a;\n\n", "empty line at the end"),
    ("style", "src/base/a.c", SPDX + "int a;", "no newline at the end"),
    ("style", "src/base/a.c", SPDX + "/* TO" + "DO later */\n", "unfinished"),
    ("style", "src/base/a.c", LONG, "lines, more than 450"),
    ("style", "src/base/a.c", LONG_FUNCTION, "long_one () has"),
    ("style", "src/codat/a.c", SPDX + "  soup_logger_new (SOUP_LOGGER_LOG_BODY);\n", "prints the API key"),
    ("style", "src/web/a.c", SPDX + "  webkit_web_view_evaluate_javascript (view);\n", "no script of ours"),
    ("style", "src/ui/a.c", SPDX + 'static const char *css = "#ff0000";\n', "colour"),
    ("style", "resources/ui/a.ui", XML + '<a b="rgb(1,2,3)"/>\n', "colour"),
    ("style", "src/ui/a.c", SPDX + '  _ ("%" G_GINT64_FORMAT " left");\n', "ends at a macro"),
    ("style", "src/ui/a.c", SPDX + "  g_print (\"x\");\n", "prints"),
    ("style", "tests/base/a.c", SPDX + "  g_usleep (5);\n", "sleeps"),
    ("style", "tests/base/a.c", SPDX + "  g_test_skip (\"x\");\n", "skip"),
    ("style", "tests/base/a.c", SPDX + "  /* /wo" + "rk/main */\n", "this machine"),
    ("style", "src/base/a.c", SPDX + "  g_object_unref (a);\n  goto end;\n", "goto"),
    ("xml", "resources/ui/a.ui", XML + "<interface><object></interface>\n", "not well-formed"),
    ("xml", "resources/ui/a.ui", XML + "<interface/>\n", "not in the list of resources"),
    ("potfiles", "src/ui/a.c", SPDX + '  _ ("Hello");\n', "is not in po/POTFILES"),
    ("potfiles", "src/codat/a.c", SPDX + '  _ ("Hello");\n', "speaks to people"),
    ("docs", "src/codat/a.h", "void codat_a (int a);\n", "codat_a () has no docstring"),
    ("docs", "src/codat/a.h", "char *codat_a (void) G_GNUC_MALLOC;\n/**\n * codat_a:\n *\n * Returns: it\n */\n", "who owns"),
    ("docs", "src/codat/a.h", "void\ncodat_a_async (int a);\n/**\n * codat_a_async:\n *\n * Errors: none.\n */\n", "operation"),
    ("docs", "src/codat/a.h", "void codat_a_async (void);\n/**\n * codat_a_async:\n *\n * Operation: x-y. Errors: no.\n */\n",
     "knows no operation x-y"),
    ("docs", "src/codat/a.h", "/* Private to the room */\nvoid codat_a (int a);\n", None),
    ("shell", "build-aux/run", "#!/bin/bash\nif true; then\n", "syntax"),
    ("shell", "build-aux/run", "#!/bin/bash\nif true; then echo; fi\n", None),
]
SETTING = {
    "src/base/trib-text.h": SPDX.strip() + "\n", "src/codat/codat-client.h": SPDX.strip() + "\n",
    "src/codat/codat-company.h": SPDX.strip() + "\n",
    "po/POTFILES": "", "resources/tributary.gresource.xml": XML + "<gresources/>\n",
}


def run_row(check, name, contents, expected):
    with tempfile.TemporaryDirectory() as folder:
        for place, text in {**SETTING, name: contents}.items():
            path = pathlib.Path(folder) / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        result = subprocess.run([sys.executable, HERE / f"check-{check}.py", "--root", folder],
                                capture_output=True, text=True, check=False)
    output = result.stdout + result.stderr
    if expected is None:
        return result.returncode == 0, output
    return result.returncode == 1 and expected in output, output


def main():
    bad = 0
    print(f"1..{len(ROWS)}")
    for number, row in enumerate(ROWS, 1):
        good, output = run_row(*row)
        print(f"{'ok' if good else 'not ok'} {number} {row[0]}: {row[1]}: {row[3] or 'nothing to find'}")
        if not good:
            bad += 1
            print("".join(f"# {line}\n" for line in output.splitlines()), end="")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
