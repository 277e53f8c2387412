#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tributary authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""trim-contract.py OPENAPI >codat-platform.json: keeps of Codat's published OpenAPI document the
operations that the client speaks and what they refer to, without prose."""
import json
import sys
import urllib.parse

OPERATIONS = {
    'list-companies', 'create-company', 'get-company', 'delete-company', 'replace-company',
    'update-company', 'list-connections', 'create-connection', 'get-connection',
    'delete-connection', 'unlink-connection', 'get-company-access-token',
    'get-company-syncSettings', 'refresh-company-data', 'refresh-data-type',
    'get-company-data-status', 'list-pull-operations', 'get-pull-operation',
    'list-webhook-consumers', 'create-webhook-consumer', 'delete-webhook-consumer',
    'list-integrations', 'get-integration', 'get-integrations-branding', 'get-profile',
    'list-api-keys', 'create-api-key', 'delete-api-key', 'get-read-validation-results',
}
PROSE = {'description', 'summary', 'externalDocs', 'tags', 'title'}


def references(node):
    """Yields every local reference below node."""
    if isinstance(node, dict):
        if isinstance(node.get('$ref'), str):
            yield node['$ref']
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from references(child)


def inlined(node, source):
    """Puts what a reference into the paths means in its place, since paths are what is trimmed."""
    if isinstance(node, list):
        return [inlined(child, source) for child in node]
    if not isinstance(node, dict):
        return node
    if str(node.get('$ref', '')).startswith('#/paths/'):
        target = source
        for step in urllib.parse.unquote(node['$ref'][2:]).split('/'):
            step = step.replace('~1', '/').replace('~0', '~')
            target = target[int(step) if isinstance(target, list) else step]
        return inlined(target, source)
    return {key: inlined(value, source) for key, value in node.items()}


def without_prose(node, named=False):
    """Drops texts and vendor extensions; below «properties» and «examples» a key is a name, not a keyword."""
    if isinstance(node, list):
        return [without_prose(child) for child in node]
    if not isinstance(node, dict):
        return node
    return {key: without_prose(value, key in ('properties', 'examples', 'schemas', 'value'))
            for key, value in node.items()
            if named or not (key.startswith('x-') or key in PROSE and isinstance(value, (str, list)) or key == 'externalDocs')}


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        source = json.load(file)
    source = inlined(source, source)
    paths = {}
    for path, item in source['paths'].items():
        kept = {key: value for key, value in item.items()
                if not isinstance(value, dict) or value.get('operationId') in OPERATIONS}
        if any(isinstance(value, dict) for value in kept.values()):
            paths[path] = kept
    components, waiting = {}, list(references(paths))
    while waiting:
        _, _, kind, name = waiting.pop().split('/')[:4]
        if name not in components.setdefault(kind, {}):
            components[kind][name] = source['components'][kind][name]
            waiting += references(components[kind][name])
    components['securitySchemes'] = source['components'].get('securitySchemes', {})
    trimmed = {'openapi': source['openapi'],
               'info': {'title': source['info']['title'], 'version': source['info']['version']},
               'servers': [{'url': server['url']} for server in source['servers']],
               'security': source.get('security', []),
               'paths': without_prose(paths, True),
               'components': without_prose(components, True)}
    for path in trimmed['paths'].values():
        for operation in path.values():
            responses = operation['responses'] if isinstance(operation, dict) else {}
            for status, response in responses.items():
                if status == '204':  # RFC 9110, section 15.3.5: there is no body to describe.
                    response.clear()
                response.setdefault('description', '')
    for response in trimmed['components'].get('responses', {}).values():
        response.setdefault('description', '')
    json.dump(trimmed, sys.stdout, indent=1, ensure_ascii=False)
    print()


main()
