#include "tests/support/fake_results.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>

namespace marchland::support {

using namespace results;
using geo::Point;

namespace {

constexpr double west = 500'000.0;
constexpr double south = 2'400'000.0;
constexpr double cell = 6'000.0;

constexpr std::array names{
    "Đồng Đăng", "Tân Thanh",  "Thụy Hùng",  "Hoàng Văn Thụ", "Bảo Lâm",    "Na Sầm",
    "Cao Lộc",   "Mẫu Sơn",    "Lộc Bình",   "Khuất Xá",      "Kỳ Lừa",     "Quốc Khánh",
    "Thất Khê",  "Tràng Định", "Đình Lập",   "Châu Sơn",      "Hữu Lũng",   "Chi Lăng",
    "Bằng Mạc",  "Vạn Linh",   "Đoàn Kết",   "Quý Hòa",       "Bình Gia",   "Hưng Vũ",
    "Nhất Hòa",  "Vũ Lăng",    "Yên Phúc",   "Văn Quan",      "Điềm He",    "Tri Lễ",
    "Công Sơn",  "Ba Sơn",     "Xuân Dương", "Lợi Bác",       "Thống Nhất", "Na Dương"};

/// Even noise in [-1, 1] that every machine draws alike.
double noise(std::size_t i, std::size_t k)
{
    double const wave =
        std::sin(12.9898 * static_cast<double>(i) + 78.233 * static_cast<double>(k));
    return 2.0 * (wave * 43'758.5453 - std::floor(wave * 43'758.5453)) - 1.0;
}

Point corner(std::size_t row, std::size_t column)
{
    auto const id = row * 97 + column;
    return {west + cell * (static_cast<double>(column) + 0.18 * noise(id, 1)),
            south + cell * (static_cast<double>(row) + 0.18 * noise(id, 2))};
}

/// From a to b with a bend that is the same from both sides.
void add_side(Point a, Point b, geo::Ring& ring)
{
    constexpr int pieces = 12;
    bool const turned = b.x < a.x || (b.x == a.x && b.y < a.y);
    Point const from = turned ? b : a;
    Point const to = turned ? a : b;
    auto const seed = static_cast<std::size_t>(from.x + 3.0 * from.y);
    for (int i = 0; i < pieces; ++i) {
        int const step = turned ? pieces - i : i;
        double const t = static_cast<double>(step) / pieces;
        double const bend = step == 0 || step == pieces
                                ? 0.0
                                : 220.0 * noise(seed, static_cast<std::size_t>(step)) +
                                      260.0 * std::sin(std::numbers::pi * t);
        ring.push_back({std::round(from.x + t * (to.x - from.x) - bend * (to.y - from.y) / cell),
                        std::round(from.y + t * (to.y - from.y) + bend * (to.x - from.x) / cell)});
    }
}

geo::Area shape_of(std::size_t row, std::size_t column)
{
    geo::Ring ring;
    add_side(corner(row, column), corner(row, column + 1), ring);
    add_side(corner(row, column + 1), corner(row + 1, column + 1), ring);
    add_side(corner(row + 1, column + 1), corner(row + 1, column), ring);
    add_side(corner(row + 1, column), corner(row, column), ring);
    ring.push_back(ring.front());
    return {{ring}};
}

results::Evidence evidence_of(std::size_t row, std::size_t i)
{
    using enum results::Evidence;
    return row == 0 && i % 3 == 0 ? none : i % 4 == 0 ? weak : i % 4 == 1 ? moderate : strong;
}

void set_risk(double risk, std::size_t i, results::CommuneRow& row)
{
    double const spread = row.evidence == results::Evidence::weak   ? 2.6
                          : row.evidence == results::Evidence::none ? 4.0
                                                                    : 1.5;
    row.relative_risk = risk;
    row.lower = risk / spread;
    row.upper = risk * spread;
    row.expected = risk * row.at_risk / 10'000.0 * 0.2;
    row.expected_lower = row.expected / spread;
    row.expected_upper = row.expected * spread;
    row.exceedance = risk / (1.0 + risk);
    row.smr = risk;
    row.smr_lower = risk / 3.0;
    row.smr_upper = risk * 3.0;
    row.cases = row.evidence == results::Evidence::none ? 0.0 : std::floor(2.2 * risk);
    row.effort = row.evidence == results::Evidence::none ? 0.0 : 10.0 + static_cast<double>(i % 7);
    row.rate = 0.2 * row.cases;
    row.eb_rate = 0.1 + 0.8 * row.rate;
}

results::CommuneRow commune(std::size_t row, std::size_t column, std::size_t rows,
                            std::size_t columns)
{
    auto const i = row * columns + column;
    results::CommuneRow made;
    made.code = std::to_string(90'001 + i);
    made.name = names[i % names.size()];
    if (i >= names.size()) {
        made.name += " " + std::to_string(i / names.size() + 1);
    }
    made.vintage = "2025-07-01";
    made.population = 4'000.0 + 900.0 * static_cast<double>((i * 7) % 11);
    made.at_risk = made.population;
    made.evidence = evidence_of(row, i);
    double const far =
        std::hypot(static_cast<double>(rows - 1 - row), static_cast<double>(columns - 1 - column));
    set_risk(0.35 + 2.6 * std::exp(-0.12 * far * far) + 0.18 * (1.0 + noise(i, 5)), i, made);
    made.hotspot = far < 2.0   ? results::Hotspot::high_high
                   : far > 8.0 ? results::Hotspot::low_low
                               : results::Hotspot::none;
    made.moran_p = far < 2.0 ? 0.002 : 0.4;
    made.cluster = far < 2.0 ? 1 : 0;
    made.hours_to_crossing = 0.4 + 0.7 * static_cast<double>(rows - row);
    made.nearest_crossing = column < 2 ? Hidden::id : "XX-QT";
    made.cases_expected = 1.3;
    made.effort_share = 1.1;
    made.shape = shape_of(row, column);
    return made;
}

void rank(results::Results& results)
{
    std::vector<results::CommuneRow*> order;
    for (auto& row : results.communes) {
        if (row.evidence != results::Evidence::none) {
            order.push_back(&row);
        }
    }
    std::ranges::stable_sort(order, [](auto* a, auto* b) { return a->expected > b->expected; });
    auto const count = static_cast<double>(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto const place = static_cast<double>(i + 1);
        order[i]->rank = static_cast<std::int64_t>(i + 1);
        order[i]->expected_rank = place;
        order[i]->rank_lower = std::max(1.0, place - 4.0);
        order[i]->rank_upper = std::min(count, place + 5.0);
        order[i]->rank_group = static_cast<std::int64_t>(i / 6 + 1);
    }
}

/// Sides that one commune of the group has and no other.
geo::MultiLine outline_of(std::vector<results::CommuneRow const*> const& group)
{
    std::set<std::pair<std::pair<double, double>, std::pair<double, double>>> inside;
    auto const ends = [](Point a, Point b) {
        return std::pair{std::pair{a.x, a.y}, std::pair{b.x, b.y}};
    };
    for (auto const* row : group) {
        auto const& ring = row->shape[0][0];
        for (std::size_t i = 1; i < ring.size(); ++i) {
            inside.insert(ends(ring[i - 1], ring[i]));
        }
    }
    geo::MultiLine outline;
    for (auto const* row : group) {
        auto const& ring = row->shape[0][0];
        for (std::size_t i = 1; i < ring.size(); ++i) {
            if (!inside.contains(ends(ring[i], ring[i - 1]))) {
                outline.push_back({ring[i - 1], ring[i]});
            }
        }
    }
    return outline;
}

void add_cluster(results::Results& results)
{
    results::ClusterRow cluster{1,         results::ClusterKind::local_moran_high_high,
                                {},        17.0,
                                6.2,       2.7,
                                8.1,       0.002,
                                "2023-01", "2025-06",
                                {}};
    std::vector<results::CommuneRow const*> group;
    for (auto const& row : results.communes) {
        if (row.cluster == 1) {
            group.push_back(&row);
            cluster.communes += (cluster.communes.empty() ? "" : "; ") + row.code;
        }
    }
    cluster.outline = outline_of(group);
    results.clusters.push_back(std::move(cluster));
}

void add_crossings(results::Results& results, double north)
{
    auto const add = [&](char const* id, char const* name, results::CrossingClass klass,
                         results::CrossingStatus status, double share, Point at, bool informal) {
        results.crossings.push_back({id, name, klass, status, informal, 10.0 * share, share,
                                     0.6 * share, 1.5 * share, 2.4, true, at});
    };
    add("XX-QT", "Hữu Nghị (giả)", results::CrossingClass::international,
        results::CrossingStatus::open, 0.46, {west + 4.3 * cell, north}, false);
    add("XX-SP", "Chi Ma (giả)", results::CrossingClass::main, results::CrossingStatus::open, 0.21,
        {west + 6.6 * cell, north}, false);
    add("XX-PH", "Na Hình (giả)", results::CrossingClass::auxiliary,
        results::CrossingStatus::closed, 0.08, {west + 1.7 * cell, north}, false);
    add(Hidden::id, Hidden::name, results::CrossingClass::informal,
        results::CrossingStatus::unknown, 0.25, Hidden::at, true);
    results.markets.push_back({"MK-1",
                               "Chợ Tân Thanh (giả)",
                               "border_market_pair",
                               true,
                               {west + 4.9 * cell, north - 0.35 * cell}});
}

void add_ways(results::Results& results, double north)
{
    geo::Line valley;
    geo::Line to_gate;
    for (int i = 0; i <= 40; ++i) {
        double const t = i / 40.0;
        valley.push_back({west + t * 8.0 * cell, south + (2.2 + 0.6 * std::sin(6.0 * t)) * cell});
        to_gate.push_back(
            {west + (2.0 + 2.3 * t) * cell, south + 2.7 * cell + t * (north - south - 2.7 * cell)});
    }
    geo::Line const path{{west + cell, north - cell}, Hidden::at};
    results.ways.push_back(
        {"w1", results::WayKind::road, results::WayClass::national, 1.5, 3.0, 0.4, valley});
    results.ways.push_back(
        {"w2", results::WayKind::road, results::WayClass::national, 0.8, 2.0, 0.3, to_gate});
    results.ways.push_back(
        {"p1", results::WayKind::path, results::WayClass::path, 2.0, 1.0, 0.1, path});
    results.ways[0].sensitivity = Sensitivity::open;
    results.ways[1].sensitivity = Sensitivity::open;
    results.corridors.push_back({"90010>XX-QT/1",
                                 "90010",
                                 "XX-QT",
                                 1,
                                 1.9,
                                 38.0,
                                 0.0,
                                 2.1,
                                 0.0,
                                 "national 100 %",
                                 {to_gate}});
    results.corridors.push_back({std::string{"90010>"} + Hidden::id + "/1",
                                 "90010",
                                 Hidden::id,
                                 1,
                                 2.4,
                                 21.0,
                                 0.4,
                                 1.1,
                                 0.0,
                                 "national 60 %, path 40 %",
                                 {path}});
}

void add_findings(results::Results& results)
{
    using enum geo::Severity;
    results.findings = {{warning, "population-density", "communes.gpkg", "communes",
                         "90004 Hoàng Văn Thụ", "population",
                         "3 people per km2, expected 10 to 20000", "check the population"},
                        {note, "no-coordinate", "crossings.csv", "crossings", "XX-PH Na Hình (giả)",
                         "lon", "no coordinate", "add one from the gazette"},
                        {warning, "far-from-border", "crossings.csv", "crossings",
                         std::string{Hidden::id} + " " + Hidden::name, "lon",
                         "512345.6 2434567.8 is 6 km inside", "check the coordinate"},
                        {note, "dangling-path", "paths.gpkg", "paths", "row 7", "",
                         "ends at 512345.6 2434567.8", "snap it"},
                        {note, "<script>", "cases.csv", "cases", "row 3 <b>&", "period",
                         "a \"quoted\" period", ""}};
}

/// Rows of every table that tells of places, each with the informal crossing in it.
void add_informal_rows(results::Results& results)
{
    std::string const told = std::string{"by "} + Hidden::name + " (" + Hidden::id + ")";
    auto const& first = results.communes.front();
    results.plan.push_back(
        {.code = first.code, .order = 1, .days = 1.0, .reach = 0.4, .reason = told, .team = 1});
    results.posts.push_back({.order = 1,
                             .kind = PostKind::crossing,
                             .id = Hidden::id,
                             .name = Hidden::name,
                             .reached = 1.2,
                             .reached_lower = 0.4,
                             .reached_upper = 2.0});
    results.chokepoints.push_back({.id = Hidden::id,
                                   .kind = ChokepointKind::crossing,
                                   .name = Hidden::name,
                                   .informal = true,
                                   .at = Hidden::at,
                                   .placed = true});
    results.crossing_candidates.push_back({.id = "K1",
                                           .kind = CandidateKind::ends,
                                           .crossing = Hidden::id,
                                           .informal = true,
                                           .placed = true,
                                           .at = Hidden::at});
    results.sheet.push_back({.from_code = first.code,
                             .from_name = first.name,
                             .crossing = Hidden::id,
                             .crossing_name = Hidden::name,
                             .flow = 3.0,
                             .informal = true});
    results.sheet.push_back({.from_code = first.code,
                             .from_name = first.name,
                             .crossing = "XX-QT",
                             .crossing_name = "Hữu Nghị (giả)",
                             .flow = 2.0,
                             .touches = told,
                             .note = told});
    results.reporting.push_back(
        {.stratum = "all", .model = "all models", .observed = 30.0, .note = told});
    results.repairs.push_back(
        {.id = "r1", .ways = "p1; w1", .line = {Hidden::at, {west, south}}, .reason = told});
    results.clusters.front().words = told;
    results.markets.front().name += std::string{", "} + Hidden::name;
    results.about.purpose += std::string{" "} + told;
    results.about.sources.push_back("paths: " + told);
    results.runs.push_back({.step = "graph", .parameters = told});
}

results::About about(std::size_t communes)
{
    results::About made;
    made.title = "Vùng tập huấn giả định";
    made.purpose = "training <demo>";
    made.crs = "EPSG:9215";
    made.crs_name = "VN-2000 / TM-3 107-15";
    made.period_from = "2021-01";
    made.period_to = "2025-06";
    made.window_from = "2023-01";
    made.window_to = "2025-06";
    made.vintage = "2025-07-01";
    made.synthetic = true;
    made.version = "0.1.0";
    made.seed = 20'250'701;
    made.rank_by = "expected";
    made.risk_model = "BYM2, Poisson, " + std::to_string(communes) + " communes";
    made.permutations = 9'999;
    made.years = 2.5;
    made.region_rate = 0.21;
    made.profile = "motorbike";
    made.data_date = "2025-06-30";
    made.has_effort = true;
    made.absent = {"terrain"};
    made.sources = {"communes: communes.gpkg", "cases: cases.csv"};
    return made;
}

}  // namespace

results::Results fake_results(std::size_t rows, std::size_t columns)
{
    results::Results results;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            results.communes.push_back(commune(row, column, rows, columns));
        }
    }
    double const north = south + static_cast<double>(rows) * cell;
    geo::Line border;
    for (std::size_t column = 0; column <= columns; ++column) {
        border.push_back(corner(rows, column));
    }
    results.border.push_back(std::move(border));
    results.about = about(results.communes.size());
    rank(results);
    add_cluster(results);
    add_crossings(results, north);
    add_ways(results, north);
    add_findings(results);
    add_informal_rows(results);
    return results;
}

void add_programmes(results::Results& results)
{
    results.services = {{.id = "DV-1",
                         .name = "Trung tâm Công tác xã hội (giả)",
                         .kind = "reception_centre",
                         .capacity = 20.0,
                         .as_of = "2025-05-01",
                         .freshness = Freshness::fresh,
                         .code = "90001",
                         .network = NetworkTie::joined,
                         .placed = true,
                         .at = {west + 2.0 * cell, south + 2.0 * cell}},
                        {.id = HiddenShelter::id,
                         .name = HiddenShelter::name,
                         .kind = "shelter",
                         .as_of = "2023-05-01",
                         .freshness = Freshness::stale,
                         .code = HiddenShelter::code,
                         .network = NetworkTie::joined,
                         .placed = true,
                         .at = HiddenShelter::at}};
    results.about.programme_day = "2025-07-01";
    for (auto const* const kind : {"reception_centre", "shelter"}) {
        results.service_coverage.push_back({.kind = kind,
                                            .services = 1,
                                            .not_fresh = kind[0] == 's' ? 1 : 0,
                                            .at_risk = 280'000.0,
                                            .within_hour = 40'000.0,
                                            .within_hour_lower = 30'000.0,
                                            .within_hour_upper = 52'000.0,
                                            .beyond_hour = 238'000.0,
                                            .beyond_hour_lower = 228'000.0,
                                            .beyond_hour_upper = 250'000.0,
                                            .limit_hours = 2.0,
                                            .beyond_limit = 120'000.0,
                                            .beyond_limit_lower = 90'000.0,
                                            .beyond_limit_upper = 150'000.0,
                                            .not_known = 2'000.0});
        results.service_hours.push_back({.code = "90003",
                                         .name = results.communes[2].name,
                                         .kind = kind,
                                         .at_risk = 5'800.0,
                                         .hours = 4.0,
                                         .lower = 2.9,
                                         .upper = 5.6,
                                         .reach = ServiceReach::beyond_limit,
                                         .service = kind[0] == 's' ? HiddenShelter::id : "DV-1",
                                         .freshness = Freshness::fresh});
        results.due.push_back({.what = DueKind::confirm,
                               .from = "2024-05-01",
                               .to = "2024-05-01",
                               .overdue = true,
                               .code = kind[0] == 's' ? HiddenShelter::code : "90001",
                               .name = kind[0] == 's' ? HiddenShelter::name : "Trung tâm (giả)",
                               .note = kind});
    }
    results.due.push_back({.what = DueKind::report,
                           .from = "2025-03-31",
                           .to = "2025-03-31",
                           .overdue = true,
                           .code = "90004",
                           .name = results.communes[3].name,
                           .note = "club, womens_union, 2025-01 to 2025-03"});
    results.activities = {{.kind = "loan",
                           .actor = "womens_union",
                           .period = "2025-01 to 2025-12",
                           .unit = "person",
                           .population = "at_risk; returned",
                           .entries = 1,
                           .whole_region = true,
                           .done = 7'013.0,
                           .planned_missing = 1,
                           .mixed = true},
                          {.kind = "leaflet",
                           .actor = "womens_union",
                           .period = "2025-01 to 2025-12",
                           .unit = "copy",
                           .population = "general_public",
                           .entries = 1,
                           .planned = 2'000.0,
                           .done = 2'422.0,
                           .done_share = 1.211,
                           .reached_low = 100'000.0,
                           .reached_high = 100'000.0,
                           .persons_a_copy = 41.3,
                           .unit_doubtful = true,
                           .freshness = Freshness::fresh}};
    results.overlaps = {{.code = "90005",
                         .name = results.communes[4].name,
                         .kind = "club",
                         .period = "2025-03",
                         .actors = "ngo; womens_union",
                         .actor_count = 2,
                         .coarsest_months = 3}};
    for (auto const& commune : results.communes) {
        results.visited.push_back({.code = commune.code,
                                   .name = commune.name,
                                   .at_risk = commune.at_risk,
                                   .visited = Visited::yes,
                                   .last_from = "2025-05-05",
                                   .last_to = "2025-05-05"});
    }
    results.visited[1] = {.code = results.communes[1].code,
                          .name = results.communes[1].name,
                          .at_risk = results.communes[1].at_risk};
    results.waiting = {{.period = "2025-06",
                        .kind = "answer",
                        .as_of = "2025-06-30",
                        .freshness = Freshness::stale,
                        .persons_low = 9.0,
                        .persons_high = 12.0,
                        .limit_days = 42,
                        .late_low = 2.0,
                        .late_high = 6.0}};
    results.findings.push_back({.severity = geo::Severity::warning,
                                .rule = "stale-entry",
                                .file = "services.csv",
                                .layer = "services",
                                .feature = HiddenShelter::id,
                                .message = "1 of 2 entries is stale on 2025-07-01"});
}

}  // namespace marchland::support
