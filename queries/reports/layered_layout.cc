// Graphviz keeps its state in globals: one layout at a time.  It is asked for places only;
// nothing is rendered, and since no box has words, no plugin for fonts is loaded.

#include "queries/reports/layered_layout.h"

#if CLAIMGRAPH_HAS_GRAPHVIZ

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>

namespace claimgraph {
namespace {

constexpr double kPointsOfInch = 72;

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};

void Set(void* thing, const char* name, const std::string& value) {
  agsafeset(thing, const_cast<char*>(name), const_cast<char*>(value.c_str()),
            const_cast<char*>(""));
}

std::string Inches(double points) { return fmt::format("{:.4f}", points / kPointsOfInch); }

class Layout {
 public:
  Layout(const std::vector<LayoutBox>& boxes, const std::vector<LayoutArrow>& arrows)
      : boxes_(boxes), arrows_(arrows) {}

  std::optional<LayeredLayout> Make() {
    context_.reset(gvContext());
    graph_.reset(agopen(const_cast<char*>("g"), Agstrictdirected, nullptr));
    if (!context_ || !graph_) return std::nullopt;
    Set(graph_.get(), "rankdir", "LR");
    Set(graph_.get(), "ranksep", "0.9");
    Set(graph_.get(), "nodesep", "0.14");
    AddBoxes();
    AddArrows();
    if (gvLayout(context_.get(), graph_.get(), "dot") != 0) return std::nullopt;
    LayeredLayout layout = Read();
    if (FirstStandsLast(layout)) TurnOver(&layout);
    gvFreeLayout(context_.get(), graph_.get());
    return layout;
  }

 private:
  void AddBoxes() {
    std::vector<Agraph_t*> layers;
    for (int layer = 0; layer < kMostLayers; ++layer) {
      const std::string name = fmt::format("layer{}", layer);
      layers.push_back(agsubg(graph_.get(), const_cast<char*>(name.c_str()), 1));
      Set(layers.back(), "rank", "same");
      // An unseen spine keeps the layers apart, also those that no arrow joins.
      const std::string spine = fmt::format("spine{}", layer);
      spine_.push_back(agnode(layers.back(), const_cast<char*>(spine.c_str()), 1));
      Set(spine_.back(), "label", "");
      Set(spine_.back(), "shape", "point");
      Set(spine_.back(), "width", "0.01");
      if (layer > 0) Edge(spine_[spine_.size() - 2], spine_.back());
    }
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      const std::string name = fmt::format("b{}", i);
      Agnode_t* node = agnode(layers.at(static_cast<std::size_t>(boxes_[i].layer)),
                              const_cast<char*>(name.c_str()), 1);
      Set(node, "label", "");
      Set(node, "shape", "box");
      Set(node, "fixedsize", "true");
      Set(node, "width", Inches(boxes_[i].width));
      Set(node, "height", Inches(boxes_[i].height));
      nodes_.push_back(node);
    }
  }

  Agedge_t* Edge(Agnode_t* from, Agnode_t* to) {
    Agedge_t* edge = agedge(graph_.get(), from, to, nullptr, 1);
    Set(edge, "arrowhead", "none");
    return edge;
  }

  void AddArrows() {
    for (const LayoutArrow& arrow : arrows_) {
      edges_.push_back(Edge(nodes_.at(arrow.from), nodes_.at(arrow.to)));
    }
  }

  LayoutPoint At(pointf p) const {
    const boxf box = GD_bb(graph_.get());
    return {p.x - box.LL.x, box.UR.y - p.y};
  }

  LayeredLayout Read() const {
    LayeredLayout layout;
    const boxf box = GD_bb(graph_.get());
    layout.width = box.UR.x - box.LL.x;
    layout.height = box.UR.y - box.LL.y;
    for (Agnode_t* node : nodes_) layout.centres.push_back(At(ND_coord(node)));
    for (Agedge_t* edge : edges_) {
      std::vector<LayoutPoint>& curve = layout.curves.emplace_back();
      const splines* lines = ED_spl(edge);
      if (lines == nullptr || lines->size == 0) continue;
      for (std::size_t i = 0; i < static_cast<std::size_t>(lines->list[0].size); ++i) {
        curve.push_back(At(lines->list[0].list[i]));
      }
    }
    return layout;
  }

  // dot orders a layer so that few arrows cross; seen in a mirror they cross no more.  Who
  // reads downwards expects the first boxes first.
  bool FirstStandsLast(const LayeredLayout& layout) const {
    const LayoutPoint* before = nullptr;
    int downwards = 0;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      if (boxes_[i].layer != 0) continue;
      if (before != nullptr) downwards += layout.centres[i].y > before->y ? 1 : -1;
      before = &layout.centres[i];
    }
    return downwards < 0;
  }

  static void TurnOver(LayeredLayout* layout) {
    const auto turn = [&](LayoutPoint& point) { point.y = layout->height - point.y; };
    std::ranges::for_each(layout->centres, turn);
    for (std::vector<LayoutPoint>& curve : layout->curves) std::ranges::for_each(curve, turn);
  }

  const std::vector<LayoutBox>& boxes_;
  const std::vector<LayoutArrow>& arrows_;
  std::unique_ptr<GVC_t, FreeContext> context_;
  std::unique_ptr<Agraph_t, CloseGraph> graph_;
  std::vector<Agnode_t*> spine_;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
};

std::mutex& OneAtATime() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

std::optional<LayeredLayout> LayOutLayers(const std::vector<LayoutBox>& boxes,
                                          const std::vector<LayoutArrow>& arrows) {
  const std::lock_guard lock(OneAtATime());
  agseterr(AGMAX);  // says nothing on standard error
  return Layout(boxes, arrows).Make();
}

bool CanLayOutLayers() {
  static const bool can = LayOutLayers({{.width = 10, .height = 10}}, {}).has_value();
  return can;
}

}  // namespace claimgraph

#else

namespace claimgraph {

std::optional<LayeredLayout> LayOutLayers(const std::vector<LayoutBox>&,
                                          const std::vector<LayoutArrow>&) {
  return std::nullopt;
}

bool CanLayOutLayers() { return false; }

}  // namespace claimgraph

#endif
