"""Turtle and TriG, read by raptor, with the number of statements that rdflib reads."""
import re
import subprocess

from foreign import equal, export, make_store, need_module, need_program

rapper = need_program('rapper', 'raptor2-utils')
rdflib = need_module('rdflib', 'python3-rdflib')


def read(name, syntax):
    """The statements as N-Quads lines; no warning is taken lightly."""
    done = subprocess.run([rapper, '-i', syntax, '-o', 'nquads', name], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    said = done.stderr.decode()
    equal(done.returncode, 0, said)
    equal(re.findall('(?i)(?:warning|error).*', said), [], 'complaints')
    return {line for line in done.stdout.decode().splitlines() if line}


def main():
    store = make_store()
    turtle = export(store, 'turtle')
    equal(len(read(turtle, 'turtle')), len(rdflib.Graph().parse(turtle, format='turtle')), 'Turtle')
    trig = export(store, 'nanopub')
    graphs = rdflib.ConjunctiveGraph()
    graphs.parse(trig, format='trig')
    equal(len(read(trig, 'trig')), len(list(graphs.quads())), 'TriG')


main()
