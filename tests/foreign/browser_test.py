"""The HTML report in a browser: that it can be read, reached, printed, and runs nothing.

Asked of headless Chromium through chromedriver, on a phone's and a desk's width, light and
dark, with scripts and without.
"""
import base64
import hashlib
import os
import re

from browser_driver import Browser
from foreign import (ROOT, claimgraph, equal, make_store, need_program, path)

ARTICLE = os.path.join(ROOT, 'examples', 'stretching-post.txt')
TAB = '\ue004'
ENTER = '\ue007'

HOSTILE = '''# <img src=x onerror="document.title='owned'"> "Tea" & more

Green tea <script>document.title='owned'</script> lowers blood pressure in adults & children
[study](javascript:document.title='owned').

Massage cures ''' + 'insomnia' * 40 + ''' "for ever" \N{RIGHT-TO-LEFT OVERRIDE} and that's <b>proven</b>.
'''

# Contrast after WCAG 2: every element with words of its own, against the first opaque
# ground behind it.
CONTRAST = '''
function rgba(text) {
  const m = text.match(/[\\d.]+/g).map(Number);
  return m.length < 4 ? [...m, 1] : m;
}
function over(top, below) {
  const a = top[3];
  return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a)).concat(1);
}
function luminance(c) {
  const [r, g, b] = c.slice(0, 3).map(v => {
    v /= 255;
    return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ground(e) {
  const layers = [];
  for (; e; e = e.parentElement) {
    const rect = e.namespaceURI.endsWith('svg') && e.parentElement.querySelector(':scope > rect');
    if (rect) { layers.push(rgba(getComputedStyle(rect).fill)); }
    const c = rgba(getComputedStyle(e).backgroundColor);
    if (c[3] > 0) layers.push(c);
  }
  let colour = [255, 255, 255, 1];
  for (const c of layers.reverse()) colour = over(c, colour);
  return colour;
}
document.querySelectorAll('details').forEach(d => { d.open = true; });
const faults = [];
let seen = 0;
for (const e of document.querySelectorAll('body *')) {
  if (['SCRIPT', 'STYLE', 'title', 'desc'].includes(e.tagName)) continue;
  if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
  if (e.closest('.hidden') || e.getClientRects().length === 0) continue;
  const style = getComputedStyle(e);
  const svg = e.namespaceURI.endsWith('svg');
  const behind = ground(e);
  const ink = over(rgba(svg ? style.fill : style.color), behind);
  const [a, b] = [luminance(ink), luminance(behind)].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  seen++;
  if (ratio < 4.5) faults.push(e.tagName + '.' + e.getAttribute('class') + ' ' + ratio.toFixed(2));
}
return [seen, faults.slice(0, 10)];
'''

STRUCTURE = '''
const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1]);
return {
  lang: document.documentElement.lang, title: document.title,
  mains: document.querySelectorAll('main').length,
  h1: levels.filter(l => l === 1).length,
  skips: levels.filter((l, i) => i > 0 && l > levels[i - 1] + 1).length,
  broken: [...document.querySelectorAll('a[href^="#"]')]
      .filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length,
  twice: [...document.querySelectorAll('[id]')].map(e => e.id)
      .filter((id, i, all) => all.indexOf(id) !== i),
  outside: [...document.querySelectorAll('a[href^="http"]')]
      .filter(a => !a.rel.includes('noreferrer')).length,
  loads: performance.getEntriesByType('resource').length,
};
'''


def write_pages():
    pages = {'article': path('article.html'), 'hostile': path('hostile.html'),
             'two': path('two.html'), 'overview': path('overview.html')}
    hostile = path('hostile.md')
    with open(hostile, 'w', encoding='utf-8') as out:
        out.write(HOSTILE)

    def check(name, *articles):
        with open(pages[name], 'w', encoding='utf-8') as out:
            out.write(claimgraph('check', '--format', 'html', *articles, codes=(0, 1)))

    check('article', ARTICLE)
    check('hostile', hostile)
    check('two', ARTICLE, hostile)
    claimgraph('report', '--store', make_store(), '-o', pages['overview'])
    return pages


def test_policy_names_the_script(page):
    with open(page, encoding='utf-8') as file:
        text = file.read()
    script = re.search(r'<script>(.*?)</script>', text, re.S).group(1)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f'sha256-{digest}' in text, 'the policy lets another script run than the page has'


def test_fits_and_is_legible(browser, name, page):
    for scheme in ('light', 'dark'):
        browser.scheme(scheme)
        for width in (320, 390, 768, 1024, 1280):
            browser.size(width, 900)
            browser.open(page)
            seen, faults = browser.script(CONTRAST)  # opens every card too
            where = f'{name}, {width} wide, {scheme}'
            assert seen > 20, f'{where}: only {seen} pieces of text'
            equal(faults, [], f'{where}: contrast below 4.5')
            scroll, inner = browser.script(
                'return [document.scrollingElement.scrollWidth, innerWidth]')
            assert scroll <= inner, f'{where}: scrolls sideways, {scroll} > {inner}'


def test_structure(browser, name, page):
    browser.open(page)
    got = browser.script(STRUCTURE)
    equal(got['lang'], 'en', f'{name}: language')
    assert got['title'] and got['title'] != 'owned', f'{name}: title {got["title"]!r}'
    for what, number in (('mains', 1), ('h1', 1), ('skips', 0), ('broken', 0), ('twice', []),
                         ('outside', 0), ('loads', 0)):
        equal(got[what], number, f'{name}: {what}')
    complaints = [entry['message'] for entry in browser.log()]
    equal(complaints, [], f'{name}: what the browser complained of')


IS_SHOWN = '''
const body = document.getElementById(arguments[0]);
const card = body.closest('details');
const path = body.querySelector('.path');
const r = card.getBoundingClientRect();
return [card.open, !!path && path.checkVisibility(), r.bottom > 0 && r.top < innerHeight];
'''


def cited_claim(browser):
    """A claim with evidence that is not on the first screen."""
    return browser.script('''
        return [...document.querySelectorAll('.card')].filter(c => c.querySelector('.path a'))
            .map(c => c.querySelector('.body').id)[1]''')


def test_mark_opens_card(browser, page):
    browser.size(1280, 800)
    browser.open(page)
    claim = cited_claim(browser)
    equal(browser.script(IS_SHOWN, claim)[0], False, 'the card at first')
    browser.click(f'a[href="#{claim}"].mark')
    equal(browser.script(IS_SHOWN, claim), [True, True, True], 'the card after its mark is clicked')
    # Closed again by hand, the same mark opens it once more.
    browser.script('document.getElementById(arguments[0]).closest("details").open = false', claim)
    browser.click(f'a[href="#{claim}"].mark')
    equal(browser.script(IS_SHOWN, claim)[0], True, 'the card after the second click')


def test_without_scripts(browser, page):
    browser.scripts(False)
    browser.size(390, 800)
    browser.open(page)
    equal(browser.script('return document.querySelectorAll("#tools button").length'), 0,
          'buttons where the page may run nothing')
    claim = cited_claim(browser)
    browser.script('document.getElementById(arguments[0]).closest("details").id = "wanted"', claim)
    browser.click('#wanted > summary')
    equal(browser.script(IS_SHOWN, claim), [True, True, True], 'the card after its summary')
    browser.scripts(True)


def test_keyboard_reaches_every_card(browser, page):
    browser.size(1280, 800)
    browser.open(page)
    wanted = browser.script('return document.querySelectorAll(".card > summary").length')
    reached = set()
    first = None
    for step in range(2000):
        browser.press(TAB)
        tag, key, outline = browser.script('''
            const e = document.activeElement;
            const card = e.tagName === 'SUMMARY' && e.closest('.card');
            return [e.tagName, card ? card.querySelector('.body').id : '',
                    getComputedStyle(e).outlineStyle]''')
        first = first or tag
        if key:
            assert outline != 'none', f'no focus is seen on {key}'
            reached.add(key)
        if len(reached) == wanted or (step > 5 and tag == 'BODY'):
            break
    equal(first, 'A', 'the first stop, the skip link')
    equal(len(reached), wanted, 'cards that the tab key reaches')
    browser.press(ENTER)
    equal(browser.script('return document.activeElement.closest("details").open'), True,
          'the last card after Enter')


def test_prints(browser, page):
    browser.open(page)
    pdf = browser.pdf()
    assert pdf.startswith(b'%PDF-') and len(pdf) > 20000, 'no PDF'
    browser.devtools('Emulation.setEmulatedMedia', media='print')
    shown = browser.script('''
        return [...document.querySelectorAll('.card .body')].filter(b => b.offsetHeight > 0).length''')
    cards = browser.script('return document.querySelectorAll(".card").length')
    browser.devtools('Emulation.setEmulatedMedia', media='')
    equal(shown, cards, 'cards that are open on paper')


def main():
    chromium = need_program('chromium', 'chromium')
    chromedriver = need_program('chromedriver', 'chromium-driver')
    pages = write_pages()
    test_policy_names_the_script(pages['article'])
    with Browser(chromium, chromedriver) as browser:
        for name, page in pages.items():
            test_structure(browser, name, page)
            test_fits_and_is_legible(browser, name, page)
        test_mark_opens_card(browser, pages['article'])
        test_without_scripts(browser, pages['article'])
        test_keyboard_reaches_every_card(browser, pages['article'])
        test_prints(browser, pages['article'])


main()
