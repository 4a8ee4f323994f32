#include "importers/records/pubmed_nodes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace claimgraph {
namespace {

using enum PubmedNode;

struct Edge {
  PubmedNode parent;
  std::string_view name;
  PubmedNode child;
};

// By parent, in the order of PubmedNode.
constexpr Edge kEdges[] = {
    {kFile, "PubmedArticleSet", kSet},
    {kFile, "PubmedBookArticleSet", kSet},
    {kFile, "MedlineCitationSet", kSet},
    {kFile, "PubmedArticle", kPubmedArticle},
    {kFile, "PubmedBookArticle", kBookArticle},
    {kFile, "MedlineCitation", kCitation},
    {kSet, "PubmedArticle", kPubmedArticle},
    {kSet, "PubmedBookArticle", kBookArticle},
    {kSet, "MedlineCitation", kCitation},
    {kSet, "DeleteCitation", kDelete},
    {kSet, "DeleteDocument", kDelete},
    {kDelete, "PMID", kDeletedPmid},
    {kPubmedArticle, "MedlineCitation", kCitation},
    {kPubmedArticle, "PubmedData", kPubmedData},
    {kCitation, "PMID", kPmid},
    {kCitation, "Article", kArticle},
    {kCitation, "CommentsCorrectionsList", kCommentList},
    {kCitation, "MeshHeadingList", kHeadingList},
    {kCitation, "KeywordList", kKeywordList},
    {kArticle, "Journal", kJournal},
    {kArticle, "ArticleTitle", kTitle},
    {kArticle, "VernacularTitle", kVernacularTitle},
    {kArticle, "Pagination", kPagination},
    {kArticle, "ELocationID", kLocation},
    {kArticle, "Abstract", kAbstract},
    {kArticle, "AuthorList", kAuthorList},
    {kArticle, "DataBankList", kDataBankList},
    {kArticle, "PublicationTypeList", kTypeList},
    {kArticle, "ArticleDate", kArticleDate},
    {kJournal, "JournalIssue", kJournalIssue},
    {kJournal, "Title", kJournalTitle},
    {kJournal, "ISOAbbreviation", kIsoTitle},
    {kJournalIssue, "Volume", kVolume},
    {kJournalIssue, "Issue", kIssue},
    {kJournalIssue, "PubDate", kPubDate},
    {kPubDate, "Year", kYear},
    {kPubDate, "MedlineDate", kMedlineDate},
    {kPagination, "MedlinePgn", kMedlinePages},
    {kPagination, "StartPage", kStartPage},
    {kPagination, "EndPage", kEndPage},
    {kAbstract, "AbstractText", kAbstractText},
    {kAuthorList, "Author", kAuthor},
    {kAuthor, "LastName", kFamily},
    {kAuthor, "ForeName", kForeName},
    {kAuthor, "Initials", kInitials},
    {kAuthor, "CollectiveName", kCollective},
    {kArticleDate, "Year", kArticleYear},
    {kDataBankList, "DataBank", kDataBank},
    {kDataBank, "DataBankName", kDataBankName},
    {kDataBank, "AccessionNumberList", kAccessionList},
    {kAccessionList, "AccessionNumber", kAccession},
    {kTypeList, "PublicationType", kType},
    {kCommentList, "CommentsCorrections", kComment},
    {kComment, "RefSource", kRefSource},
    {kComment, "PMID", kCommentPmid},
    {kHeadingList, "MeshHeading", kHeading},
    {kHeading, "DescriptorName", kDescriptor},
    {kKeywordList, "Keyword", kKeyword},
    {kPubmedData, "ArticleIdList", kArticleIds},
    {kPubmedData, "ReferenceList", kReferenceList},
    {kArticleIds, "ArticleId", kArticleId},
    {kReferenceList, "Reference", kReference},
    {kReferenceList, "ReferenceList", kReferenceList},
    {kReference, "ArticleIdList", kReferenceIds},
    {kReferenceIds, "ArticleId", kReferenceId},
    {kBookArticle, "BookDocument", kBookDocument},
    {kBookArticle, "PubmedBookData", kBookData},
    {kBookDocument, "PMID", kPmid},
    {kBookDocument, "ArticleIdList", kArticleIds},
    {kBookDocument, "Book", kBook},
    {kBookDocument, "ArticleTitle", kTitle},
    {kBookDocument, "VernacularTitle", kVernacularTitle},
    {kBookDocument, "Pagination", kPagination},
    {kBookDocument, "AuthorList", kAuthorList},
    {kBookDocument, "PublicationType", kType},
    {kBookDocument, "Abstract", kAbstract},
    {kBookDocument, "KeywordList", kKeywordList},
    {kBookDocument, "ContributionDate", kArticleDate},
    {kBookDocument, "ReferenceList", kReferenceList},
    {kBook, "Publisher", kPublisher},
    {kBook, "BookTitle", kBookTitle},
    {kBook, "PubDate", kPubDate},
    {kBook, "AuthorList", kBookAuthors},
    {kBook, "Volume", kVolume},
    {kBook, "ELocationID", kLocation},
    {kBookAuthors, "Author", kAuthor},
    {kPublisher, "PublisherName", kPublisherName},
    {kBookData, "ArticleIdList", kArticleIds},
};

static_assert(std::is_sorted(std::begin(kEdges), std::end(kEdges),
                             [](const Edge& a, const Edge& b) { return a.parent < b.parent; }));

// Where the children of each parent begin; one more entry ends the last.
constexpr auto kBegins = [] {
  std::array<std::uint8_t, static_cast<std::size_t>(kLastNode) + 2> begins{};
  for (std::size_t node = 0; node < begins.size(); ++node) {
    std::uint8_t at = 0;
    while (at < std::size(kEdges) && static_cast<std::size_t>(kEdges[at].parent) < node) ++at;
    begins[node] = at;
  }
  return begins;
}();

}  // namespace

PubmedNode ChildOf(PubmedNode parent, std::string_view name) {
  const auto node = static_cast<std::size_t>(parent);
  for (std::size_t i = kBegins[node]; i < kBegins[node + 1]; ++i) {
    if (kEdges[i].name == name) return kEdges[i].child;
  }
  return kNone;
}

}  // namespace claimgraph
