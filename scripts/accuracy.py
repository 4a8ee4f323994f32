#!/usr/bin/env python3
"""Measures every task on public data and rewrites the table of docs/accuracy.md.

    scripts/accuracy.py DATASETS SCORER

DATASETS is a folder with one folder a dataset, each with dev.jsonl (docs/accuracy.md says which and where
from); SCORER is the program that compares answers with a dataset's own.  Learned models are measured by
claimgraph-train on folds that they have not seen; what has no model, by claimgraph-eval on all rows.
"""
import json
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOLS = ROOT / "build" / "release" / "tools"
BEGIN, END = "<!-- measured by scripts/accuracy.py -->", "<!-- end -->"

# What is measured; for a model a pattern of its report, for a scorer the path to its figure.
ROWS = [
    ("Strength of causal language, abstracts", "macro-F1, 5 folds", ("train", "strength", ["claim_strength/dev.jsonl"], r"abstracts: macro-F1 ([\d.]+)"),
     "0.715", "0.883, BioBERT (Yu, Li & Wang, EMNLP 2019)"),
    ("Strength of causal language, press releases", "macro-F1, 5 folds", ("train", "strength", ["claim_strength/dev.jsonl"], r"articles: macro-F1 ([\d.]+)"),
     "0.688", "0.892, BioBERT (Yu et al., COLING 2020)"),
    ("A press release against its study: same, more, less", "macro-F1, 100 pairs, none trained on",
     ("score", "exaggeration", "exaggeration_pairs/dev.jsonl", ["macro_f1"]), "0.46", "about 0.6, RoBERTa (Wright & Augenstein, EMNLP 2021)"),
    ("Claim sentences of abstracts", "F1, 5 folds", ("train", "claim_sentences", ["claim_sentences/dev.jsonl"], r"claims from 0.37: F1 ([\d.]+)"),
     "0.796", "0.79 (Achakulvisut et al., 2019)"),
    ("How certain a finding sounds", "Pearson r, 5 folds", ("train", "certainty", ["certainty/dev.jsonl"], r"Pearson r ([\d.]+)"), "0.58 to 0.69",
     "not known to us (Pei & Jurgens, EMNLP 2021)"),
    ("Direction of an outcome, evidence given", "macro-F1, 5 folds", ("train", "direction", ["evidence_inference/dev.jsonl"], r"all: macro-F1 ([\d.]+)"),
     "0.668", "about 0.84, BERT (DeYoung et al., BioNLP 2020)"),
    ("Abstract supports or contradicts a claim", "F1 of abstracts, 5 folds", ("train", "stance", ["scifact/dev.jsonl", "scifact/corpus.jsonl"], r"abstract-level F1 ([\d.]+)"),
     "0.51", "0.725, MultiVerS (Wadden et al., 2022; another part)"),
    ("One sentence against a claim, COVID-19", "macro-F1, none trained on", ("score", "pair_verdict", "healthver/pairs_dev.jsonl", ["macro_f1"]), "0.56 (trained there)",
     "0.796, T5 (Sarrouti et al., 2021; trained there)"),
    ("Studies for a claim", "recall at 3", ("score", "retrieval", "scifact/dev.jsonl", ["recall@3"]), "0.756", ""),
    ("Studies for a claim", "recall at 10", ("score", "retrieval", "scifact/dev.jsonl", ["recall@10"]), "0.880", ""),
    ("Studies for a claim", "NDCG at 10", ("score", "retrieval", "scifact/dev.jsonl", ["ndcg@10"]), "", "0.665, BM25 (Thakur et al., NeurIPS 2021; another part)"),
    ("Population, intervention, outcome", "macro-F1 of tokens, 3 folds", ("train", "pico", ["pico/dev.jsonl", "pico/fine_dev.jsonl"], r"second pass: macro F1 ([\d.]+)"), "0.51",
     "0.72, SciBERT (Beltagy et al., 2019)"),
    ("Sample size", "F1 of tokens, 3 folds", ("train", "pico", ["pico/dev.jsonl", "pico/fine_dev.jsonl"], r"P:sample_size +(?:F1 )?([\d.]+)"), "0.35", ""),
    ("Subject, predicate, object", "F1, spans that touch, 5 folds", ("train", "triples", ["semrep_triples/dev.jsonl", "semrep_triples/mesh_groups.jsonl"], r"(?m)^relaxed .*F1 ([\d.]+)"), "",
     "0.52, SemRep with UMLS (Kilicoglu et al., 2020)"),
    ("Subject, predicate, object, clinical", "F1, spans that touch, 5 folds", ("train", "triples", ["semrep_triples/dev.jsonl", "semrep_triples/mesh_groups.jsonl"], r"(?m)^clinical.* F1 ([\d.]+)"), "", ""),
    ("Fields of references, GROBID and AnyStyle", "micro-F1, 3 folds", ("train", "references", ["reference_parsing/dev.jsonl"], r"not seen in training(?:.|\n)*?grobid and anystyle.*? F1 ([\d.]+)"), "0.736",
     "0.945, GROBID's CRF (ten folds of its own data)"),
    ("References wholly right", "share, 3 folds", ("train", "references", ["reference_parsing/dev.jsonl"], r"not seen in training(?:.|\n)*?grobid and anystyle.*? whole ([\d.]+)"), "0.40", ""),
    ("Citations to references, numbers", "F1", ("score", "citations", "citation_linking/dev.jsonl", ["numeric", "f1"]), "0.96", ""),
    ("Citations to references, author and year", "F1", ("score", "citations", "citation_linking/dev.jsonl", ["author_year", "f1"]), "0.93", ""),
    ("Citations to references, superscripts", "F1", ("score", "citations", "citation_linking/dev.jsonl", ["numeric_superscript", "f1"]), "0.95", ""),
    ("Randomised trial or not", "F1", ("score", "study_type", "study_type/dev.jsonl", ["is_rct", "f1"]), "0.905", ""),
]


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{shlex.join(command)}\n{done.stderr}")
    return done.stdout


class Measurer:
    def __init__(self, datasets, scorer):
        self.datasets, self.scorer, self.outputs = datasets, scorer, {}

    def output(self, how):
        if how[0] == "train":
            files = [str(self.datasets / f) for f in how[2]]
            folds = ["--folds", "3"] if how[1] in ("pico", "references") else []
            command = [str(TOOLS / "train" / "claimgraph-train"), how[1], *files, *folds]
        else:
            rows = self.datasets / how[2]
            predict = f"{TOOLS / 'eval' / 'claimgraph-eval'} predict {how[1]}"
            command = [sys.executable, str(self.scorer), how[1], str(rows)]
            if how[1] == "retrieval":
                predict += f" {shlex.quote(str(rows.with_name('corpus.jsonl')))}"
            command += ["--run", predict]
        key = shlex.join(command)
        if key not in self.outputs:
            print(key, file=sys.stderr)
            self.outputs[key] = run(command)
        return self.outputs[key]

    def figure(self, how):
        text = self.output(how)
        if how[0] == "train":
            found = re.search(how[3], text)
            return f"{float(found[1]):.3f}" if found else "not measured"
        value = json.loads(text)
        for part in how[3]:
            value = value[part]
        return f"{value:.3f}"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    measurer = Measurer(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    lines = [BEGIN, "", "| task | figure | ours | linear baseline | best published |", "|---|---|---|---|---|"]
    for task, kind, how, baseline, published in ROWS:
        lines.append(f"| {task} | {kind} | {measurer.figure(how)} | {baseline} | {published} |")
    lines += ["", END]
    page = ROOT / "docs" / "accuracy.md"
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    page.write_text(before + "\n".join(lines) + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
