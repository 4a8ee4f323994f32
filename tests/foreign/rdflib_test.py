"""Turtle, JSON-LD, nanopublications and ClaimReview, read by rdflib."""
import json

from foreign import (claimgraph, equal, export, make_store, need_module, path, sql)

rdflib = need_module('rdflib', 'python3-rdflib')
from rdflib import Namespace, RDF  # noqa: E402

CG = Namespace('urn:x-claimgraph:terms:')
KG = Namespace('urn:x-claimgraph:')
OBO = Namespace('http://purl.obolibrary.org/obo/')
CITO = Namespace('http://purl.org/spar/cito/')
C4O = Namespace('http://purl.org/spar/c4o/')
BIRO = Namespace('http://purl.org/spar/biro/')
OA = Namespace('http://www.w3.org/ns/oa#')
NP = Namespace('http://www.nanopub.org/nschema#')
PROV = Namespace('http://www.w3.org/ns/prov#')
SKOS = Namespace('http://www.w3.org/2004/02/skos/core#')
SCHEMA = Namespace('https://schema.org/')

# The class of each table's rows.
CLASSES = {
    'documents': CG.Document, 'claims': OBO.SEPIO_0000001, 'citations': C4O.InTextReferencePointer,
    'refs': BIRO.BibliographicReference, 'works': CG.Work, 'propositions': OBO.SEPIO_0000000,
    'evidence_lines': OBO.SEPIO_0000002, 'findings': CG.Finding, 'records': BIRO.BibliographicRecord,
    'study_results': OBO.SEPIO_0000173, 'study_keys': OBO.SEPIO_0000125, 'decisions': CG.Decision,
}
ODD = ('# Tea & "sleep" <script>alert(1)</script>\n\n'
       'Tea, \u00e9tudi\u00e9e \u2014 "proven" & <b>bold</b> \\n {x} ]]>, reduces pain [1]. '
       'Massage reduces anxiety.\n\n'
       '## References\n\n'
       '1. O\'Neil, Zo\u00eb & M\u00fcller (2014). Tea, "pain" & <i>sleep</i>: a randomised trial. '
       'Steps, 3(2), 1-9. https://doi.org/10.5555/a<b>"c\n')
RECORD = ('PMID- 77\nTI  - Walking for back pain: a randomised controlled trial.\n'
          'AB  - In 74 adults with low back pain, walking reduced pain (SMD -0.38, 95% CI -0.57 to '
          '-0.19) compared with usual care.\nAU  - Okri B\nDP  - 2014\nPT  - Randomized Controlled '
          'Trial\nMH  - Walking\n\n')


def count(store, table):
    return sql(store, f'SELECT count(*) AS n FROM {table}')[0]['n']


def check_counts(graph, store):
    for table, kind in CLASSES.items():
        equal(len(set(graph.subjects(RDF.type, kind))), count(store, table), table)
    pairs = sql(store, 'SELECT count(*) AS n FROM (SELECT DISTINCT x.citation, r.work FROM '
                       'citation_refs x JOIN refs r ON r.id = x.ref WHERE r.work IS NOT NULL)')
    equal(len(set(graph.subjects(RDF.type, CITO.Citation))), pairs[0]['n'], 'citations of works')
    for made in graph.subjects(RDF.type, CITO.Citation):
        for one in (CITO.hasCitingEntity, CITO.hasCitedEntity, CITO.hasCitationCharacterization):
            equal(len(list(graph.objects(made, one))), 1, f'{made} {one}')


def check_values(graph, store):
    for row in sql(store, 'SELECT id, text, verdict, citation_status FROM claims'):
        claim = KG[f'c{row["id"]}']
        equal(str(graph.value(claim, CG.text)), row['text'], 'text')
        equal(str(graph.value(claim, CG.verdict)), row['verdict'], 'verdict')
        equal(str(graph.value(claim, CG.citationStatus)), row['citation_status'], 'status')
    for row in sql(store, 'SELECT id, certainty, stance, work FROM evidence_lines'):
        line = KG[f'e{row["id"]}']
        level = graph.value(graph.value(line, OBO.SEPIO_0000132), CG.level) if row['certainty'] else None
        equal(level.toPython() if level is not None else 0, row['certainty'] or 0, 'certainty')
        equal(str(graph.value(line, CG.stance)), row['stance'], 'stance')
    concepts = sql(store, 'SELECT count(DISTINCT label) AS n FROM concepts')[0]['n']
    labels = {str(o) for o in graph.objects(None, SKOS.prefLabel)} - {'High', 'Moderate', 'Low', 'Very low'}
    if len(labels) < concepts:
        raise AssertionError(f'{len(labels)} concepts, of {concepts} in propositions')


def check_places(graph, store):
    texts = {KG[f'd{row["id"]}']: row['text'] for row in sql(store, 'SELECT id, text FROM documents')}
    quotes = 0
    for place in graph.subjects(RDF.type, OA.SpecificResource):
        chosen = {graph.value(s, RDF.type): s for s in graph.objects(place, OA.hasSelector)}
        if OA.TextQuoteSelector not in chosen or OA.TextPositionSelector not in chosen:
            continue
        at = chosen[OA.TextPositionSelector]
        begin, end = (graph.value(at, p).toPython() for p in (OA.start, OA.end))
        words = texts[graph.value(place, OA.hasSource)][begin:end]
        equal(words, str(graph.value(chosen[OA.TextQuoteSelector], OA.exact)), 'quote')
        quotes += 1
    equal(quotes, count(store, 'claims'), 'claims with their words')


def check_bytes(graph, store, name):
    """Slices of the file, where the claim's words have no markup."""
    with open(name, 'rb') as file:
        source = file.read()
    found = 0
    for row in sql(store, 'SELECT id, text FROM claims'):
        at = KG[f'c{row["id"]}-place-bytes']
        begin, end = (graph.value(at, p).toPython() for p in (OA.start, OA.end))
        found += source[begin:end].decode() == row['text']
    if found == 0:
        raise AssertionError('no claim stands where its bytes are')


def check_same(store, *more):
    turtle = rdflib.Graph().parse(export(store, 'turtle', *more), format='turtle')
    json_ld = rdflib.Graph().parse(export(store, 'json-ld', *more), format='json-ld')
    equal(len(set(turtle) ^ set(json_ld)), 0, 'statements that only one of Turtle and JSON-LD has')
    equal([t for t in turtle if any(isinstance(n, rdflib.BNode) for n in t)], [], 'blank nodes')
    return turtle


def check_nanopubs(store):
    trig = rdflib.ConjunctiveGraph()
    trig.parse(export(store, 'nanopub'), format='trig')
    publications = set(trig.subjects(RDF.type, NP.Nanopublication))
    equal(len(publications), count(store, 'evidence_lines'), 'nanopublications')
    for one in publications:
        parts = {}
        for part in (NP.hasAssertion, NP.hasProvenance, NP.hasPublicationInfo):
            names = list(trig.objects(one, part))
            equal(len(names), 1, f'{one} {part}')
            parts[part] = trig.get_context(names[0])
            if len(parts[part]) == 0:
                raise AssertionError(f'{names[0]} is empty')
        assertion = parts[NP.hasAssertion].identifier
        equal((assertion, PROV.wasGeneratedBy, KG.appraisal) in parts[NP.hasProvenance], True, one)
        equal(any(s == one for s in parts[NP.hasPublicationInfo].subjects()), True, one)
        equal(len(set(parts[NP.hasAssertion].subjects(RDF.type, OBO.SEPIO_0000002))), 1, one)


def check_reviews(store):
    with open(export(store, 'claimreview')) as file:
        document = json.load(file)
    equal(document['@context'], 'https://schema.org', 'context')
    document['@context'] = {'@vocab': 'https://schema.org/'}  # without the network
    graph = rdflib.Graph().parse(data=json.dumps(document), format='json-ld')
    rated = sql(store, "SELECT count(*) AS n FROM claims WHERE verdict <> 'unverifiable'")[0]['n']
    reviews = set(graph.subjects(RDF.type, SCHEMA.ClaimReview))
    equal(len(reviews), rated, 'reviews')
    for review in reviews:
        rating = graph.value(review, SCHEMA.reviewRating)
        claim = graph.value(review, SCHEMA.itemReviewed)
        number = str(claim).rsplit(':c', 1)[1]
        known = sql(store, 'SELECT verdict, (SELECT count(*) FROM evidence_lines WHERE claim = c.id AND '
                           f"stance = 'supports') AS lines FROM claims c WHERE id = {number}")[0]
        value = graph.value(rating, SCHEMA.ratingValue)
        is_open = known['verdict'] in ('supported', 'weakly_supported') and known['lines'] == 0
        equal(value is None, is_open, f'{review} has no rating')
        if value is not None and not 1 <= value.toPython() <= 5:
            raise AssertionError(f'{review} is rated {value}')
        equal(graph.value(rating, SCHEMA.alternateName) is not None, True, f'words of {review}')
        equal(graph.value(claim, RDF.type), SCHEMA.Claim, 'item')
        equal(graph.value(claim, SCHEMA.appearance) is not None, True, 'appearance')


def check_decisions(graph, claim):
    """One decided verdict: its claim, its judgement."""
    equal(graph.value(KG.n1, CG.decides), KG[f'c{claim}'], 'claim of the decision')
    equal(graph.value(KG.n1, CG.undone).toPython(), False, 'in force')
    derived = set(graph.objects(KG[f'c{claim}-judgement'], PROV.wasDerivedFrom))
    equal(derived, {KG[f'c{claim}'], KG.n1}, 'what the judgement was derived from')


def check(store):
    graph = check_same(store)
    check_counts(graph, store)
    check_values(graph, store)
    check_places(graph, store)
    check_nanopubs(store)
    check_reviews(store)
    return graph


def main():
    store = make_store()
    check(store)
    claims = sql(store, 'SELECT id FROM claims')
    part = check_same(store, '--where', 'id % 5 = 1', '--base', 'https://example.org/kg#n-')
    equal(len(set(part.subjects(RDF.type, OBO.SEPIO_0000001))),
          sum(row['id'] % 5 == 1 for row in claims), 'claims of a part')

    for name, text in (('odd.md', ODD), ('walk.nbib', RECORD)):
        with open(path(name), 'w', encoding='utf-8') as file:
            file.write(text)
    odd = make_store(path('odd.md'), path('walk.nbib'))
    claim = sql(odd, 'SELECT max(id) AS id FROM claims')[0]['id']
    claimgraph('decide', f'c{claim}', '--verdict', 'overstated', '--who', 'A. "Reader" <a@example.org>',
               '--why', 'it says "all" & more', '--store', odd)
    graph = check(odd)
    check_decisions(graph, claim)
    check_bytes(graph, odd, path('odd.md'))


main()
