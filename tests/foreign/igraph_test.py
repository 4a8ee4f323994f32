"""GraphML, read by igraph."""
from collections import Counter

import odd_graph
from foreign import equal, export, need_module

igraph = need_module('igraph', 'python3-igraph')

store = odd_graph.make()
graph = igraph.Graph.Read_GraphML(export(store, 'graphml'))
assert graph.is_directed()
equal(dict(Counter(graph.vs['kind'])), odd_graph.node_counts(store), 'nodes by kind')
equal(dict(Counter(graph.es['kind'])), odd_graph.edge_counts(store), 'edges by kind')
by_id = {vertex['id']: vertex for vertex in graph.vs}
for node, words in odd_graph.texts(store).items():
    equal(by_id[node]['text'], words, f'text of {node}')


def values(kind, name):
    return [value for value in graph.vs.select(kind_eq=kind)[name] if value == value]


odd_graph.check_sums(store, values)
equal({type(value) for value in values('claim', 'confidence')}, {float}, 'type of confidence')
for edge in graph.es:
    start, end = graph.vs[edge.source]['id'], graph.vs[edge.target]['id']
    equal(edge['id'], f"{start}.{edge['kind']}.{end}", 'id of an edge')
print(f'{graph.vcount()} nodes and {graph.ecount()} edges')
