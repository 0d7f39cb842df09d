#include "geo/shapes/boundaries.hpp"

#include "geo/shapes/arc_builder.hpp"
#include "geo/shapes/boundary_index.hpp"
#include "geo/shapes/contacts.hpp"
#include "geo/shapes/noding.hpp"
#include "geo/shapes/ring_joiner.hpp"
#include "geo/shapes/seams.hpp"
#include "geo/shapes/simplify.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>

namespace marchland::geo {
namespace {

PerCommune<std::vector<std::uint32_t>> arcs_by_commune(std::vector<Arc> const& arcs,
                                                       std::size_t communes)
{
    PerCommune<std::vector<std::uint32_t>> by_commune{communes};
    for (std::uint32_t arc = 0; arc < arcs.size(); ++arc) {
        for (auto const id : arcs[arc].sides) {
            by_commune[id].push_back(arc);
        }
    }
    return by_commune;
}

}  // namespace

Boundaries::Boundaries(PerCommune<Area> const& shapes, double tolerance_m, Job const& job)
    : arcs_{arcs_of(noded(shapes, tolerance_m, job.part(0.0, 0.5)))}, rings_{shapes.size()},
      shells_{shapes.size()}, boxes_{shapes.size()}
{
    for_each_index(arcs_.size(), job.threads(),
                   [this](std::size_t i) { arcs_[i].level = levels_of(arcs_[i].points); });
    job.at(0.6);

    auto const by_commune = arcs_by_commune(arcs_, shapes.size());
    for_each_index(shapes.size(), job.threads(), [&](std::size_t i) {
        auto const id = static_cast<CommuneId>(i);
        rings_[id] = joined(arcs_, by_commune[id]);
        shells_[id] = nest(arcs_, rings_[id]);
        for (auto const arc : by_commune[id]) {
            boxes_[id].add(arcs_[arc].box);
        }
    });
    for (auto const& box : boxes_) {
        box_.add(box);
    }
    index_ = std::make_shared<BoundaryIndex>(arcs_, box_);

    ArcMap const map{arcs_, rings_};
    auto const overlaps = overlaps_of(map, job.part(0.7, 1.0));
    contacts_ = contacts_of(map, overlaps);
    findings_ = findings_of(contacts_, overlaps, shapes, tolerance_m);
    auto const of_seams = findings_of(seams_of(arcs_, contacts_));
    findings_.insert(findings_.end(), of_seams.begin(), of_seams.end());
    job.at(1.0);
}

PerCommune<std::vector<CommuneId>> Boundaries::neighbours(Contiguity kind) const
{
    PerCommune<std::vector<CommuneId>> lists{size()};
    for (auto const& contact : contacts_) {
        if (kind == Contiguity::queen || contact.length_m > 0.0 || contact.overlap) {
            lists[contact.a].push_back(contact.b);
            lists[contact.b].push_back(contact.a);
        }
    }
    for (auto& list : lists) {
        std::ranges::sort(list);
    }
    return lists;
}

std::optional<CommuneId> Boundaries::at(Point p) const
{
    auto const all = all_at(p);
    return all.empty() ? std::nullopt : std::optional{all.front()};
}

std::vector<CommuneId> Boundaries::all_at(Point p) const
{
    return index_->all_at(arcs_, p);
}

std::vector<CommuneId> Boundaries::along(Line const& line) const
{
    return index_->along(arcs_, line);
}

std::uint8_t Boundaries::level_for(double metres)
{
    return level_within(metres);
}

double Boundaries::metres_of(std::uint8_t level)
{
    return metres_within(level);
}

Area Boundaries::shape(CommuneId id, std::uint8_t level) const
{
    Area area;
    auto const& rings = rings_[id];
    bool has_shell = false;
    for (std::size_t i = 0; i < rings.size(); ++i) {  // each shell stands before its holes
        auto line = line_of(arcs_, rings[i], level);
        bool const is_shell = shells_[id][i] == i;
        if (is_shell) {
            has_shell = line.size() >= 4;
        }
        if (!has_shell || line.size() < 4) {
            continue;
        }
        if (is_shell) {
            area.emplace_back();
        }
        area.back().push_back(std::move(line));
    }
    return area;
}

MultiLine Boundaries::outline(std::span<CommuneId const> group, std::uint8_t level) const
{
    std::vector<bool> in_group(size(), false);
    for (auto const id : group) {
        in_group[index_of(id)] = true;
    }
    std::vector<std::uint32_t> around;
    for (std::uint32_t arc = 0; arc < arcs_.size(); ++arc) {
        auto const members = std::ranges::count_if(
            arcs_[arc].sides, [&in_group](CommuneId id) { return in_group[index_of(id)]; });
        if (members % 2 == 1) {
            around.push_back(arc);
        }
    }
    auto rings = joined(arcs_, around);
    nest(arcs_, rings);
    MultiLine lines;
    for (auto const& ring : rings) {
        auto line = line_of(arcs_, ring, level);
        if (line.size() >= 4) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

}  // namespace marchland::geo
