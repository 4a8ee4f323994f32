// Written by hand and not through Json objects: reasons are half of what an export of a
// graph writes.

#include "queries/exports/property_graph_lists.h"

#include <cmath>
#include <optional>
#include <string_view>

#include "queries/exports/property_graph_text.h"
#include "queries/graph/nodes.h"

namespace claimgraph {
namespace {

template <typename Thing, typename AppendOne>
void Append(const std::vector<Thing>& list, std::string* out, const AppendOne& append) {
  *out += '[';
  for (const Thing& thing : list) {
    if (&thing != list.data()) *out += ',';
    append(thing);
  }
  *out += ']';
}

// The members of one object, which ends with this.
class Members {
 public:
  explicit Members(std::string* out) : out_(out) { *out_ += '{'; }
  ~Members() { *out_ += '}'; }
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;

  void Add(std::string_view name, std::string_view value) {
    Key(name);
    AppendJson(value, out_);
  }
  void Add(std::string_view name, double value) {
    Key(name);
    AppendReal(value);
  }
  void Add(std::string_view name, const std::optional<double>& value) {
    Key(name);
    AppendReal(value);
  }
  void Add(std::string_view name, const std::optional<std::int64_t>& value) {
    Key(name);
    value ? AppendNumber(*value, out_) : Null();
  }
  // Null where neither is there.
  void AddPair(std::string_view name, const std::optional<double>& low,
               const std::optional<double>& high) {
    Key(name);
    if (!low && !high) return Null();
    *out_ += '[';
    AppendReal(low);
    *out_ += ',';
    AppendReal(high);
    *out_ += ']';
  }

 private:
  void Key(std::string_view name) {
    if (out_->back() != '{') *out_ += ',';
    *out_ += '"';
    *out_ += name;
    *out_ += "\":";
  }
  void Null() { *out_ += "null"; }
  void AppendReal(const std::optional<double>& value) {
    value&& std::isfinite(*value) ? AppendNumber(*value, out_) : Null();
  }

  std::string* out_;
};

}  // namespace

void AppendList(const std::vector<std::string>& list, std::string* out) {
  Append(list, out, [&](const std::string& text) { AppendJson(text, out); });
}

void AppendList(const std::vector<int>& list, std::string* out) {
  Append(list, out, [&](int number) { AppendNumber(std::int64_t{number}, out); });
}

void AppendList(const std::vector<Author>& list, std::string* out) {
  Append(list, out, [&](const Author& author) { AppendJson(FamilyFirst(author), out); });
}

void AppendList(const std::vector<Cue>& list, std::string* out) {
  Append(list, out, [&](const Cue& cue) { AppendJson(cue.text, out); });
}

void AppendList(const std::vector<Effect>& list, std::string* out) {
  Append(list, out, [&](const Effect& effect) {
    Members members(out);
    members.Add("measure", Name(effect.measure));
    members.Add("value", effect.value);
    members.AddPair("ci", effect.ci_low, effect.ci_high);
    members.Add("p", effect.p);
    members.Add("n", effect.n);
    members.Add("k", effect.k);
    members.Add("i2", effect.i2);
  });
}

void AppendList(const std::vector<Reason>& list, std::string* out) {
  Append(list, out, [&](const Reason& reason) {
    Members members(out);
    members.Add("step", reason.step);
    members.Add("rule", reason.rule);
    members.Add("change", reason.change);
    members.Add("because", reason.because);
  });
}

void AppendList(const std::vector<Fact>& list, std::string* out) {
  Append(list, out, [&](const Fact& fact) {
    Members members(out);
    members.Add("kind", Name(fact.kind));
    members.Add("value", fact.value);
    members.Add("confidence", fact.confidence);
  });
}

void AppendList(const std::vector<StandingNotice>& list, std::string* out) {
  Append(list, out, [&](const StandingNotice& notice) {
    Members members(out);
    members.Add("standing", Name(notice.standing));
    members.Add("date", notice.date);
    members.Add("reason", notice.reason);
    members.Add("notice", notice.notice);
  });
}

void AppendList(const std::vector<BiasJudgement>& list, std::string* out) {
  Append(list, out, [&](const BiasJudgement& bias) {
    Members members(out);
    members.Add("domain", bias.domain);
    members.Add("judgement", Name(bias.judgement));
  });
}

}  // namespace claimgraph
