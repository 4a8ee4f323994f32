"""GraphML and GEXF, read by networkx."""
from collections import Counter

import odd_graph
from foreign import claimgraph, equal, export, need_module, sql

nx = need_module('networkx', 'python3-networkx')

# networkx 2.8 knows GEXF to 1.2; what it reads did not change in 1.3.
from networkx.readwrite import gexf as nx_gexf  # noqa: E402
nx_gexf.GEXF.versions.setdefault(
    '1.3', {**nx_gexf.GEXF.versions['1.2draft'], 'NS_GEXF': 'http://gexf.net/1.3',
            'NS_VIZ': 'http://gexf.net/1.3/viz', 'VERSION': '1.3'})


def read_gexf(name):
    reader = nx_gexf.GEXFReader(node_type=str, version='1.3')
    reader.simple_graph = False
    with open(name, 'rb') as stream:
        return reader(stream)


def check(graph, store, edge_kind, what):
    assert graph.is_directed(), what
    equal(dict(Counter(kind for _, kind in graph.nodes(data='kind'))),
          odd_graph.node_counts(store), f'{what}: nodes by kind')
    equal(dict(Counter(data[edge_kind] for _, _, data in graph.edges(data=True))),
          odd_graph.edge_counts(store), f'{what}: edges by kind')
    for node, words in odd_graph.texts(store).items():
        equal(graph.nodes[node]['text'], words, f'{what}: text of {node}')

    def values(kind, name):
        return [data[name] for _, data in graph.nodes(data=True)
                if data['kind'] == kind and name in data]

    odd_graph.check_sums(store, values)
    for kind, name, expected in [('claim', 'confidence', float), ('claim', 'negated', bool),
                                 ('claim', 'span_begin', int), ('claim', 'verdict', str),
                                 ('work', 'year', int), ('result', 'ci_low', float)]:
        equal({type(value) for value in values(kind, name)}, {expected}, f'{what}: {kind}.{name}')
    equal(values('decision', 'why'), [odd_graph.WHY], f'{what}: why')


def check_ids(graph, what):
    for start, end, key, data in graph.edges(keys=True, data=True):
        expected = f"{start}.{data['kind']}.{end}"
        equal(key, expected, f'{what}: id of an edge')


def check_part(store):
    """Of a part: no edge without its two ends, which networkx would add without a kind."""
    graph = nx.read_graphml(export(store, 'graphml', '--where', "verdict = 'overstated'"))
    assert graph.number_of_edges() > 0
    claims = {node for node, kind in graph.nodes(data='kind') if kind == 'claim'}
    equal(claims, {f"c{row['id']}" for row in
                   sql(store, "select id from claims where verdict = 'overstated'")}, 'claims')
    equal([node for node, kind in graph.nodes(data='kind') if kind is None], [], 'loose ends')


store = odd_graph.make()
graphml = nx.read_graphml(export(store, 'graphml'), force_multigraph=True)
check(graphml, store, 'kind', 'GraphML')
check_ids(graphml, 'GraphML')
check(read_gexf(export(store, 'gexf')), store, 'edge_kind', 'GEXF')
check_part(store)
print(f'{graphml.number_of_nodes()} nodes and {graphml.number_of_edges()} edges')
