// What GraphML and GEXF have in common: the names of types.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_XML_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_XML_H_

#include <string_view>

#include "queries/exports/property_graph_fields.h"

namespace claimgraph {

constexpr std::string_view XmlType(PropertyType type) {
  switch (type) {
    case PropertyType::kString:
      return "string";
    case PropertyType::kInteger:
      return "long";
    case PropertyType::kReal:
      return "double";
    case PropertyType::kBoolean:
      return "boolean";
  }
  return "string";
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_XML_H_
