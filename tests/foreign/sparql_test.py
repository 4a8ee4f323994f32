"""The SPARQL queries of docs/exports.md, asked of the Turtle export with rdflib."""
import json
import os
import re

from foreign import ROOT, claimgraph, equal, export, make_store, need_module, sql

rdflib = need_module('rdflib', 'python3-rdflib')


def queries():
    with open(os.path.join(ROOT, 'docs', 'exports.md'), encoding='utf-8') as file:
        return re.findall('```sparql\n(.*?)```', file.read(), re.S)


def ids(graph, query):
    """The numbers of the claims that a query answers, ascending."""
    return sorted(int(re.fullmatch(r'urn:x-claimgraph:c(\d+)', str(row.claim))[1])
                  for row in graph.query(query))


def main():
    by_finding, by_links, by_evidence = queries()
    store = make_store()
    graph = rdflib.Graph().parse(export(store, 'turtle'), format='turtle')

    answers = json.loads(claimgraph('query', 'uncited-claim', '--store', store, '--format', 'json',
                                    codes=(0, 1)))['answers']
    asked = sorted(int(answer['claim']['id'][1:]) for answer in answers)
    equal(len(asked) > 10, True, 'claims that lack citations')
    equal(ids(graph, by_finding), asked, 'claims that lack citations')

    rows = sql(store, "SELECT id FROM claims WHERE citation_status = 'uncited' AND id NOT IN "
                      '(SELECT claim FROM claim_works) ORDER BY id')
    bare = ids(graph, by_links)
    equal(bare, [row['id'] for row in rows], 'claims that cite nothing')
    equal([one for one in asked if one not in bare], [], 'of the rule, but with a citation')
    # What the rule leaves alone, as docs/rules.md says.
    judged = {row['id']: row for row in sql(store, 'SELECT id, verdict, negated, certainty FROM claims')}
    for one in set(bare) - set(asked):
        verdict = judged[one]['verdict']
        cautious = judged[one]['negated'] == 1 and judged[one]['certainty'] == 'hedged'
        stands = verdict not in ('unsupported', 'overstated', 'contradicted')
        heading = sql(store, f'SELECT c.text = d.title OR instr(d.text, c.text || char(10)) > 0 AS h '
                             f'FROM claims c JOIN documents d ON d.id = c.document WHERE c.id = {one}')
        others = sql(store, f'SELECT rule FROM findings WHERE claim = {one}')
        equal(bool(cautious or stands or heading[0]['h'] == 1 or others), True, f'c{one}')

    lines = sql(store, 'SELECT DISTINCT claim FROM evidence_lines WHERE certainty >= 3 ORDER BY claim')
    equal(ids(graph, by_evidence), [row['claim'] for row in lines], 'claims with good evidence')


main()
