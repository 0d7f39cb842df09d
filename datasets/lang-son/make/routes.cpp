#include "datasets/lang-son/make/routes.hpp"

#include "datasets/lang-son/make/ragged.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace marchland::lang_son {
namespace {

using geo::Line;
using geo::Point;

/// Stops are codes of communes, "gate:" with an id, or "edge:" with a direction in degrees.
struct Route {
    std::string_view name;
    std::vector<std::string_view> stops;
};

std::vector<Route> const& national_routes()
{
    static std::vector<Route> const routes{
        // Hữu Nghị, Đồng Đăng, the city, Nhân Lý, Chi Lăng, Hữu Lũng, on to Bắc Giang
        {"QL1A",
         {"gate:LS-HUUNGHI", "06184", "05986", "05977", "06496", "06463", "06385", "06457",
          "edge:260"}},
        // Đồng Đăng, Văn Quan, Bình Gia, Bắc Sơn, on to Thái Nguyên
        {"QL1B",
         {"06184", "06280", "06253", "06115", "06112", "06325", "06367", "06364", "edge:200"}},
        // Thất Khê, towards Bắc Kạn and towards the border
        {"QL3B", {"06004", "06040", "06019", "edge:185"}},
        // Đồng Đăng, Na Sầm, Thất Khê, on to Cao Bằng
        {"QL4A", {"06184", "06172", "06124", "06046", "06040", "edge:100"}},
        // the city, Lộc Bình, Đình Lập, on to Quảng Ninh
        {"QL4B", {"05977", "06187", "06529", "06526", "06601", "06613", "06637", "edge:300"}},
        // Bản Chắt, Đình Lập, on to Bắc Giang
        {"QL31", {"gate:LS-BANCHAT", "06625", "06613", "06616", "edge:230"}},
        // Bình Gia, Văn Quan, Chi Lăng
        {"QL279", {"06103", "06112", "06115", "06253", "06313", "06475", "06463"}},
        // Bình Gia, on to Bắc Kạn
        {"QL279", {"06103", "edge:180"}},
    };
    return routes;
}

class Stops {
public:
    Stops(Facts const& facts, Province const& province, Places const& places)
        : facts_{facts}, province_{province}, places_{places}
    {
    }

    Point at(std::string_view stop, Point before) const
    {
        if (stop.starts_with("gate:")) {
            return rounded(facts_.gate(std::string{stop.substr(5)}).at);
        }
        if (stop.starts_with("edge:")) {
            return edge(before, std::stod(std::string{stop.substr(5)}));
        }
        return places_.seats[facts_.place_of(std::string{stop})];
    }

private:
    /// The last point inside, going in one direction.
    Point edge(Point from, double degrees) const
    {
        double const turn = degrees * std::numbers::pi / 180.0;
        Point last = from;
        for (double away = 100.0; away < 60000.0; away += 50.0) {
            Point const p{from.x + away * std::cos(turn), from.y + away * std::sin(turn)};
            if (!stays_inside({from, p, p}, province_)) {
                break;
            }
            last = p;
        }
        return rounded(last);
    }

    Facts const& facts_;
    Province const& province_;
    Places const& places_;
};

bool has_leg(std::vector<Road> const& roads, Point a, Point b)
{
    return std::ranges::any_of(roads, [a, b](Road const& road) {
        auto const from = road.line.front();
        auto const to = road.line.back();
        return (from == a && to == b) || (from == b && to == a);
    });
}

void add_leg(std::string_view name, std::string_view kind, Point a, Point b,
             Province const& province, std::vector<Road>& roads)
{
    if (a == b || has_leg(roads, a, b)) {
        return;
    }
    auto line = road_between(a, b, province, roads.size());
    if (!line.empty()) {
        roads.push_back(
            {std::string{name}, std::string{kind}, false, false, 0, false, std::move(line)});
    }
}

enum class Rule { gabriel, relative };

/// Whether nobody stands in the way between two of the points.
bool joined(std::vector<Point> const& points, std::size_t a, std::size_t b, Rule rule)
{
    double const length = geo::distance(points[a], points[b]);
    Point const middle{0.5 * (points[a].x + points[b].x), 0.5 * (points[a].y + points[b].y)};
    for (std::size_t c = 0; c < points.size(); ++c) {
        if (c == a || c == b) {
            continue;
        }
        bool const between = rule == Rule::gabriel
                                 ? geo::distance(points[c], middle) < 0.5 * length
                                 : std::max(geo::distance(points[c], points[a]),
                                            geo::distance(points[c], points[b])) < length;
        if (between) {
            return false;
        }
    }
    return true;
}

void add_graph(std::vector<Point> const& points, Rule rule, double longest, std::string_view name,
               std::string_view kind, Province const& province, std::vector<Road>& roads)
{
    for (std::size_t a = 0; a < points.size(); ++a) {
        for (std::size_t b = a + 1; b < points.size(); ++b) {
            if (geo::distance(points[a], points[b]) < longest && joined(points, a, b, rule)) {
                add_leg(name, kind, points[a], points[b], province, roads);
            }
        }
    }
}

void add_grid(Point middle, int half, double turn, std::vector<Road>& roads)
{
    constexpr double block = 260.0;
    auto const corner = [&](int i, int j) {
        double const x = block * i;
        double const y = block * j;
        return rounded({middle.x + x * std::cos(turn) - y * std::sin(turn),
                        middle.y + x * std::sin(turn) + y * std::cos(turn)});
    };
    auto const add = [&](Point a, Point b, bool oneway) {
        roads.push_back({"SYNTHETIC street", "urban", false, false, 0, oneway, {a, b}});
    };
    for (int i = -half; i <= half; ++i) {
        for (int j = -half; j < half; ++j) {  // block by block, so that streets meet in their ends
            add(corner(j, i), corner(j + 1, i), i != 0 && i % 2 == 0);
            add(corner(i, j), corner(i, j + 1), false);
        }
    }
}

}  // namespace

Line road_between(Point a, Point b, Province const& province, std::uint64_t stream)
{
    geo::Random const random{seed, "road", stream};
    Raggedness how{.strength = 0.12, .decay = 0.75, .finest = 350.0};
    for (int attempt = 0; attempt < 6; ++attempt) {
        auto line = ragged(a, b, random, how);
        std::ranges::transform(line, line.begin(), rounded);
        if (stays_inside(line, province)) {
            return line;
        }
        how.strength *= 0.4;
    }
    return {};
}

void add_national_roads(Facts const& facts, Province const& province, Places const& places,
                        std::vector<Road>& roads)
{
    Stops const stops{facts, province, places};
    for (auto const& [name, list] : national_routes()) {
        Point before = stops.at(list.front(), {});
        for (std::size_t i = 1; i < list.size(); ++i) {
            auto const next = stops.at(list[i], before);
            add_leg(name, "national", before, next, province, roads);
            before = next;
        }
    }
}

void add_gate_roads(Facts const& facts, Province const& province, Places const& places,
                    std::vector<Road>& roads)
{
    for (auto const& gate : facts.gates) {
        auto const at = rounded(gate.at);
        auto const served = [&] {
            return std::ranges::any_of(roads, [at](Road const& road) {
                return road.line.front() == at || road.line.back() == at;
            });
        };
        auto starts = places.hamlets;  // for where the border bends between the gate and the seat
        std::ranges::stable_sort(starts, {}, [at](Point p) { return geo::distance(p, at); });
        starts.insert(starts.begin(), places.seats[facts.place_of(gate.commune)]);
        for (std::size_t i = 0; i < starts.size() && !served(); ++i) {
            add_leg("SYNTHETIC road to " + gate.name, "provincial", starts[i], at, province, roads);
        }
    }
}

void add_other_roads(Province const& province, Places const& places, std::vector<Road>& roads)
{
    add_graph(places.seats, Rule::gabriel, 17000.0, "SYNTHETIC provincial road", "provincial",
              province, roads);
    auto all = places.seats;
    all.insert(all.end(), places.hamlets.begin(), places.hamlets.end());
    add_graph(all, Rule::relative, 12000.0, "SYNTHETIC local road", "local", province, roads);
}

void add_streets(Facts const& facts, Places const& places, std::vector<Road>& roads)
{
    add_grid(places.seats[facts.place_of("05977")], 4, 0.35, roads);
    add_grid(places.seats[facts.place_of("06187")], 3, 0.10, roads);
    add_grid(places.seats[facts.place_of("06184")], 2, 0.90, roads);
}

}  // namespace marchland::lang_son
