// V1Graph is what tests/data/v1_store holds.  NEVER change it: users keep stores
// of format 1.

#include "tests/store_test_util.h"

namespace claimgraph {

DocumentGraph V1Graph(const std::string& source) {
  DocumentGraph g;
  Document& d = g.document;
  d = {.source = source,
       .title = "Walks",
       .hash = "0123456789abcdef0123456789abcdef",
       .identifier = "10.5555/walks",
       .format = Format::kMarkdown,
       .size = 99,
       .text = "Walks ease pain [1].\nNote."};
  d.map.Append(2, 12, 1, 1);
  d.map.Append(20, 3, 3, 7);
  d.map.Append(27, 11, 1, 1);
  d.blocks = {
      {.kind = BlockKind::kListItem, .span = {0, 20}, .level = 2, .ordered = true, .number = 7},
      {.kind = BlockKind::kFootnote, .span = {21, 26}, .label = "note"}};
  d.sentences = {{.span = {0, 20}}, {.span = {21, 26}, .block = 1}};
  d.links = {{.span = {16, 19},
              .target = "https://example.org/1",
              .source = {16, 40},
              .target_source = {20, 39}}};
  d.marks = {{.kind = MarkKind::kSuperscript, .span = {16, 19}}};
  d.ignores = {{.source = {1, 9}, .at = 21, .rule = "uncited-claim", .reason = "known"}};
  d.bibliographies = {"a.bib", "b.bib"};
  d.diagnostics = {{.code = "nul-bytes", .span = {3, 4}, .message = "A NUL byte was left out."}};

  g.propositions = {{.intervention = "walking",
                     .direction = Direction::kDecrease,
                     .outcome = "pain",
                     .population = "adult",
                     .comparator = "rest"}};
  g.known_propositions = {PropositionId{}};
  g.works = {{.names = {"doi:10.5555/1", "title:walking and pain|2014"},
              .title = "Walking and pain",
              .authors = {{"Okri", "B"}, {"Walkers' Guild", ""}},
              .year = 2014,
              .container = "Steps",
              .doi = "10.5555/1",
              .pmid = "123",
              .pmcid = "PMC9",
              .url = "https://example.org/1",
              .design = StudyDesign::kRct,
              .standing = Standing::kCorrected}};
  g.known_works = {WorkId{}};
  g.references = {{.id = ReferenceId{1},
                   .span = {21, 26},
                   .file = "a.bib",
                   .text = "Okri 2014",
                   .origin = ReferenceOrigin::kFootnote,
                   .number = 1,
                   .key = "okri",
                   .authors = {{"Okri", "B"}},
                   .et_al = true,
                   .year = 2014,
                   .year_suffix = "b",
                   .title = "Walking and pain",
                   .container = "Steps",
                   .volume = "3",
                   .issue = "2",
                   .pages = "25-31",
                   .publisher = "Guild",
                   .doi = "10.5555/1",
                   .pmid = "123",
                   .pmcid = "PMC9",
                   .url = "https://example.org/1",
                   .abstract = "We walked.",
                   .year_span = {22, 23},
                   .identifier_span = {23, 25},
                   .design = StudyDesign::kRct,
                   .work = WorkId{1}}};
  const Reason reason{.step = "design",
                      .rule = "design-from-title",
                      .change = -1.5,
                      .because = "the title says so"};
  g.citations = {{.id = CitationId{1},
                  .span = {16, 40},
                  .text_span = {16, 19},
                  .text = "[1]",
                  .style = CitationStyle::kNumeric,
                  .sentence = 1,
                  .authors = {"Okri", ""},
                  .et_al = true,
                  .year = 2014,
                  .year_suffix = "b",
                  .numbers = {1, 2},
                  .keys = {"okri"},
                  .url = "https://example.org/1",
                  .references = {ReferenceId{1}},
                  .score = 0.75,
                  .reasons = {reason}}};
  g.claims = {{.id = ClaimId{1},
               .span = {2, 18},
               .text_span = {0, 15},
               .text = "Walks ease pain",
               .sentence = 1,
               .kind = ClaimKind::kSafety,
               .strength = CausalStrength::kDirectCausal,
               .certainty = AssertedCertainty::kBoosted,
               .negated = true,
               .attributed = true,
               .confidence = 0.5,
               .hedges = {{"may", {1, 2}}},
               .boosters = {{"clearly", {2, 3}}},
               .causal_cues = {{"ease", {8, 12}}},
               .magnitudes = {{"greatly", {3, 4}}},
               .effects = {{.measure = EffectMeasure::kMd,
                            .value = -0.38,
                            .ci_low = -0.57,
                            .ci_high = 0.0,
                            .p = 0.01,
                            .n = 40,
                            .k = 3,
                            .i2 = 12.5,
                            .span = {4, 5}},
                           {.measure = EffectMeasure::kAuc}},
               .attribution = "A trial",
               .propositions = {PropositionId{1}},
               .citations = {CitationId{1}},
               .citation_status = CitationStatus::kSelfAttributed,
               .verdict = Verdict::kOverstated,
               .allowed_wording = "may ease pain",
               .reasons = {reason, {}}}};
  g.evidence_lines = {{.id = EvidenceLineId{1},
                       .claim = ClaimId{1},
                       .proposition = PropositionId{1},
                       .citation = CitationId{1},
                       .reference = ReferenceId{1},
                       .work = WorkId{1},
                       .stance = Stance::kNoEvidence,
                       .role = QuoteRole::kReviewSynthesis,
                       .design = StudyDesign::kCohort,
                       .population = Directness::kDirect,
                       .intervention = Directness::kIndirect,
                       .comparator = Directness::kDifferent,
                       .outcome = Directness::kIndirect,
                       .certainty = 3,
                       .reasons = {reason}}};
  g.findings = {{.id = FindingId{1},
                 .rule = "year-mismatch",
                 .severity = Severity::kError,
                 .span = {16, 40},
                 .file = "a.bib",
                 .message = "The year differs.",
                 .suggestion = "Write 2014.",
                 .claim = ClaimId{1},
                 .citations = {CitationId{1}},
                 .references = {ReferenceId{1}},
                 .evidence = {EvidenceLineId{1}}}};
  return g;
}

// Fields that are newer than format 1 are set here.
DocumentGraph FullGraph(const std::string& source) {
  DocumentGraph g = V1Graph(source);
  g.works.push_back({.id = WorkId{2}, .names = {"pmid:77"}, .title = "Listed", .pmid = "77"});
  g.presents = WorkId{1};
  g.lists = {WorkId{2}};
  return g;
}

}  // namespace claimgraph
