#include "datasets/lang-son/make/junctions.hpp"

#include <algorithm>
#include <optional>

namespace marchland::lang_son {
namespace {

using geo::Line;
using geo::Point;

constexpr std::size_t bridge_every = 25;  // crossings of a local road with a larger one
constexpr double half_bridge = 40.0;

struct Cut {
    std::size_t stretch = 0;  ///< between points stretch and stretch + 1
    double along = 0.0;
    Point at;
    bool begins_bridge = false;
    bool operator<(Cut const& other) const
    {
        return std::pair{stretch, along} < std::pair{other.stretch, other.along};
    }
};

double cross(Point a, Point b, Point p)
{
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

/// How far along a-b the other stretch crosses it, if inside both.
std::optional<double> crossing(Point a, Point b, Point c, Point d)
{
    double const from = cross(c, d, a);
    double const to = cross(c, d, b);
    double const left = cross(a, b, c);
    double const right = cross(a, b, d);
    if (!(from * to < 0.0) || !(left * right < 0.0)) {
        return {};
    }
    return from / (from - to);
}

Point between(Point a, Point b, double along)
{
    return rounded({a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)});
}

class Cutter {
public:
    explicit Cutter(std::vector<Road> const& roads) : roads_{roads}, cuts_(roads.size())
    {
        for (auto const& road : roads) {
            boxes_.push_back(geo::box_of(road.line));
        }
    }

    std::vector<Road> cut()
    {
        for (std::size_t one = 0; one < roads_.size(); ++one) {
            for (std::size_t two = one + 1; two < roads_.size(); ++two) {
                if (boxes_[one].touches(boxes_[two])) {
                    find(one, two);
                }
            }
        }
        std::vector<Road> pieces;
        for (std::size_t i = 0; i < roads_.size(); ++i) {
            std::sort(cuts_[i].begin(), cuts_[i].end());
            add_pieces(roads_[i], cuts_[i], pieces);
        }
        return pieces;
    }

private:
    void find(std::size_t one, std::size_t two)
    {
        auto const& a = roads_[one].line;
        auto const& b = roads_[two].line;
        for (std::size_t i = 0; i + 1 < a.size(); ++i) {
            for (std::size_t j = 0; j + 1 < b.size(); ++j) {
                if (auto const along = crossing(a[i], a[i + 1], b[j], b[j + 1])) {
                    meet(one, i, *along, two, j);
                }
            }
        }
    }

    void meet(std::size_t one, std::size_t i, double along, std::size_t two, std::size_t j)
    {
        auto const& b = roads_[two].line;
        auto const at = between(roads_[one].line[i], roads_[one].line[i + 1], along);
        double const there = geo::foot_on_segment(at, b[j], b[j + 1]).along;
        bool const unequal = roads_[one].kind != "local" && roads_[two].kind == "local";
        if (unequal && ++unequal_ % bridge_every == 0) {
            lead_over(two, j, there);
            return;
        }
        cuts_[one].push_back({i, along, at});
        cuts_[two].push_back({j, there, at});
    }

    void lead_over(std::size_t road, std::size_t j, double along)
    {
        auto const a = roads_[road].line[j];
        auto const b = roads_[road].line[j + 1];
        double const half = half_bridge / geo::distance(a, b);
        double const from = std::max(along - half, 0.5 * along);
        double const to = std::min(along + half, 0.5 * (1.0 + along));
        cuts_[road].push_back({j, from, between(a, b, from), true});
        cuts_[road].push_back({j, to, between(a, b, to)});
    }

    static void add_pieces(Road const& road, std::vector<Cut> const& cuts,
                           std::vector<Road>& pieces)
    {
        Road piece = road;
        piece.line.clear();
        auto const finish = [&] {
            auto const repeated = std::ranges::unique(piece.line);
            piece.line.erase(repeated.begin(), repeated.end());
            if (piece.line.size() > 1) {
                pieces.push_back(piece);
            }
        };
        auto cut = cuts.begin();
        for (std::size_t i = 0; i < road.line.size(); ++i) {
            piece.line.push_back(road.line[i]);
            for (; cut != cuts.end() && cut->stretch == i; ++cut) {
                piece.line.push_back(cut->at);
                finish();
                piece.line = {cut->at};
                piece.bridge = cut->begins_bridge;
                piece.level = cut->begins_bridge ? 1 : 0;
            }
        }
        finish();
    }

    std::vector<Road> const& roads_;
    std::vector<geo::Box> boxes_;
    std::vector<std::vector<Cut>> cuts_;
    std::size_t unequal_ = 0;
};

}  // namespace

std::vector<Road> cut_at_crossings(std::vector<Road> const& roads)
{
    return Cutter{roads}.cut();
}

}  // namespace marchland::lang_son
