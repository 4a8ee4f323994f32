"""A store with odd words in every kind of noun, and what its export has to hold.

Counts come from the tables of `claimgraph sql`; those of edges that stand in fields alone
from the JSON export, which the exports under test share no code with.
"""
import json
import os

from foreign import ROOT, claimgraph, export, make_store, path, sql

ARTICLE = '''# Walks, "rest" & <b>pain</b>: what 5 < 6 means

Walking for "back pain", <em>slowly</em> & daily, may reduce pain in adults, naïve or not – so it's said [1].
Walking reduces pain [2]. Studies have found that Größe, 痛み and 😀 reduce \\N \\"stress\\", see ]]> there.

Walking 30 minutes a day is proven to cure depression <script>alert("x")</script> in everyone, {{so}} 'they' say.

## References

1. Okri B. Walking & back pain: a "randomised" controlled trial. Steps. 2014;3(2):25-31. doi:10.5555/walk.1
2. Núñez A, O'Hara C. Rest, <i>pain</i>, and walking: a systematic review. Steps. 2016;5(1):1-9. doi:10.5555/walk.2
'''

RECORD = '''TY  - JOUR
TI  - Walking & back pain: a "randomised" controlled trial
AU  - Okri, B
PY  - 2014
JO  - Steps
DO  - 10.5555/walk.1
AB  - BACKGROUND: Pain is common. METHODS: We randomised 74 adults with low back pain to walking or usual care for 12 weeks. RESULTS: Walking reduced pain compared with usual care (SMD -0.45, 95% CI -0.80 to -0.10, p = 0.01). CONCLUSIONS: Walking may reduce pain.
ER  -
'''

WHY = 'read it; "twice", & so on: <ok>, \'yes\' and é'

# By the name of a kind of node: its table in SQL.
TABLES = {
    'document': 'documents', 'claim': 'claims', 'citation': 'citations', 'reference': 'refs',
    'work': 'works', 'study': 'study_keys', 'proposition': 'propositions',
    'evidence_line': 'evidence_lines', 'finding': 'findings', 'record': 'records',
    'result': 'study_results', 'decision': 'decisions',
}

FIELD_EDGES = {
    'by_citation': ('evidence_lines', 'citation'), 'by_ref': ('evidence_lines', 'reference'),
    'about_claim': ('findings', 'claim'), 'about_citation': ('findings', 'citations'),
    'about_ref': ('findings', 'references'), 'about_evidence_line': ('findings', 'evidence'),
}

# Of the one decision of the store, on a claim.
DECISION_EDGES = {'decides_in': 1, 'decides_claim': 1}


def write(name, text):
    with open(path(name), 'w', encoding='utf-8', newline='') as out:
        out.write(text)
    return path(name)


def make():
    """The store: the examples, an odd article, a record and a decision."""
    store = make_store(os.path.join(ROOT, 'examples'), write('odd, "name" & é.md', ARTICLE),
                       write('walk.ris', RECORD))
    claim = sql(store, "select min(id) as id from claims where text like '%back pain\"%'")[0]['id']
    claimgraph('decide', f'c{claim}', '--verdict', 'supported', '--who', 'B "Okri" & co',
               '--why', WHY, '--when', '2026-03-01T09:30:00Z', '--store', store)
    return store


def node_counts(store):
    """By kind; kinds without nodes are left out."""
    counts = {kind: sql(store, f'select count(*) as n from {table}')[0]['n']
              for kind, table in TABLES.items()}
    return {kind: count for kind, count in counts.items() if count}


def edge_counts(store):
    """By kind; kinds without edges are left out."""
    counts = {row['edge']: row['n']
              for row in sql(store, 'select edge, count(*) as n from edges group by edge')}
    with open(export(store, 'json'), encoding='utf-8') as text:
        graph = json.load(text)
    for kind, (nouns, field) in FIELD_EDGES.items():
        found = 0
        for noun in graph[nouns]:
            value = noun[field]
            found += len(set(value)) if isinstance(value, list) else value is not None
        if found:
            counts[kind] = found
    of_study = sum(1 for line in graph['evidence_lines'] if line['study'])
    if of_study:
        counts['of_study'] = of_study
    return {**counts, **DECISION_EDGES}


# Of some properties: the statement whose one number the sum of all of them has to be.
SUMS = {
    ('claim', 'span_begin'): 'select sum(span_begin) as n from claims',
    ('claim', 'confidence'): 'select sum(confidence) as n from claims',
    ('claim', 'negated'): 'select sum(negated) as n from claims',
    ('work', 'year'): 'select sum(year) as n from works',
    ('evidence_line', 'certainty_level'):
        'select sum(certainty) as n from evidence_lines where certainty > 0',
    ('result', 'value'): 'select sum(value) as n from study_results',
    ('record', 'n'): 'select sum(people) as n from records',
}


def texts(store):
    """By id: the words of each claim."""
    return {f"c{row['id']}": row['text'] for row in sql(store, 'select id, text from claims')}


def check_sums(store, values):
    """`values(kind, property)` are those that the export has, of any node."""
    for (kind, name), statement in SUMS.items():
        expected = sql(store, statement)[0]['n'] or 0
        got = sum(values(kind, name))
        if abs(got - expected) > 1e-9 * max(1, abs(expected)):
            raise AssertionError(f'sum of {kind}.{name}: {got}, expected {expected}')
