// The workload as documents, as an import would make them.
//
//   study        a Work, and a document that presents it and lists what it cites
//   document     a Document, its claims, references and findings
//   proposition  a Proposition without people
//   population   a Proposition that says who alone, stated by each claim beside its
//                own, and a document: the register that lists the studies of it
//   cites        a Citation of the claim, which points to all that it cites
//
// Findings of uncited-claim and certainty-inflation come with the documents, as
// an import brings them, so questions about those are answered by the store's list.
//
// Put in the order of the functions here, study s is the work of id s + 1, claim c
// the claim of id c + 1.
#ifndef CLAIMGRAPH_BENCH_EVIDENCE_DOCUMENTS_H_
#define CLAIMGRAPH_BENCH_EVIDENCE_DOCUMENTS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/evidence_workload.h"
#include "core/document_graph.h"
#include "core/status.h"

namespace claimgraph {

DocumentGraph StudyRecord(const Workload& workload, std::uint32_t study);
DocumentGraph ArticleOf(const Workload& workload, const WorkloadDocument& document);

// Requires: `studies` are all those of the population.
DocumentGraph RegisterOf(std::uint32_t population, const std::vector<std::uint32_t>& studies);
std::string RegisterName(std::string_view population_label);  // for GraphReader::Named

// A document of one claim that cites two references of `document`.
DocumentGraph OneClaim(const Workload& workload, const WorkloadDocument& document,
                       std::uint32_t number);

// All documents, in order, until `put` fails.
using PutGraph = std::function<Status(const DocumentGraph&)>;
Status ForEachDocument(const Workload& workload, const PutGraph& put);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_BENCH_EVIDENCE_DOCUMENTS_H_
