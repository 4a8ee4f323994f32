// Nodes are made without copying, but for names and IRIs: serd compares and keeps them
// as C strings.  The flags of literals stay 0, so that serd writes every literal on
// one line, with its quotes and line ends escaped.

#include "queries/exports/rdf/serd_sink.h"

#include <fmt/format.h>
#include <serd/serd.h>

#include <ostream>

#include "queries/exports/rdf/vocabulary.h"

namespace claimgraph {
namespace {

constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";
constexpr std::string_view kRdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

SerdNode NodeOf(SerdType type, std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), text.size(), 0, type};
}

std::size_t WriteTo(const void* bytes, std::size_t size, void* out) {
  static_cast<std::ostream*>(out)->write(static_cast<const char*>(bytes),
                                         static_cast<std::streamsize>(size));
  return size;
}

}  // namespace

class SerdSink::Writer {
 public:
  Writer(Syntax syntax, std::ostream& out)
      : out_(out),
        env_(serd_env_new(nullptr)),
        writer_(serd_writer_new(syntax == Syntax::kTurtle ? SERD_TURTLE : SERD_TRIG,
                                static_cast<SerdStyle>(SERD_STYLE_ABBREVIATED | SERD_STYLE_BULK),
                                env_.get(), nullptr, WriteTo, &out)) {}

  void SetPrefix(const std::string& prefix, const std::string& iri) {
    const SerdNode name = NodeOf(SERD_LITERAL, prefix);
    const SerdNode uri = NodeOf(SERD_URI, iri);
    Keep(serd_writer_set_prefix(writer_.get(), &name, &uri));
  }

  void BeginGraph(std::string name) { graph_ = std::move(name); }

  void Add(std::string_view subject, std::string_view property, const RdfTerm& object) {
    subject_ = subject;
    const bool is_type = property == "rdf:type";  // which serd writes as "a"
    property_ = is_type ? kRdfType : property;
    const SerdNode graph = NodeOf(SERD_CURIE, graph_);
    const bool is_iri = subject.find("://") != std::string_view::npos;
    const SerdNode s = NodeOf(is_iri ? SERD_URI : SERD_CURIE, subject_);
    const SerdNode p = NodeOf(is_type ? SERD_URI : SERD_CURIE, property_);
    const SerdNode o = ObjectOf(object);
    const SerdNode type = TypeOf(object);
    Keep(serd_writer_write_statement(writer_.get(), 0, graph_.empty() ? nullptr : &graph, &s, &p,
                                     &o, type.type == SERD_NOTHING ? nullptr : &type, nullptr));
  }

  Status Finish() {
    Keep(serd_writer_finish(writer_.get()));
    out_ << '\n';
    if (status_ == SERD_SUCCESS && out_) return {};
    const auto* why = reinterpret_cast<const char*>(serd_strerror(status_));
    return Fail(ErrorCode::kIo,
                fmt::format("cannot write RDF: {}", out_ ? why : "the disk may be full"));
  }

 private:
  struct Free {
    void operator()(SerdEnv* env) const { serd_env_free(env); }
    void operator()(SerdWriter* writer) const { serd_writer_free(writer); }
  };

  SerdNode ObjectOf(const RdfTerm& object) {
    if (object.kind == RdfTerm::Kind::kText) return NodeOf(SERD_LITERAL, object.value);
    object_ = object.value;
    switch (object.kind) {
      case RdfTerm::Kind::kName:
        return NodeOf(SERD_CURIE, object_);
      case RdfTerm::Kind::kIri:
        return NodeOf(SERD_URI, object_);
      default:
        return NodeOf(SERD_LITERAL, object_);
    }
  }

  // Integers and truths are written bare where their type is written out.
  SerdNode TypeOf(const RdfTerm& object) {
    switch (object.kind) {
      case RdfTerm::Kind::kInteger:
        type_ = kXsd;
        type_ += "integer";
        return NodeOf(SERD_URI, type_);
      case RdfTerm::Kind::kTruth:
        type_ = kXsd;
        type_ += "boolean";
        return NodeOf(SERD_URI, type_);
      case RdfTerm::Kind::kTyped:
        type_ = object.datatype;
        return NodeOf(SERD_CURIE, type_);
      default:
        return SERD_NODE_NULL;
    }
  }

  void Keep(SerdStatus status) {
    if (status_ == SERD_SUCCESS) status_ = status;
  }

  std::ostream& out_;
  std::unique_ptr<SerdEnv, Free> env_;
  std::unique_ptr<SerdWriter, Free> writer_;
  SerdStatus status_ = SERD_SUCCESS;
  std::string graph_, subject_, property_, object_, type_;
};

SerdSink::SerdSink(Syntax syntax, std::string_view base, std::ostream& out)
    : writer_(std::make_unique<Writer>(syntax, out)) {
  for (const RdfPrefix& prefix : RdfPrefixes()) {
    writer_->SetPrefix(std::string(prefix.name), std::string(prefix.iri));
  }
  writer_->SetPrefix("kg", std::string(base));
}

SerdSink::~SerdSink() = default;

void SerdSink::Add(std::string_view subject, std::string_view property, const RdfTerm& object) {
  writer_->Add(subject, property, object);
}

void SerdSink::BeginGraph(std::string name) { writer_->BeginGraph(std::move(name)); }

Status SerdSink::Finish() { return writer_->Finish(); }

}  // namespace claimgraph
