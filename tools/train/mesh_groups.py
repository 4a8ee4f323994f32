#!/usr/bin/env python3
"""The names of MeSH descriptors with the branch of the tree that they hang on, as rows for
`claimgraph-train triples`:

    mesh_groups.py mesh2015_descriptors.tsv mesh2017_tree.tsv > mesh_groups.jsonl

MeSH is data of the U.S. National Library of Medicine, free to use with attribution."""
import json
import sys

# Branches that are told apart below the first letter: organs from cells, cancers from
# other diseases, proteins from other chemicals, therapies from tests.
DEEP = set("A10 A11 A12 A15 A16 B03 B04 B05 C04 C23 D08 D12 D27 E01 E02 E04 E05 E07 F01 F03 G05".split())


def group(tree_number):
    return tree_number[:3] if tree_number[:3] in DEEP else tree_number[0]


def rows(path):
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            yield line.rstrip("\n").split("\t")


def main():
    descriptors, tree = sys.argv[1:3]
    groups = {}
    for _, name, numbers in rows(descriptors):
        if numbers:
            groups.setdefault(name, group(numbers.split("|")[0]))
    for number, _, name in rows(tree):
        groups.setdefault(name, group(number))
    for name in sorted(groups):
        # "Dermatitis, Contact" is a contact dermatitis.
        parts = name.split(", ")
        plain = " ".join(reversed(parts)) if 1 < len(parts) < 4 else name
        print(json.dumps({"name": plain, "group": groups[name]}))


if __name__ == "__main__":
    main()
