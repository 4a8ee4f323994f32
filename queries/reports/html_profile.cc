#include "queries/reports/html_profile.h"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <string_view>
#include <tuple>

#include "core/json.h"
#include "queries/graph/nodes.h"
#include "queries/reports/html_signs.h"
#include "queries/reports/phrases.h"

namespace claimgraph {
namespace {

constexpr std::string_view kDash = "–";

// That levels end at 1 and 4 says nothing about the evidence.
bool IsUpOrDown(const Reason& step) {
  return step.change != 0 && step.rule != "start-from-design" && step.rule != "clamp";
}

// Notes numbered as they come; equal ones once.
class Notes {
 public:
  explicit Notes(std::string prefix) : prefix_(std::move(prefix)) {}

  std::string IdOf(std::size_t number) const { return fmt::format("{}-{}", prefix_, number); }

  std::size_t Number(const Reason& step) {
    const auto [at, fresh] =
        numbers_.emplace(std::tuple(step.rule, step.change, step.because), steps_.size() + 1);
    if (fresh) steps_.push_back(step);
    return at->second;
  }

  void Put(HtmlWriter* html) const {
    if (steps_.empty()) return;
    html->Open("ol", {{"class", "notes"}});
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const Reason& step = steps_[i];
      html->Open("li", {{"id", IdOf(i + 1)}});
      html->Element("b", fmt::format("{:+g} ", step.change),
                    {{"class", step.change < 0 ? "down" : "up"}});
      html->Element("code", step.rule);
      html->Text(": " + step.because);
      html->Close();
    }
    html->Close();
  }

 private:
  std::string prefix_;
  std::map<std::tuple<std::string, double, std::string>, std::size_t> numbers_;
  std::vector<Reason> steps_;
};

class Table {
 public:
  Table(const DocumentIndex& index, HtmlWriter* html)
      : index_(index), html_(*html), notes_("n-" + IdText(index.graph().document.id)) {}

  void Put(const std::vector<ProfileRow>& rows) {
    html_.Open("table", {{"class", "profile stack"}, {"role", "table"}});
    html_.Element("caption",
                  "One row for each outcome that evidence bears on. Certainty starts from the "
                  "studies' design; each note is a step from there.");
    html_.Open("thead", {{"role", "rowgroup"}});
    html_.Open("tr", {{"role", "row"}});
    for (const std::string_view head : {"Outcome", "Studies", "People", "Effect (95 % CI)",
                                        "Stance of the papers", "Certainty"}) {
      html_.Element("th", head, {{"scope", "col"}, {"role", "columnheader"}});
    }
    html_.Close();
    html_.Close();
    html_.Open("tbody", {{"role", "rowgroup"}});
    for (const ProfileRow& row : rows) PutRow(row);
    html_.Close();
    html_.Close();
    notes_.Put(&html_);
  }

 private:
  void BeginCell(std::string_view label) {
    html_.Open("td", {{"role", "cell"}, {"data-label", label}});
  }

  void PutRow(const ProfileRow& row) {
    html_.Open("tr", {{"role", "row"}, {"id", ProfileRowId(index_, row.proposition)}});
    PutOutcome(row);
    BeginCell("Studies");
    html_.Text(row.studies == 1 ? std::string("1 study") : fmt::format("{} studies", row.studies));
    html_.Text(" in " + Counted(row.papers, "paper"));
    if (row.included > 0) {
      html_.Element("small", fmt::format("{} more {} part of a review", row.included,
                                         row.included == 1 ? "is" : "are"));
    }
    if (row.retracted > 0) {
      html_.Element("small", Counted(row.retracted, "paper") + " retracted, not counted");
    }
    html_.Close();
    PutPeople(row);
    PutEffects(row);
    PutStances(row);
    PutAppraisal(row);
    html_.Close();
  }

  void PutOutcome(const ProfileRow& row) {
    html_.Open("th", {{"scope", "row"}, {"role", "rowheader"}});
    const Proposition* p = FindById(index_.graph().propositions, row.proposition);
    if (p != nullptr) html_.Text(LabelOf(*p));
    html_.Open("span", {{"class", "claims"}});
    for (const Claim* claim : row.claims) {
      const VerdictSign& sign = SignOf(claim->verdict);
      html_.Element(
          "a", fmt::format("{} {}", sign.symbol, IdText(claim->id)),
          {{"href", "#" + IdText(claim->id)}, {"class", sign.css}, {"title", sign.words}});
      html_.Text(" ");
    }
    html_.Close();
    html_.Close();
  }

  void PutPeople(const ProfileRow& row) {
    BeginCell("People");
    if (row.people == 0) {
      html_.Text(kDash);
    } else {
      html_.Text(fmt::format("{}", row.people));
      if (row.people_studies < row.studies) {
        html_.Element("small", fmt::format("in {} of {}", row.people_studies, row.studies));
      }
    }
    html_.Close();
  }

  void PutEffects(const ProfileRow& row) {
    BeginCell("Effect (95 % CI)");
    if (row.effects.empty()) html_.Text(kDash);
    for (const ProfileEffect& effect : row.effects) {
      html_.Open("span", {{"class", "effect"}});
      html_.Text(Numbers(effect.effect));
      const std::string from = StudyInWords(effect.from);
      html_.Element("small", effect.time_point.empty()
                                 ? from
                                 : fmt::format("{}; {}", from, effect.time_point));
      html_.Close();
    }
    html_.Close();
  }

  void PutStances(const ProfileRow& row) {
    BeginCell("Stance of the papers");
    bool first = true;
    for (std::size_t i = 0; i < row.stances.size(); ++i) {
      if (row.stances[i] == 0) continue;
      html_.Text(fmt::format("{}{}: {}", first ? "" : ", ", StanceInWords(static_cast<Stance>(i)),
                             row.stances[i]));
      first = false;
    }
    if (first) html_.Text(kDash);
    html_.Close();
  }

  void PutAppraisal(const ProfileRow& row) {
    BeginCell("Certainty");
    if (row.papers == 0) {  // all were retracted
      html_.Text(kDash);
      html_.Close();
      return;
    }
    PutCertainty(row.appraisal.level, &html_);
    for (const Reason& step : row.appraisal.steps) {
      if (!IsUpOrDown(step)) continue;
      const std::size_t number = notes_.Number(step);
      html_.Open("sup");
      html_.Element(
          "a", fmt::format("{}", number),
          {{"href", "#" + notes_.IdOf(number)}, {"aria-label", fmt::format("note {}", number)}});
      html_.Text(" ");
      html_.Close();
    }
    for (const Reason& step : row.appraisal.steps) {
      if (step.rule == "start-from-design" || step.rule == "other-designs-set-aside") {
        html_.Element("small", step.because);
      }
    }
    PutNotAssessed(row);
    if (row.together && row.claims.size() > 1) {
      html_.Element("small", "appraised over the sources of all its claims together");
    }
    html_.Close();
  }

  void PutNotAssessed(const ProfileRow& row) {
    std::vector<std::string> missing;
    CollectNotAssessed(row.appraisal.steps, &missing);
    if (missing.empty()) return;
    for (std::string& item : missing) std::ranges::replace(item, '-', ' ');
    html_.Element("small", fmt::format("not assessed: {}", fmt::join(missing, ", ")));
  }

  const DocumentIndex& index_;
  HtmlWriter& html_;
  Notes notes_;
};

}  // namespace

std::string ProfileRowId(const DocumentIndex& index, PropositionId proposition) {
  return fmt::format("{}-{}", IdText(index.graph().document.id), IdText(proposition));
}

void PutProfile(const std::vector<ProfileRow>& rows, const DocumentIndex& index, HtmlWriter* html) {
  Table(index, html).Put(rows);
}

}  // namespace claimgraph
