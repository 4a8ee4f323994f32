// Each table is one string of names, split into a hash map the first time that
// it is asked.  A name that is an everyday word ("Nature", "Sleep") is left out:
// alone on a line it is more often a heading.

#include "importers/extraction/citations_sources.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/text/normalize.h"

namespace claimgraph {
namespace {

constexpr std::string_view kIndexes =
    "pubmed;pubmed central;pmc;pub med;medline;google scholar;sciencedirect;science "
    "direct;cochrane;"
    "cochrane library;the cochrane library;cochrane reviews;ncbi;ncbi bookshelf;statpearls;"
    "researchgate;semantic scholar;scopus;web of science;europe pmc;embase;psycnet;apa psycnet;"
    "crossref;clinicaltrials.gov;springer;springerlink;springer link;wiley;wiley online library;"
    "taylor & francis;taylor & francis online;tandfonline;sage journals;oxford academic;jstor;mdpi;"
    "frontiers;frontiersin;biomed "
    "central;bmc;karger;elsevier;liebertpub;medrxiv;biorxiv;arxiv;plos;"
    "plos one;peerj;jama network;mayo clinic;cleveland clinic;healthline;webmd;medical news today;"
    "medicalnewstoday;verywell mind;verywell health;verywell fit;everyday health;drugs.com;"
    "medlineplus;medscape;uptodate;psychology today;harvard health;harvard health publishing;"
    "johns hopkins medicine;hopkins medicine;nhs.uk;nih.gov;cdc.gov;who.int;health.harvard.edu;"
    "mayoclinic.org;nccih;sleep foundation;wikipedia;examine.com;patient.info";

constexpr std::string_view kBodies =
    "who;world health organization;world health organisation;nih;national institutes of health;nhs;"
    "cdc;nice;fda;nimh;american heart association;american cancer society;"
    "american psychological association;american massage therapy association;arthritis foundation;"
    "harvard medical school;johns hopkins;stanford medicine;jama;jama internal medicine;"
    "jama psychiatry;jama network open;the lancet;lancet;bmj;the bmj;bmj open;nejm;"
    "new england journal of medicine;the new england journal of medicine;annals of internal "
    "medicine;"
    "diabetes care;scientific reports;bmc medicine;frontiers in psychology;frontiers in psychiatry;"
    "clinical rehabilitation;psychological bulletin;psychological science;"
    "american journal of clinical nutrition;british journal of sports medicine;sports medicine;"
    "mental health foundation;nature medicine;bbc;bbc news;the guardian;the new york times;"
    "new york times;cnn;reuters;forbes";

constexpr std::string_view kGenerics =
    "source;sources;link;link here;read more;read more here;read it here;learn more;more here;"
    "see here;study here;full text;full study;full article;study link;view study;view the study;"
    "read the study;read the paper;see the study;see study;reference;abstract;citation;ref";

constexpr std::size_t kShort = 5;  // letters; a shorter body's name is printed in capitals

using Table = std::unordered_map<std::string_view, SourceName>;

void AddAll(std::string_view list, SourceName name, Table* table) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    table->emplace(list.substr(0, end), name);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

SourceName Look(std::string_view folded) {
  static const Table kTable = [] {
    Table table;
    AddAll(kIndexes, SourceName::kIndex, &table);
    AddAll(kBodies, SourceName::kBody, &table);
    AddAll(kGenerics, SourceName::kGeneric, &table);
    return table;
  }();
  const auto found = kTable.find(folded);
  return found == kTable.end() ? SourceName::kNone : found->second;
}

// True where some name of an index or body begins with the first of the words:
// what decides for nearly every sentence, without folding it.
bool MayLead(std::string_view words) {
  static const std::unordered_set<std::string_view> kFirst = [] {
    std::unordered_set<std::string_view> first;
    for (std::string_view list : {kIndexes, kBodies}) {
      while (!list.empty()) {
        const std::size_t end = std::min(list.find(';'), list.size());
        first.insert(list.substr(0, std::min(list.find(' '), end)));
        list.remove_prefix(std::min(end + 1, list.size()));
      }
    }
    return first;
  }();
  char word[24];
  std::size_t size = 0;
  for (; size < words.size() && words[size] != ' ' && words[size] != '+'; ++size) {
    if (size == sizeof word) return false;
    const char c = words[size];
    word[size] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return kFirst.count({word, size}) > 0;
}

bool HasSmallLetter(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

SourceName ClassifySource(std::string_view words) {
  const SourceName name = Look(Fold(words));
  const bool word = name == SourceName::kBody && words.size() <= kShort && HasSmallLetter(words);
  return word ? SourceName::kNone : name;
}

std::size_t LeadingSource(std::string_view words) {
  if (!MayLead(words)) return 0;
  std::size_t longest = 0;
  std::size_t end = 0;
  for (int count = 0; count < 6 && end < words.size(); ++count) {
    end = std::min(words.find_first_of(" +", end + 1), words.size());
    const SourceName name = ClassifySource(words.substr(0, end));
    if (name == SourceName::kIndex || name == SourceName::kBody) longest = end;
  }
  return longest;
}

}  // namespace claimgraph
