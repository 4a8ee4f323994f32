"""The drawing: parsed and laid out by Graphviz."""
from collections import Counter
import xml.etree.ElementTree as xml

import odd_graph
from foreign import equal, export, need_program, run

dot = need_program('dot', 'graphviz')
gvpr = need_program('gvpr', 'graphviz')

store = odd_graph.make()
drawing = export(store, 'dot')
nodes, edges = odd_graph.node_counts(store), odd_graph.edge_counts(store)

equal(dict(Counter(run([gvpr, 'N{print($.kind)}', drawing]).split())), nodes, 'nodes by kind')
equal(dict(Counter(run([gvpr, 'E{print($.kind)}', drawing]).split())), edges, 'edges by kind')

# A part that is small enough to lay out.
part = export(store, 'dot', '--where', "text like '%back pain\"%'")
svg = run([dot, '-Tsvg', part])
tree = xml.fromstring(svg)
groups = Counter(group.get('class') for group in tree.iter('{http://www.w3.org/2000/svg}g'))
equal(groups['node'], len(run([gvpr, 'N{print($.name)}', part]).split()), 'nodes drawn')
equal(groups['edge'], len(run([gvpr, 'E{print($.kind)}', part]).split()), 'edges drawn')
assert groups['node'] > 5 and groups['edge'] > 5, groups
titles = ' '.join(anchor.get('{http://www.w3.org/1999/xlink}title') or ''
                  for anchor in tree.iter('{http://www.w3.org/2000/svg}a'))
assert 'Walking for "back pain"' in titles, titles
assert 'naïve' in svg and '<script' not in svg
print(f'{sum(nodes.values())} nodes and {sum(edges.values())} edges; drawn: '
      f"{groups['node']} and {groups['edge']}")
