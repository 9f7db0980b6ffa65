#include "osmium_reader.h"

#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm.hpp>
#include <osmium/thread/pool.hpp>

#include <cstdio>
#include <cstring>
#include <exception>
#include <vector>

namespace {

class Hand {
  const osm_handlers &handlers;
  std::vector<const char *> items;
  std::vector<int64_t> refs;
  std::vector<osm_member> members;

  osm_tags tags(const osmium::TagList &list) {
    items.clear();
    for (const auto &tag : list) {
      items.push_back(tag.key());
      items.push_back(tag.value());
    }
    return {items.data(), items.size() / 2};
  }

public:
  explicit Hand(const osm_handlers &handlers) : handlers{handlers} {}

  void give(const osmium::Node &node) {
    if (!node.location().valid()) return;
    const auto &list = node.tags();
    const bool told = list.has_key("barrier") || list.has_key("highway");
    handlers.node(
        handlers.context, node.id(), node.location().y(), node.location().x(),
        told ? tags(list) : osm_tags{nullptr, 0});
  }

  void give(const osmium::Way &way) {
    if (!way.tags().has_key("highway")) return;
    refs.clear();
    for (const auto &ref : way.nodes()) refs.push_back(ref.ref());
    handlers.way(handlers.context, way.id(), refs.data(), refs.size(), tags(way.tags()));
  }

  void give(const osmium::Relation &relation) {
    const char *type = relation.tags().get_value_by_key("type", "");
    if (std::strncmp(type, "restriction", 11) != 0) return;
    members.clear();
    for (const auto &member : relation.members()) {
      members.push_back({osmium::item_type_to_char(member.type()), member.ref(), member.role()});
    }
    handlers.restriction(
        handlers.context, relation.id(), members.data(), members.size(), tags(relation.tags()));
  }
};

}  // namespace

int osm_read(
    const char *path, int nodes, const osm_handlers *handlers, char *error, size_t error_size) {
  try {
    osmium::thread::Pool pool{1};
    const auto entities = nodes ? osmium::osm_entity_bits::node
                                : osmium::osm_entity_bits::way | osmium::osm_entity_bits::relation;
    osmium::io::Reader reader{osmium::io::File{path}, entities, pool};
    Hand hand{*handlers};
    while (const auto buffer = reader.read()) {
      for (const auto &node : buffer.select<osmium::Node>()) hand.give(node);
      for (const auto &way : buffer.select<osmium::Way>()) hand.give(way);
      for (const auto &relation : buffer.select<osmium::Relation>()) hand.give(relation);
    }
    reader.close();
    return 0;
  } catch (const std::exception &problem) {
    std::snprintf(error, error_size, "%s", problem.what());
  } catch (...) {
    std::snprintf(error, error_size, "unknown failure");
  }
  return 1;
}
