// SPDX-FileCopyrightText: The Tributary authors
// SPDX-License-Identifier: GPL-3.0-or-later

// list-companies.mjs FOLDER BASE_URL: what `tributaryctl companies list --format jsonl` does, with
// the official SDK, which is installed in FOLDER.
import { createRequire } from "node:module";
import { writeSync } from "node:fs";

const [folder, serverURL] = process.argv.slice(2);
const { CodatPlatform } = createRequire(`${folder}/`)("@codat/platform");
const client = new CodatPlatform({ authHeader: "Basic YmVuY2g=", serverURL });

function print(text) {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; )
    written += writeSync(1, bytes, written);
}

for (let page = 1, more = true; more; page++) {
  const answer = await client.companies.list({ page, pageSize: 5000 });
  print(answer.results.map((company) => JSON.stringify(company) + "\n").join(""));
  more = answer.links?.next !== undefined;
}
