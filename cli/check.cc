#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "claimgraph/part_file.h"
#include "cli/command.h"
#include "cli/flags.h"
#include "cli/output.h"

namespace claimgraph::cli {
namespace {

struct Flags {
  std::vector<std::string> files;
  std::string store;
  std::string format = "text";
  std::string output = "-";
  std::string fail_on;
  std::string vocabulary;
  std::vector<std::string> rules;
  bool quiet = false;
  bool explain = false;
};

Result<Checked> CheckFiles(const Flags& flags, const std::optional<Workspace>& workspace) {
  Result<std::vector<Input>> inputs = ReadInputs(flags.files);
  if (!inputs) return tl::unexpected(inputs.error());
  CheckOptions options{.rules = flags.rules, .vocabulary = flags.vocabulary};
  if (!flags.fail_on.empty()) options.fail_on = ParseSeverity(flags.fail_on);
  if (workspace) return workspace->Check(std::move(*inputs), options);
  return Check(std::move(*inputs), options);
}

int ExitCodeOf(const Report& report) {
  if (LeavesUnread(report)) return kFailure;
  return Fails(report) ? kFindings : kClean;
}

// Explains what this check judged: with its records, bibliographies and concepts.
std::string ExplainFlags(const Flags& flags) {
  std::string words;
  if (flags.files.size() > 1) {
    for (const std::string& file : flags.files) {
      if (file != "-") words += " --file " + ShellWord(file);
    }
  }
  if (!flags.vocabulary.empty()) words += " --vocabulary " + ShellWord(flags.vocabulary);
  if (!flags.store.empty()) words += " --store " + ShellWord(flags.store);
  return words;
}

// `checked` must outlive what is returned.
TextOptions TextOf(const Flags& flags, const Checked& checked) {
  const bool to_file = flags.output != "-";
  TextOptions options = to_file ? TextOptions{.quiet = flags.quiet} : TextFor(flags.quiet);
  if (flags.explain) {
    options.explain = [&checked](const DocumentGraph& graph, const Claim& claim) {
      return ExplainInShort(checked, graph, claim);
    };
  }
  if (!to_file && StdoutIsTerminal()) {
    options.explain_command = "claimgraph explain";
    options.explain_flags = ExplainFlags(flags);
  }
  return options;
}

void Write(const Flags& flags, const Checked& checked, std::ostream& out) {
  const Report& report = checked.report;
  if (flags.format == "json") {
    WriteJson(report, out);
  } else if (flags.format == "sarif") {
    WriteSarif(report, *checked.graph,
               {.exit_code = ExitCodeOf(report), .successful = !LeavesUnread(report)}, out);
  } else if (flags.format == "html") {
    WriteHtml(report, *checked.graph, out);
  } else {
    WriteText(report, TextOf(flags, checked), out);
  }
}

int Run(const Flags& flags) {
  const auto workspace = OpenIfNamed(flags.store);
  if (!workspace) return Complain(workspace.error());
  if (*workspace) {
    const Status outside = (*workspace)->CheckOutput(flags.output);
    if (!outside) return Complain(outside.error());
  }
  const Result<Checked> checked = CheckFiles(flags, *workspace);
  if (!checked) return Complain(checked.error());
  if (checked->report.documents.empty()) {
    return Complain({ErrorCode::kInvalidArgument,
                     "there are only records, and no article to check; name it as well: "
                     "claimgraph check draft.md " +
                         ShellWord(flags.files.front())});
  }
  if (flags.output == "-") {
    Write(flags, *checked, std::cout);
  } else {
    const Status written = WriteWhole(flags.output, [&](std::ostream& out) -> Status {
      Write(flags, *checked, out);
      return {};
    });
    if (!written) return Complain(written.error());
  }
  return ExitCodeOf(checked->report);
}

}  // namespace

Action DeclareCheck(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddValue(app, "FILE", &flags->files, "articles, and .bib files for them; - is standard input",
           {.required = true});
  AddValue(app, "--store", &flags->store, "lay the drafts over this store", {.called = "DIR"});
  AddFormat(app, &flags->format, {.choices = {"text", "json", "sarif", "html"}});
  AddValue(app, "-o,--output", &flags->output, "the file to write; default: standard output",
           {.called = "FILE"});
  AddValue(app, "--fail-on", &flags->fail_on,
           "exit 1 from this severity on: error, warning (default), info, never",
           {.called = "SEVERITY", .choices = {"error", "warning", "info", "never"}});
  AddValue(app, "--rule", &flags->rules, "run this rule alone; may be repeated",
           {.called = "RULE", .one_each = true});
  AddVocabulary(app, &flags->vocabulary);
  AddSwitch(app, "-q,--quiet", &flags->quiet, "findings only: no notes, no sections, no last line");
  AddSwitch(app, "--explain", &flags->explain,
            "below the findings about a claim, how it was judged (text)");
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
