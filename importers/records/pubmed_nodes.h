// The elements of PubMed's XML that matter, and where each may stand.
//
// One name means different things in different places (a PMID of the article, of a
// comment, of a withdrawn record), so an element is known by the one around it.
// Whatever is not in the table is passed over with all that it holds.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_PUBMED_NODES_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_PUBMED_NODES_H_

#include <cstdint>
#include <string_view>

namespace claimgraph {

enum class PubmedNode : std::uint8_t {
  kNone,  // not in the table
  kFile,
  kSet,
  kDelete,
  kPubmedArticle,
  kCitation,
  kArticle,
  kJournal,
  kJournalIssue,
  kPubDate,
  kPagination,
  kAbstract,
  kAuthorList,
  kAuthor,
  kArticleDate,
  kDataBankList,
  kDataBank,
  kAccessionList,
  kTypeList,
  kCommentList,
  kComment,
  kHeadingList,
  kHeading,
  kKeywordList,
  kPubmedData,
  kArticleIds,
  kReferenceList,
  kReference,
  kReferenceIds,
  kBookArticle,
  kBookDocument,
  kBook,
  kBookAuthors,
  kPublisher,
  kBookData,
  // From here on: what holds text.
  kDeletedPmid,
  kPmid,
  kVolume,
  kIssue,
  kYear,
  kMedlineDate,
  kArticleYear,
  kJournalTitle,
  kIsoTitle,
  kTitle,
  kVernacularTitle,
  kMedlinePages,
  kStartPage,
  kEndPage,
  kLocation,
  kAbstractText,
  kFamily,
  kForeName,
  kInitials,
  kCollective,
  kDataBankName,
  kAccession,
  kType,
  kRefSource,
  kCommentPmid,
  kDescriptor,
  kKeyword,
  kArticleId,
  kReferenceId,
  kBookTitle,
  kPublisherName,
};

inline constexpr PubmedNode kFirstWithText = PubmedNode::kDeletedPmid;
inline constexpr PubmedNode kLastNode = PubmedNode::kPublisherName;

constexpr bool HoldsText(PubmedNode node) { return node >= kFirstWithText; }

// An element of that name inside `parent`; kNone: of no interest.
PubmedNode ChildOf(PubmedNode parent, std::string_view name);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_PUBMED_NODES_H_
