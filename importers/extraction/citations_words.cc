// Each table is one string of words, split into a hash set the first time that
// it is asked.

#include "importers/extraction/citations_words.h"

#include <unordered_set>

namespace claimgraph {
namespace {

using Words = std::unordered_set<std::string_view>;

Words Split(std::string_view list) {
  Words words;
  while (!list.empty()) {
    const std::size_t space = list.find(' ');
    if (space != 0) words.insert(list.substr(0, space));
    if (space == std::string_view::npos) break;
    list.remove_prefix(space + 1);
  }
  return words;
}

}  // namespace

bool IsNeverName(std::string_view word) {
  static const Words kWords = Split(
      "a about above accessed according accordingly across actually additionally adapted adjusted "
      "after afterwards "
      "again against age aged ages ago all almost alone along already also although altogether "
      "always among amongst an "
      "analyses analysis and annex another any apart appendix approximately are as at available "
      "away based be because "
      "been before being below besides best between beyond both box but by ca can case cases cf "
      "chapter circa clearly "
      "clinical cohort column compare compared consequently contrary control conversely copyright "
      "could covid criteria "
      "current currently data database date day days december despite did do does down during each "
      "earlier early edition "
      "effects either else eq equation equations especially et even eventually every evidence "
      "exactly except experiment "
      "experiments fall february fig figs figure figures final finally findings first firstly "
      "following footnote for "
      "former formula found from further furthermore generally given grade group groups had has "
      "have he hence her here "
      "his hour hours how however i if ii iii importantly in indeed initially instead "
      "interestingly into is it item items "
      "its iv january july june just last lastly lately later latter least less lesson level "
      "levels like likewise literature "
      "mainly many march mean meanwhile median method methods might minutes mode model module "
      "monday month months more "
      "moreover most mostly much must namely namely near nearly neither nevertheless next no "
      "nonetheless nor not notably "
      "note notes november now number nutrition october of off often on once one only or "
      "originally other others our out "
      "over overall page pages paper part participants particularly patients per period phase "
      "phases please plus point "
      "possibly previous previously primarily prior probably protocol published question "
      "questionnaire questions quite rather recent "
      "recently reference references regarding register related released report reports research "
      "respectively result "
      "results retrieved review reviewed reviews revised sample saturday scale scales scheme "
      "second secondly section see "
      "september several she should similarly since site so some sometimes source specifically "
      "spring stage statistics step "
      "still studies study subsequently such sunday supplement supplementary supporting survey "
      "surveys system systematic table tables task "
      "than that the their them then theory there thereafter therefore these they third this those "
      "though three through "
      "throughout thursday thus time to together too total towards trial trials tuesday two type "
      "under unit unlike until up "
      "update updated upon use used using usually value values version versus very via visit vol "
      "volume wave way we website wednesday "
      "week weeks well were what when whenever where whereas whether which while who whole whose "
      "why will winter with "
      "within without would year years yet you your april august may");
  return kWords.count(word) > 0;
}

bool IsCitationPrefix(std::string_view word) {
  static const Words kWords = Split(
      "see also e.g eg i.e ie cf for review reviews reviewed by in as from but compare and the a "
      "an discussed adapted "
      "cited after according to data example instance recent more further meta-analysis details "
      "discussion described "
      "reported study studies proposed suggested modified based on following using used derived "
      "taken including such "
      "most recently notably especially particularly original overview therein references "
      "reference evidence "
      "contra though although however detailed done developed");
  return kWords.count(word) > 0;
}

bool IsCorporateWord(std::string_view word) {
  static const Words kWords = Split(
      "academy administration agency alliance association associations authority authorities board "
      "bureau campaign center "
      "centers centre centres clinic clinics coalition collaboration collaborative collaborators "
      "college commission "
      "committee company consortium consultation corp corporation council department dept "
      "directorate division "
      "executive federation forum foundation fund government group groups health hospital inc "
      "initiative institute institutes "
      "institution investigators kingdom laboratory league ltd magazine ministry nations network "
      "news office "
      "organisation organization panel partnership press program programme project publishing "
      "registry research "
      "school secretariat service services society statistics taskforce team trialists trust union "
      "university "
      "world workgroup workshop");
  return kWords.count(word) > 0;
}

bool IsPlace(std::string_view word) {
  static const Words kWords = Split(
      "africa america american amsterdam armonk asia athens atlanta auckland australia austria "
      "bangkok barcelona beijing belgium "
      "berkeley berlin berne boston brazil britain brisbane brussels california cambridge canada "
      "carolina cary chicago china "
      "cleveland columbia copenhagen dallas delhi denmark denver dublin edinburgh egypt england eu "
      "europe finland florida france geneva "
      "germany glasgow greece helsinki houston hungary iceland illinois india indonesia iran "
      "ireland israel italy japan "
      "kenya korea leeds lisbon london louisville madrid malaysia manchester maryland "
      "massachusetts melbourne mexico miami "
      "michigan milan minneapolis minnesota montreal moscow munich nepal netherlands nigeria ny "
      "nyc norway oakland ohio ontario oslo "
      "oxford pakistan paris pennsylvania perth philadelphia philippines poland portugal rome "
      "russia scotland "
      "seattle seoul shanghai singapore spain stockholm sweden switzerland sydney taiwan texas "
      "thailand tokyo toronto turkey "
      "uk ukraine us usa u.s u.k u.s.a vancouver vienna vietnam wales washington wisconsin zealand "
      "zurich "
      "inc ltd gmbh corp co spss sas stata statacorp windows microsoft ibm olympics android ios "
      "iphone excel");
  return kWords.count(word) > 0;
}

bool IsReportingVerb(std::string_view word) {
  static const Words kWords = Split(
      "add added advise advised agree agreed analysed analyzed applied argue argued argues asked "
      "assessed believe "
      "called carried cautioned claim claimed claims coined compared concluded conclude concludes "
      "conducted confirmed "
      "confirms considered correctly defined defines demonstrate demonstrated demonstrates "
      "describe described describes "
      "developed discussed employed estimated evaluated examined explained explains explored find "
      "finds formulated found "
      "gave have has had highlighted hypothesised hypothesized identified indicated indicates "
      "introduced investigated looked "
      "measured noted notes observed obtained offered outlined point pointed points presented "
      "propose proposed proposes "
      "proved provided published put question questioned recommended recruited refer refers report "
      "reported reports "
      "review reviewed said saw says showed shown shows stated states stress stressed studied "
      "suggest suggested "
      "suggests summarised summarized surveyed tested thinks tracked tried used uses utilised "
      "utilized warned wrote");
  return kWords.count(word) > 0;
}

bool IsKnownAcronym(std::string_view word) {
  static const Words kWords = Split(
      "aap acog acs acsm ada aha ahrq ajcn ama anzctr apa bbc bda bma bmj bnf cdc cochrane dhhs "
      "dsm ecdc efsa ema eular fao "
      "fda figo gina gold hhs hse icd idf ilo iom jama mhra nccih nejm nhs niaaa nice nida nih "
      "nimh nyt oecd ons paho phe "
      "pubmed rcog rcp sign tga ukhsa un unaids undp unesco unicef usda uspstf who lancet nature "
      "science webmd healthline");
  return kWords.count(word) > 0;
}

bool IsNumberLabel(std::string_view word) {
  static const Words kWords = Split(
      "figure figures fig figs table tables equation equations eq eqs section sections step steps "
      "phase phases grade "
      "grades class type types level levels stage stages item items chapter chapters appendix box "
      "part parts page pages p pp "
      "no number numbers nr n k ci cis iqr hypothesis aim question questions visit column row line "
      "lines version "
      "experiment algorithm theorem lemma quartile one two three four five six seven eight nine "
      "ten eleven twelve");
  return kWords.count(word) > 0;
}

bool IsUnit(std::string_view word) {
  static const Words kWords =
      Split("m cm mm dm km ft in inch mi um nm s min h hr kg g mg l ml dl j w n pa x r");
  return kWords.count(word) > 0;
}

}  // namespace claimgraph
