#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""extract-examples.py OPENAPI CONTRACT >examples.json: takes every example of a whole body out of
Codat's published OpenAPI document, for the operations of CONTRACT, one a line.

Each has the operation, or the component that more than one operation uses, the status («request» for
what is sent, «schema» for a component), the media type, the name of the example and its body."""
import json
import sys
import urllib.parse


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        source = json.load(file)
    with open(sys.argv[2], encoding='utf-8') as file:
        contract = json.load(file)
    wanted = {operation['operationId'] for path in contract['paths'].values()
              for operation in path.values() if isinstance(operation, dict)}
    rows = []

    def resolve(node):
        while isinstance(node, dict) and '$ref' in node:
            target = source
            for step in urllib.parse.unquote(node['$ref'][2:]).split('/'):
                step = step.replace('~1', '/').replace('~0', '~')
                target = target[int(step) if isinstance(target, list) else step]
            node = target
        return node

    def add(owner, status, kind, holder):
        for name, example in holder.get('examples', {}).items():
            rows.append((owner, status, kind, name, resolve(example)['value']))
        if 'example' in holder:
            rows.append((owner, status, kind, 'example', holder['example']))

    for path in source['paths'].values():
        for operation in path.values():
            if not isinstance(operation, dict) or operation.get('operationId') not in wanted:
                continue
            name = operation['operationId']
            for kind, holder in resolve(operation.get('requestBody', {})).get('content', {}).items():
                add(name, 'request', kind, holder)
            for status, response in operation['responses'].items():
                if '$ref' not in response or not response['$ref'].startswith('#/components/responses/'):
                    for kind, holder in resolve(response).get('content', {}).items():
                        add(name, status, kind, holder)
    for name in contract['components']['responses']:
        for kind, holder in source['components']['responses'][name].get('content', {}).items():
            add(name, 'error', kind, holder)
    for name in contract['components']['schemas']:
        schema = source['components']['schemas'][name]
        for i, body in enumerate(schema.get('examples', []) + ([schema['example']] if 'example' in schema else [])):
            rows.append((name, 'schema', 'application/json', str(i), body))
    lines = [json.dumps(dict(zip(('of', 'status', 'type', 'name', 'body'), row)), ensure_ascii=False,
                        separators=(',', ':')) for row in rows]
    print('[\n' + ',\n'.join(lines) + '\n]')


main()
