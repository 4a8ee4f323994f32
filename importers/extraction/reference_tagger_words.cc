// Words as bibliographies print them, in the languages that they are printed in most:
// English, French, German.  Change a row and the model must be trained again.
#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "importers/extraction/reference_tagger.h"

namespace claimgraph {
namespace {

struct LexiconRow {
  EntryLexicon of{};
  std::string_view words{};  // apart by spaces
};

constexpr std::array<LexiconRow, 17> kRows = {{
    {EntryLexicon::kMonth,
     "jan january feb february mar march apr april may jun june jul july aug august sep "
     "sept september oct october nov november dec december janvier fevrier février mars "
     "avril mai juin juillet aout août septembre octobre novembre decembre décembre "
     "januar februar märz juni juli oktober dezember spring summer autumn winter"},
    {EntryLexicon::kJournal,
     "j journal int intl international rev review reviews lett letters phys physics "
     "physical proc proceedings trans transactions ann annals annu am amer amj soc "
     "society acad sci science sciences nat natl nature res research chem chemistry biol "
     "biology med medicine bull bulletin acta arch archives mag magazine eur ieee acm "
     "symp symposium conf conference workshop congress commun communications math "
     "mathematical appl nucl astron astrophys astrophysical apj apjs mnras aj jhep phil "
     "monthly quarterly zeitschrift annales revue revista rivista can quart advances adv "
     "methods theory surg clin exp exper mol cell biochem br brit scand lancet jama "
     "cancer plos bmc prog rep reports geophys lecture notes encyclopedia handbook "
     "fortschr mem mod gen comput computer computing sigplan sigmod usenix newsletter "
     "gazette times post herald symposia meeting compt rend"},
    {EntryLexicon::kPublisher,
     "press publisher publishers publishing verlag springer wiley elsevier academic "
     "mcgraw hill addison wesley prentice hall kluwer routledge macmillan blackwell sage "
     "norton penguin oxford cambridge university univ birkhauser birkhäuser dekker "
     "plenum holland scientific freeman harper random house knopf doubleday beacon books "
     "editions éditions ed editorial gallimard seuil puf cnrs kaufmann morgan presses "
     "sons co inc ltd company éditeur humana crc pergamon dover benjamin interscience "
     "world gruyter mouton erlbaum nauka mir saunders mosby lippincott williams wilkins "
     "longman reidel"},
    {EntryLexicon::kLocation,
     "new york london paris oxford cambridge berlin heidelberg amsterdam boston chicago "
     "philadelphia washington dc princeton san francisco tokyo moscow moskva leiden "
     "stuttgart münchen munich geneva genève toronto madrid roma rome milano milan "
     "torino wien vienna zürich zurich basel dordrecht hague copenhagen stockholm sydney "
     "melbourne beijing singapore singapour usa uk ny ca ma nj pa il england france "
     "germany italy spain canada japan china netherlands angeles berkeley stanford "
     "baltimore dublin edinburgh lyon bruxelles brussels frankfurt leipzig hamburg "
     "göttingen köln bonn tübingen mexico buenos aires rio janeiro paulo delhi mumbai "
     "seoul hong kong jerusalem providence hillsdale mahwah ithaca"},
    {EntryLexicon::kInstitution,
     "department dept institute institut laboratory lab laboratories technical report "
     "tech thesis dissertation phd ph master masters diss school center centre college "
     "ministry agency organization organisation commission association council committee "
     "federal national bureau office government corporation foundation working paper "
     "unpublished manuscript preprint"},
    {EntryLexicon::kIn,
     "in dans en im"},
    {EntryLexicon::kEditor,
     "ed eds edited editor editors hrsg hg éd éds dir coord edn edition"},
    {EntryLexicon::kPages,
     "p pp page pages s seiten pg pgs"},
    {EntryLexicon::kVolume,
     "vol vols volume volumes band bd tome t v"},
    {EntryLexicon::kIssue,
     "no nr num number issue n nº iss"},
    {EntryLexicon::kEt,
     "et"},
    {EntryLexicon::kAl,
     "al alii"},
    {EntryLexicon::kAnd,
     "and und y"},
    {EntryLexicon::kNote,
     "retrieved accessed available online access from press submitted appear forthcoming "
     "epub published translated trans cited last visited viewed consulté private "
     "communication references therein ibid see also"},
    {EntryLexicon::kIdentifier,
     "doi arxiv isbn issn pmid pmcid eprint preprint"},
    {EntryLexicon::kParticle,
     "van von de der den di da del della la le el al bin ibn du dos ten ter st mc mac jr "
     "sr ii iii"},
    {EntryLexicon::kFunction,
     "the of a an and for on in with to by from at as its into under between using via "
     "is are der die das und des von zur le la les et de du sur une"},
}};

using WordTable = std::unordered_map<std::string_view, EntryLexicons>;

WordTable MakeTable() {
  WordTable table;
  for (const LexiconRow& row : kRows) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      table[word] |= BitOf(row.of);
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
  }
  return table;
}

}  // namespace

EntryLexicons LexiconsOf(std::string_view word) {
  static const WordTable kTable = MakeTable();
  const auto found = kTable.find(word);
  return found == kTable.end() ? 0 : found->second;
}

}  // namespace claimgraph
