// Values of fields as the files of reference managers print them, and how they go
// into a RecordEntry.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_RECORD_FIELDS_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_RECORD_FIELDS_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "importers/records/record_entry.h"

namespace claimgraph {

// The first number of four digits from 1000 to 2999 that stands alone; 0: none.
int FirstYear(std::string_view text);

// "2014/03/09/", "2014-03", "2010 Feb 6", "2009" at the beginning of `text` as
// "2014-03-09", ...; empty if it begins with no year.
std::string IsoDate(std::string_view text);
// From numbers; a month or day that cannot be is left out, and so is a year.
std::string IsoDate(int year, int month, int day);

// "Smith, Jane A." and "Smith JA" in two parts; else the whole is a family name.
Author ReadAuthor(std::string_view printed);
// Adds it to `reference`; "et al" sets et_al.
void AddAuthor(std::string_view printed, Reference* reference);

// "12" + "20" -> "12-20"; dashes become "-".
std::string Pages(std::string_view first, std::string_view last);

// The parts of `text` between `separator`s, tidied; no empty ones.
std::vector<std::string> SplitList(std::string_view text, char separator);

// The digits at the beginning of `text`; empty if it has more than eight or none.
std::string Pmid(std::string_view text);
// "PMC123" from "PMC123", "pmc123.2" or "123"; else empty.
std::string Pmcid(std::string_view text);

// Whether one of `words`, in lower case, is in `text`, in any case.
bool Mentions(std::string_view text, std::initializer_list<std::string_view> words);

// The only DOI in `text`; empty where there is none, or where it may be another work's.
std::string OnlyDoi(std::string_view text);

// The first of the addresses in "http://a.org; http://b.org".
std::string FirstAddress(std::string_view text);

// A subject heading, without the mark of a main one and what qualifies it:
// "*Massage/methods" -> "Massage".
void AddHeading(std::string_view printed, Record* record);

// Of a list with ";" or ends of lines between: some programs print one a line.
void AddKeywords(std::string_view value, RecordEntry* entry);

// MEDLINE's type "Retracted Publication" as a notice, where none tells of the retraction.
void NoteRetractedType(Record* record);

// A fact of kind kRegistry, once.  `number` as printed.
void AddRegistry(std::string_view number, Record* record);

// What a retraction, correction, ... is called in Crossref and Retraction Watch
// ("expression_of_concern", "Reinstatement", "Erratum").  False for what changes
// nothing about a work or is not known.
bool ReadStanding(std::string_view printed, Standing* standing);

// Whether a work can be told by it: a title or an identifier.
bool NamesAWork(const Reference& reference);

// How problems call the record that is `number`-th in its file.
std::string ProblemName(const Reference& reference, std::uint64_t number);

// `printed`, which was given as a DOI, into entry->printed.doi if that is empty; what is
// no DOI is reported as "bad-doi" and left out.
void SetDoi(std::string_view printed, std::uint64_t number, RecordEntry* entry, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_RECORD_FIELDS_H_
