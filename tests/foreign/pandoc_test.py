"""CSL-JSON and BibTeX: pandoc reads every work, makes a bibliography of all of them, and
our own readers get the same works back.
"""
import html
import json
import re
import sys
import unicodedata

import foreign
from foreign import claimgraph, equal, make_store, path, run, sql

BIB = r'''
@article{a, author = {O'Brien-{\L}uk, S{\'i}le and {World Health Organization} and {Sons and Daughters, Ltd}},
  title = {50\% of ``users'' \& $5 $\alpha$ {RCT}s: caf\'e\_au \{lait\} \#1 -- is \textbackslash{} it?}, journal = {Journal of Touch \& Sleep},
  year = 2014, volume = 12, number = 3, pages = {25--31}, doi = {10.5555/a_b(2014)1}, pmid = {24586677}}
@book{b, author = {van der Berg, Jan}, title = {Sleep in Parkinson disease}, publisher = {Hall \& Sons}, year = 2001}
@misc{c, title = {按摩 и сон, "quoted", <b>bold</b>}, year = 2020, url = {https://example.org/a%20b?x=1&y=2#z_1}}
'''
DRAFT = '''# Touch

Massage may ease pain [@a], as a book has it [@b] and a page [@c].
'''

ENTRIES = re.compile(r'<div id="ref-([^"]+)" class="csl-entry"')


def plain(title):
    """A title without markup, the shape of quotation marks, and a capital after a colon, which
    pandoc adds: as two programs agree on it."""
    title = re.sub(r'</?(span|b|i|sup|sub)\b[^>]*>', '', title)
    title = re.sub('[“”‘’"\']', '', title).replace('\u2013', '-').replace('--', '-').replace('\u00a0', ' ')
    title = re.sub(r': \w', lambda m: m[0].lower(), title)
    return unicodedata.normalize('NFC', re.sub(r'\s+', ' ', title)).strip()


def key_id(key):
    return int(re.search(r'_w(\d+)$', key)[1])


def check_items(items, works, what):
    """All works came out with what the store has of them."""
    equal(sorted(key_id(i['id']) for i in items), sorted(w['id'] for w in works), f'works in {what}')
    for item in items:
        work = next(w for w in works if w['id'] == key_id(item['id']))
        equal(plain(item.get('title', '')), plain(work['title'] or ''), f'title in {what}')
        if work['doi']:
            equal(item['DOI'], work['doi'], f'DOI in {what}')
        if work['year']:
            equal(item['issued']['date-parts'][0][0], work['year'], f'year in {what}')
        authors = json.loads(work['authors'] or '[]')
        equal(len(item.get('author', [])), len(authors), f'authors of {item["id"]} in {what}')


def check_bibliography(pandoc, file, works, what):
    """A bibliography of everything has an entry for each work."""
    draft = path('all.md')
    with open(draft, 'w') as out:
        out.write('---\nnocite: "@*"\n---\n\nAll.\n')
    page = run([pandoc, '--citeproc', '--bibliography', file, '-t', 'html', draft])
    equal(sorted(map(key_id, ENTRIES.findall(page))), sorted(w['id'] for w in works), f'entries from {what}')
    return page


def name_of(author):
    """Family name with its particles, and given name: pandoc parts "van der" from "Berg"."""
    family = ' '.join(filter(None, (author.get('dropping-particle'), author.get('non-dropping-particle'),
                                    author.get('literal') or author.get('family'))))
    return plain(family), plain(author.get('given', ''))


def authors_of(items):
    return {key_id(i['id']): [name_of(a) for a in i.get('author', [])] for i in items}


def check_back(csl, bib, works):
    """Both files are read by claimgraph again: the same works by title, DOI and year."""
    store = path('back')
    claimgraph('import', csl, '--store', store)
    got = sql(store, 'SELECT title, year, doi, container FROM works')
    known = {(plain(w['title'] or ''), w['year'], w['doi'], w['container']) for w in works
             if w['title'] or w['doi']}
    back = {(plain(w['title'] or ''), w['year'], w['doi'], w['container']) for w in got}
    equal(known - back, set(), 'works lost on the way through CSL-JSON')
    told = json.loads(claimgraph('check', bib, '--format', 'json', codes=(0, 1)))
    references = told['documents'][0]['references']
    equal(len(references), len(works), 'entries that our BibTeX reader gets')
    equal({(plain(r['title']), r['year'] or None, r['doi'] or None) for r in references},
          {(plain(w['title'] or ''), w['year'], w['doi']) for w in works}, 'entries of BibTeX')


def main():
    pandoc = foreign.need_program('pandoc', 'pandoc')
    for name, text in (('odd.bib', BIB), ('odd.md', DRAFT)):
        with open(path(name), 'w') as out:
            out.write(text)
    store = make_store(path('odd.md'), path('odd.bib'), f'{foreign.ROOT}/examples')
    works = sql(store, 'SELECT id, title, authors, year, doi, container FROM works')
    csl, bib = path('works.json'), path('works.bib')
    for kind, file in (('csl-json', csl), ('bibtex', bib)):
        claimgraph('export', '--format', kind, '--store', store, '-o', file)
    with open(csl) as file:
        own = json.load(file)
    read = {'our CSL-JSON': own}
    for what, source, file in (('CSL-JSON', 'csljson', csl), ('BibTeX', 'bibtex', bib), ('BibLaTeX', 'biblatex', bib)):
        read[what] = json.loads(run([pandoc, '-f', source, '-t', 'csljson', file]))
    for what, items in read.items():
        check_items(items, works, what)
        equal(authors_of(items), authors_of(own), f'authors in {what}')
    types = {key_id(i['id']): i['type'] for i in own}
    for item in read['BibLaTeX']:
        if types[key_id(item['id'])] in ('article-journal', 'book', 'chapter', 'webpage', 'report'):
            equal(item['type'], types[key_id(item['id'])], f'type of {item["id"]}')
    for file in (csl, bib):
        # The style of the bibliography writes titles with capitals.
        page = check_bibliography(pandoc, file, works, file)
        printed = re.sub(r'\s+', ' ', html.unescape(re.sub(r'<[^>]+>', '', page))).lower()
        for words in ('50%', '_au {lait} #1', r'is \ it', 'Journal of Touch & Sleep', '10.5555/a_b(2014)1', '按摩 и сон', 'Łuk',
                      'World Health Organization', 'Sons and Daughters, Ltd'):
            assert words.lower() in printed, f'{words} is lost in the bibliography from {file}'
    check_back(csl, bib, works)
    print(f'{len(works)} works: all read, printed and read back, from both formats')


if __name__ == '__main__':
    sys.exit(main())
