"""SARIF: against the store that it was made from, the files that it points into, and, where
they are installed (sarif_viewer/README.md), the published schema, the SARIF SDK's validator
and Microsoft's viewer.
"""
import collections
import html
import json
import os
import re
import shutil
import sys

import foreign
from foreign import claimgraph, equal, export, make_store, path, run, skip, sql

VIEWER = os.environ.get('CLAIMGRAPH_SARIF_VIEWER', os.path.join(foreign.ROOT, 'build', 'sarif_viewer'))
PACKAGES = os.path.join(VIEWER, 'node_modules')
LEVELS = {'error': 'error', 'warning': 'warning', 'info': 'note'}

ODD = '''# Tea <script>alert("1")</script> & «sleep»

Tée {0} cures [colds](1) & "insomnia". Green tea "proves" <b>effective</b> against anxiety (O’Brien, 2017).
Studies show that tea prevents migraine.

## References

O’Brien, L. (2017). Green tea & anxiety in adults: a cohort study. Journal of Tea, 4(2), 10-19.
'''


def results(log):
    return log['runs'][0]['results']


def rules(log):
    return collections.Counter(r['ruleId'] for r in results(log))


def offset(text, line, column):
    """Where a place is, in code points of a text with LF line ends."""
    lines = text.split('\n')
    return sum(len(before) + 1 for before in lines[:line - 1]) + column - 1


def check_places(log, folder):
    """Lines and bytes of every place lead to its snippet."""
    places = 0
    for result in results(log):
        for location in result['locations'] + result.get('relatedLocations', []):
            physical = location['physicalLocation']
            region = physical['region']
            name = re.sub('%([0-9A-F]{2})', lambda m: chr(int(m[1], 16)), physical['artifactLocation']['uri'])
            with open(os.path.join(folder, name), 'rb') as file:
                data = file.read()
            words = region['snippet']['text']
            begin = region['byteOffset']
            equal(data[begin:begin + region['byteLength']].decode(), words, 'the bytes of a place')
            text = data.decode()
            equal(text[offset(text, region['startLine'], region['startColumn']):
                       offset(text, region['endLine'], region['endColumn'])], words, 'the lines of a place')
            places += 1
    return places


def check_store():
    """Every finding of the store is a result, with its rule and level."""
    store = make_store()
    with open(export(store, 'sarif')) as file:
        log = json.load(file)
    with open(export(store, 'sarif')) as file:
        equal(json.load(file), log, 'a second export')
    found = sql(store, 'SELECT rule, severity, count(*) AS n FROM findings GROUP BY 1, 2')
    equal(collections.Counter((r['ruleId'], r['level']) for r in results(log)),
          collections.Counter({(f['rule'], LEVELS[f['severity']]): f['n'] for f in found}), 'findings')
    some = sql(store, "SELECT count(*) AS n FROM findings WHERE claim IN "
                      "(SELECT id FROM claims WHERE verdict = 'unsupported')")
    assert some[0]['n'] > 0, 'no finding about an unsupported claim'
    with open(export(store, 'sarif', '--where', "verdict = 'unsupported'")) as file:
        part = json.load(file)
    assert some[0]['n'] <= len(results(part)) < len(results(log)), 'a part of the store'
    return log


def check_draft():
    """A check of an odd draft and of examples."""
    with open(path('my draft.md'), 'w') as file:
        file.write(ODD)
    for name in ('draft.md', 'draft.bib', 'page.html'):
        shutil.copy(os.path.join(foreign.ROOT, 'examples', name), path(name))
    os.chdir(foreign.FOLDER.name)
    drafts = ('my draft.md', 'draft.md', 'page.html')
    log = json.loads(claimgraph('check', *drafts, '--format', 'sarif', codes=(0, 1)))
    told = json.loads(claimgraph('check', *drafts, '--format', 'json', codes=(0, 1)))
    equal(dict(rules(log)), told['summary']['by_rule'], 'findings of a check')
    assert check_places(log, foreign.FOLDER.name) >= len(results(log))
    for result in results(log):
        assert not re.search(r'\]\(', result['message']['text']), result['message']['text']
    prints = [json.dumps(r['partialFingerprints']) + r['locations'][0]['physicalLocation']['artifactLocation']['uri']
              for r in results(log)]
    equal(len(set(prints)), len(prints), 'fingerprints of a file')
    check_baseline(log)
    return log


def check_baseline(log):
    """A text that moves down keeps its fingerprints."""
    with open('my draft.md', 'w') as file:
        file.write('A new paragraph.\n\n' + ODD)
    again = json.loads(claimgraph('check', 'my draft.md', '--format', 'sarif', codes=(0, 1)))

    def of(one):
        return [r['partialFingerprints'] for r in results(one)
                if r['locations'][0]['physicalLocation']['artifactLocation']['uri'] == 'my%20draft.md']

    equal(of(again), of(log), 'fingerprints of a text that moved')
    with open('my draft.md', 'w') as file:
        file.write(ODD)


def check_schema(logs):
    jsonschema = foreign.need_module('jsonschema', 'python3-jsonschema')
    folder = os.path.join(PACKAGES, '@microsoft', 'jest-sarif', 'lib', 'schemas')
    with open(os.path.join(folder, 'sarif-2.1.0-rtm.5.json')) as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)(schema)
    for log in logs:
        faults = [f'{list(e.absolute_path)}: {e.message[:200]}' for e in validator.iter_errors(log)]
        equal(faults, [], 'faults by the schema')


def check_validator(logs):
    """The SDK's own rules: no error, and no warning but that there is no page about the tool."""
    tool = os.path.join(PACKAGES, '@microsoft', 'sarif-multitool-linux', 'Sarif.Multitool')
    os.chmod(tool, 0o755)
    for i, log in enumerate(logs):
        name = path(f'log{i}.sarif')
        with open(name, 'w') as file:
            json.dump(log, file)
        said = run([tool, 'validate', name, '--output', path(f'said{i}.sarif')], codes=(0, 1),
                   env=dict(os.environ, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT='1'))
        faults = [line for line in said.splitlines()
                  if re.search(r': (error|warning) ', line) and 'informationUri' not in line]
        equal(faults, [], 'faults by the SDK')
        assert 'Analysis completed successfully' in said, said


def check_viewer(log):
    """The viewer groups results by rule; it shows each rule with its number."""
    chromium = foreign.need_program('chromium', 'chromium')
    page = os.path.join(foreign.ROOT, 'tests', 'foreign', 'sarif_viewer', 'page.jsx')
    run([os.path.join(PACKAGES, '.bin', 'esbuild'), page, '--bundle', '--outfile=' + path('page.js'),
         '--log-level=error', '--define:process.env.NODE_ENV="production"'],
        env=dict(os.environ, NODE_PATH=PACKAGES))
    with open(path('log.js'), 'w') as file:
        file.write('window.sarifLog = ' + json.dumps(log))
    with open(path('page.html'), 'w') as file:
        file.write('<!doctype html><meta charset="utf-8"><div id="viewer" style="height:9000px"></div>'
                   '<script src="log.js"></script><script src="page.js"></script>')
    shown = run([chromium, '--headless', '--no-sandbox', '--disable-gpu', '--window-size=1200,9000',
                 '--virtual-time-budget=20000', '--dump-dom', 'file://' + path('page.html')])
    shown = re.sub(r'<(script|style)\b.*?</\1>', '', shown, flags=re.S)
    assert '<b>effective</b>' not in shown, 'markup of a draft became markup of the page'
    rows = re.findall(r'class="swcRowRule">([a-z-]+)<div class="bolt-pill.*?>(\d+)</div>', shown)
    equal({rule: int(n) for rule, n in rows}, dict(rules(log)), 'results that the viewer shows')
    words = html.unescape(re.sub(r'<[^>]+>', ' ', shown))
    assert f' {len(results(log))} ' in words, 'the number of results'
    assert 'has no citation; readers have nowhere to look' in words


def main():
    logs = [check_store(), check_draft()]
    if not os.path.isdir(PACKAGES):
        skip(f'no schema, validator and viewer in {VIEWER}; the rest was well '
             '(tests/foreign/sarif_viewer/README.md)')
    check_schema(logs)
    check_validator(logs)
    check_viewer(logs[1])
    print(f'{[len(results(log)) for log in logs]} results: as in the store, valid by schema and SDK, '
          'shown by the viewer')


if __name__ == '__main__':
    sys.exit(main())
