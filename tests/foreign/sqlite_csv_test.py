"""The tables of CSV: loaded by the script beside them, and read by Python's csv."""
import csv
import os
import sqlite3

import odd_graph
from foreign import equal, export, need_program, path, run, sql

sqlite = need_program('sqlite3', 'sqlite3')

store = odd_graph.make()
folder = export(store, 'csv')
database = path('graph.db')
with open(os.path.join(folder, 'sqlite.sql'), 'rb') as script:
    printed = run([sqlite, '-bail', database], cwd=folder, stdin=script)
equal(printed, '', 'what sqlite3 said')
db = sqlite3.connect(database)


def one(statement):
    return db.execute(statement).fetchone()[0]


nodes = odd_graph.node_counts(store)
for kind, table in odd_graph.TABLES.items():
    equal(one(f'select count(*) from "{table}"'), nodes.get(kind, 0), f'rows of {table}')
edges = odd_graph.edge_counts(store)
files = sorted(name for name in os.listdir(folder) if name.startswith('edge_'))
for name in files:
    kind = name[len('edge_'):-len('.csv')]
    equal(one(f'select count(*) from "edge_{kind}"'), edges.pop(kind, 0), f'rows of {name}')
equal(edges, {}, 'edges without a table')

equal(db.execute('pragma foreign_key_check').fetchall(), [], 'edges without an end')
for node, words in odd_graph.texts(store).items():
    equal(db.execute('select text from claims where id = ?', (node,)).fetchone()[0], words,
          f'text of {node}')
equal(one('select why from decisions'), odd_graph.WHY, 'why')


def values(kind, name):
    table = odd_graph.TABLES[kind]
    return [row[0] for row in
            db.execute(f'select "{name}" from "{table}" where "{name}" is not null')]


odd_graph.check_sums(store, values)
for column, kind in [('confidence', 'real'), ('negated', 'integer'), ('span_end', 'integer'),
                     ('text', 'text')]:
    equal(db.execute(f'select distinct typeof("{column}") from claims').fetchall(), [(kind,)],
          f'type of {column}')
equal(one("select count(*) from works where doi = '' or year = ''"), 0, 'empty values')

# Which works do claims cite, and under which verdict?
ours = '''select c.id as claim, w.id as work, c.verdict from claims c
  join edge_cites a on a.from_id = c.id join edge_points_to b on b.from_id = a.to_id
  join edge_describes d on d.from_id = b.to_id join works w on w.id = d.to_id
  group by 1, 2 order by 1, 2'''
theirs = '''select 'c' || c.id as claim, 'w' || x.work as work, c.verdict from claims c
  join claim_works x on x.claim = c.id group by 1, 2 order by 1, 2'''
equal([list(row) for row in db.execute(ours)],
      [[row['claim'], row['work'], row['verdict']] for row in sql(store, theirs)], 'a join')

# The same files by another reader.
for name in sorted(os.listdir(folder)):
    if not name.endswith('.csv'):
        continue
    with open(os.path.join(folder, name), encoding='utf-8', newline='') as table:
        rows = list(csv.reader(table, strict=True))
    equal({len(row) for row in rows}, {len(rows[0])}, f'columns of {name}')
    equal(len(rows) - 1, one(f'select count(*) from "{name[:-4]}"'), f'rows of {name}')
print(f'{sum(nodes.values())} nodes in {len(odd_graph.TABLES)} tables, {len(files)} of edges')
