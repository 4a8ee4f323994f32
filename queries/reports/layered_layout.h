// Where boxes and arrows stand in a picture that reads from left to right.
//
// Graphviz's dot places them: boxes of sizes that we give it, without words, so that the
// places do not depend on the fonts of a machine, in layers that we give it too.  Lengths
// are in points with the origin top left.  The same graph gives the same places.
//
// dot takes more than linear time: callers keep graphs to about a hundred boxes.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_LAYERED_LAYOUT_H_
#define CLAIMGRAPH_QUERIES_REPORTS_LAYERED_LAYOUT_H_

#include <cstddef>
#include <optional>
#include <vector>

namespace claimgraph {

struct LayoutPoint {
  double x = 0;
  double y = 0;
};

struct LayoutBox {
  double width = 0;
  double height = 0;
  int layer = 0;  // from the left; below kMostLayers
};
inline constexpr int kMostLayers = 4;

struct LayoutArrow {
  std::size_t from = 0;  // positions in the list of boxes; from a lower layer
  std::size_t to = 0;    // to a higher
};

struct LayeredLayout {
  std::vector<LayoutPoint> centres{};              // as many as boxes
  std::vector<std::vector<LayoutPoint>> curves{};  // of Bézier curves: 1 + 3n points an arrow
  double width = 0;
  double height = 0;
};

// Nothing where this was built without Graphviz, or its layout cannot be loaded.
std::optional<LayeredLayout> LayOutLayers(const std::vector<LayoutBox>& boxes,
                                          const std::vector<LayoutArrow>& arrows);

// Whether it could.
bool CanLayOutLayers();

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_LAYERED_LAYOUT_H_
