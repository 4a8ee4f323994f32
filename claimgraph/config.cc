// The file is small and every mistake in it stops the run, with its line.

#include "claimgraph/config.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <array>
#include <filesystem>
#include <utility>

#include "claimgraph/files.h"

namespace claimgraph {
namespace {

constexpr std::string_view kFileName = ".claimgraph.toml";
constexpr std::array<std::string_view, 3> kTopLevelKeys = {"fail-on", "rules", "vocabulary"};

class ConfigReader {
 public:
  explicit ConfigReader(std::string path) { config_.path = std::move(path); }

  Result<Config> Read(const toml::table& table) {
    for (const auto& [key, value] : table) {
      const Status read = ReadTopLevel(key, value);
      if (!read) return tl::unexpected(read.error());
    }
    return config_;
  }

 private:
  Status ReadTopLevel(const toml::key& key, const toml::node& value) {
    if (key == "fail-on") return ReadFailOn(value);
    if (key == "rules") return ReadRules(value);
    if (key == "vocabulary") return ReadVocabulary(value);
    return Wrong(key.source(),
                 fmt::format("unknown key \"{}\"{}", key.str(), DidYouMean(NearestKey(key.str()))));
  }

  Status ReadFailOn(const toml::node& value) {
    config_.fail_on = ParseSeverity(value.value_or(std::string_view()));
    if (config_.fail_on) return {};
    return Wrong(value.source(), "fail-on is one of error, warning, info, never");
  }

  // Paths are relative to the file that they stand in.
  Status ReadVocabulary(const toml::node& value) {
    const std::string_view named = value.value_or(std::string_view());
    if (named.empty()) return Wrong(value.source(), "vocabulary is the path of a TOML file");
    const auto folder = std::filesystem::path(config_.path).parent_path();
    config_.vocabulary = (folder / named).lexically_normal().string();
    return {};
  }

  Status ReadRules(const toml::node& value) {
    const toml::table* rules = value.as_table();
    if (rules == nullptr) return Wrong(value.source(), "rules is a table: [rules]");
    for (const auto& [name, severity] : *rules) {
      const Status read = ReadRule(name, severity);
      if (!read) return read;
    }
    return {};
  }

  Status ReadRule(const toml::key& name, const toml::node& value) {
    if (FindRule(name.str()) == nullptr) {
      return Wrong(name.source(), fmt::format("unknown rule \"{}\"{}", name.str(),
                                              DidYouMean(NearestRule(name.str()))));
    }
    const auto severity = ParseSeverity(value.value_or(std::string_view()));
    if (!severity) {
      return Wrong(value.source(),
                   fmt::format("{} is one of off, info, warning, error", name.str()));
    }
    config_.severities[std::string(name.str())] = *severity;
    return {};
  }

  static std::string NearestKey(std::string_view key) {
    const std::string top = Nearest(key, kTopLevelKeys);
    const std::string rule = NearestRule(key);
    return top.empty() && !rule.empty() ? "[rules] " + rule : top;
  }

  Status Wrong(const toml::source_region& where, std::string_view what) const {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{}:{}: {}", config_.path, where.begin.line, what));
  }

  Config config_;
};

}  // namespace

Result<Config> ParseConfig(std::string_view text, const std::string& path) {
  try {
    return ConfigReader(path).Read(toml::parse(text, path));
  } catch (const toml::parse_error& error) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{}:{}: {}", path, error.source().begin.line, error.description()));
  }
}

Result<Config> FindConfig(const std::string& checked_path) {
  namespace fs = std::filesystem;
  std::error_code ignored;  // a folder that cannot be looked into has no settings for us
  fs::path start = checked_path == "-" ? fs::path() : fs::path(checked_path).parent_path();
  if (start.empty()) start = ".";  // "draft.md" alone: fs::absolute("") is an error
  std::error_code error;
  const fs::path absolute = fs::absolute(start, error);
  if (error) {
    return Fail(ErrorCode::kIo, fmt::format("{}: cannot tell the folder of its settings: {}",
                                            checked_path, error.message()));
  }
  fs::path folder = fs::weakly_canonical(absolute, ignored);
  if (folder.empty()) folder = absolute.lexically_normal();
  while (!folder.empty()) {
    const fs::path candidate = folder / kFileName;
    if (fs::is_regular_file(candidate, ignored)) {
      const std::string shown = candidate.lexically_proximate(fs::current_path(ignored)).string();
      Result<std::string> text = ReadFile(candidate.string());
      if (!text) return tl::unexpected(text.error());
      return ParseConfig(*text, shown.rfind("..", 0) == 0 ? candidate.string() : shown);
    }
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  return Config{};
}

std::optional<Severity> ParseSeverity(std::string_view name) {
  if (name == "never") return Severity::kOff;
  for (const Severity severity :
       {Severity::kOff, Severity::kInfo, Severity::kWarning, Severity::kError}) {
    if (name == Name(severity)) return severity;
  }
  return std::nullopt;
}

Status CheckRuleNames(const std::vector<std::string>& rules) {
  for (const std::string& name : rules) {
    if (FindRule(name) != nullptr) continue;
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("unknown rule \"{}\"{}", name, DidYouMean(NearestRule(name))));
  }
  return {};
}

}  // namespace claimgraph
