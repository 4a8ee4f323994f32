#include "queries/reports/html_page.h"

#include "report_assets.h"

namespace claimgraph {
namespace {

// The hash is the script's: tests/foreign/browser_test.py computes it again.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src "
    "'sha256-t7rkiv9JAD+aOwHJrcBBuC32PulThJcA9TnoTVEZ5AY='; base-uri 'none'; form-action 'none'";

}  // namespace

void BeginPage(std::string_view title, HtmlWriter* html) {
  html->Raw("<!DOCTYPE html>\n");
  html->Open("html", {{"lang", "en"}});
  html->Open("head");
  html->Void("meta", {{"charset", "utf-8"}});
  html->Void("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", kPolicy}});
  html->Void("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html->Void("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  html->Element("title", title);
  html->Open("style");
  html->Raw(kReportCss);
  html->Close();
  html->Close();
  html->Raw("\n");
  html->Open("body");
  html->Element("a", "Skip to the report", {{"class", "skip"}, {"href", "#main"}});
}

void BeginMain(HtmlWriter* html) { html->Open("main", {{"id", "main"}, {"tabindex", "-1"}}); }

void EndPage(HtmlWriter* html) {
  html->Close();
  html->Open("footer", {{"class", "page"}});
  html->Element("p",
                "Written by claimgraph. A finding is a lead for a person, not a verdict on one: "
                "the page shows what each claim rests on, and readers decide. Nothing was looked "
                "up on the network.");
  html->Close();
  html->Open("script");
  html->Raw(kReportScript);
  html->Close();
  html->Close();
  html->Close();
  html->Raw("\n");
}

}  // namespace claimgraph
