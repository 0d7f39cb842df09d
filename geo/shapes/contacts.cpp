#include "geo/shapes/contacts.hpp"

#include "geo/shapes/ring_joiner.hpp"
#include "geo/shapes/shared_area.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <numeric>

namespace marchland::geo {
namespace {

template <class Visit>
void each_pair(std::vector<CommuneId> const& ascending, Visit const& visit)
{
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        for (std::size_t j = i + 1; j < ascending.size(); ++j) {
            visit(ascending[i], ascending[j]);
        }
    }
}

void add_shared_arcs(ArcMap const& map, std::vector<Contact>& contacts)
{
    for (auto const& arc : map.arcs) {
        if (arc.sides.size() > 1) {
            double const length = length_of(arc.points);
            each_pair(arc.sides, [&](auto a, auto b) {
                contacts.push_back({a, b, length, false});
            });
        }
    }
}

/// Inside an arc all points have the same communes; only where arcs end do others meet.
void add_shared_points(ArcMap const& map, std::vector<Contact>& contacts)
{
    std::vector<std::uint32_t> every(map.arcs.size());
    std::iota(every.begin(), every.end(), 0U);
    auto const ends = ends_of(map.arcs, every);
    std::vector<CommuneId> meeting;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        auto const& sides = map.arcs[ends[i].arc].sides;
        meeting.insert(meeting.end(), sides.begin(), sides.end());
        if (i + 1 == ends.size() || ends[i + 1].at != ends[i].at) {
            std::ranges::sort(meeting);
            auto const repeated = std::ranges::unique(meeting);
            meeting.erase(repeated.begin(), repeated.end());
            each_pair(meeting, [&](auto a, auto b) { contacts.push_back({a, b, 0.0, false}); });
            meeting.clear();
        }
    }
}

std::string name_of_row(CommuneId id)
{
    return std::string{"#"}.append(std::to_string(index_of(id)));
}

std::string pair_name(CommuneId a, CommuneId b)
{
    return name_of_row(a).append(" / ").append(name_of_row(b));
}

std::string size_in_words(std::optional<double> square_metres)
{
    if (!square_metres) {
        return "";
    }
    auto const words = *square_metres < 10000.0 ? fixed(*square_metres, 0) + " m2"
                                                : fixed(*square_metres / 1e6, 2) + " km2";
    return " on " + words;
}

Finding overlap_finding(std::span<Overlap const> places, PerCommune<Area> const& shapes)
{
    auto const& first = places.front();
    auto message = "they lie over one another" +
                   size_in_words(shared_area(shapes[first.a], shapes[first.b])) + ", seen at " +
                   std::to_string(places.size());
    message += places.size() == 1 ? " place: x " : " places, the first: x ";
    message += fixed(first.at.x, 1) + " y " + fixed(first.at.y, 1);
    return {.severity = Severity::warning,
            .rule = "overlap",
            .file = {},
            .layer = "communes",
            .feature = pair_name(first.a, first.b),
            .field = {},
            .message = std::move(message),
            .action = "taken as neighbours; mend the boundary, or raise the tolerance where the "
                      "layer was thinned commune by commune"};
}

Finding island_finding(CommuneId id, double tolerance)
{
    return {.severity = Severity::note,
            .rule = "no-neighbours",
            .file = {},
            .layer = "communes",
            .feature = name_of_row(id),
            .field = {},
            .message = "no other commune comes within " + shortest(tolerance) + " m of it",
            .action = "right for an island; otherwise look for a gap along its boundary"};
}

}  // namespace

std::vector<Contact> contacts_of(ArcMap const& map, std::vector<Overlap> const& overlaps)
{
    std::vector<Contact> all;
    add_shared_arcs(map, all);
    add_shared_points(map, all);
    for (auto const& overlap : overlaps) {
        all.push_back({overlap.a, overlap.b, 0.0, true});
    }
    // Stable: lengths are added in the order of the arcs, which is one of place.
    std::ranges::stable_sort(all, {}, [](Contact const& one) { return std::pair{one.a, one.b}; });
    std::vector<Contact> contacts;
    for (auto const& one : all) {
        if (contacts.empty() || contacts.back().a != one.a || contacts.back().b != one.b) {
            contacts.push_back({one.a, one.b, 0.0, false});
        }
        contacts.back().length_m += one.length_m;
        contacts.back().overlap |= one.overlap;
    }
    return contacts;
}

Findings findings_of(std::vector<Contact> const& contacts, std::vector<Overlap> const& overlaps,
                     PerCommune<Area> const& shapes, double tolerance)
{
    Findings findings;
    for (auto begin = overlaps.begin(); begin != overlaps.end();) {
        auto const end = std::find_if(begin, overlaps.end(), [&first = *begin](auto const& next) {
            return next.a != first.a || next.b != first.b;
        });
        findings.push_back(overlap_finding({begin, end}, shapes));
        begin = end;
    }
    std::vector<bool> has_neighbour(shapes.size(), false);
    for (auto const& contact : contacts) {
        has_neighbour[index_of(contact.a)] = has_neighbour[index_of(contact.b)] = true;
    }
    for (auto const id : shapes.ids()) {
        if (!has_neighbour[index_of(id)] && !shapes[id].empty()) {
            findings.push_back(island_finding(id, tolerance));
        }
    }
    return findings;
}

}  // namespace marchland::geo
