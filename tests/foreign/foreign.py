"""What the tests with programs that others wrote have in common.

Each test is a program: `/usr/bin/python3 NAME_test.py CLAIMGRAPH`.  It ends with 0, or
with 77 and a reason where the program that it asks is not on the machine.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
CLAIMGRAPH = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else 'claimgraph'
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = tempfile.TemporaryDirectory()


def skip(why):
    print('skipped: ' + why)
    sys.exit(SKIPPED)


def need_module(name, package):
    """The Python module of that name."""
    try:
        return __import__(name)
    except ImportError:
        skip(f'no Python module {name} (Debian: {package})')


def need_program(name, package):
    """The path of the program of that name."""
    path = shutil.which(name)
    if path is None:
        skip(f'no program {name} (Debian: {package})')
    return path


def path(name):
    """A file of that name in a folder that goes with the test."""
    return os.path.join(FOLDER.name, name)


def run(arguments, codes=(0,), **more):
    """What the program printed, as text."""
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
    if done.returncode not in codes:
        raise AssertionError(f'{arguments} ended with {done.returncode}: '
                             f'{done.stderr.decode(errors="replace")[:2000]}')
    return done.stdout.decode()


def claimgraph(*arguments, codes=(0,)):
    return run([CLAIMGRAPH, *arguments], codes)


def make_store(*paths):
    """A new store with these files, or else all of examples/."""
    store = path(f'store{len(os.listdir(FOLDER.name))}')
    claimgraph('import', *(paths or [os.path.join(ROOT, 'examples')]), '--store', store)
    return store


def export(store, kind, *more):
    """The path of an export of the store."""
    name = path(f'{kind}{len(os.listdir(FOLDER.name))}')
    claimgraph('export', '--format', kind, '--store', store, '-o', name, *more)
    return name


def sql(store, statement):
    """The rows of an answer, as dictionaries."""
    rows = claimgraph('sql', statement, '--store', store, '--format', 'jsonl')
    return [json.loads(row) for row in rows.splitlines()]


def equal(got, expected, what):
    if got != expected:
        raise AssertionError(f'{what}: {got!r}, expected {expected!r}')
