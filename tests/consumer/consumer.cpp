// From boundaries and counts to neighbours, rates, hotspots, risk and a route: a made-up region of 25 communes.
#include "analysis/hotspots/hotspots.hpp"
#include "analysis/rates/rates.hpp"
#include "analysis/risk/risk.hpp"
#include "analysis/routes/route_graph.hpp"
#include "geo/shapes/boundaries.hpp"
#include "results/store.hpp"
#include "study/run/session.hpp"

#include <iostream>

int main(int argc, char** argv)
{
    using namespace marchland;

    // Squares of 10 km in five rows, 4,000 people each; five times as many cases in the north-west corner.
    geo::PerCommune<geo::Area> shapes;
    geo::PerCommune<double> cases;
    for (int i = 0; i < 25; ++i) {
        double const x = 10'000.0 * (i % 5);
        double const y = -10'000.0 * (i / 5);
        shapes.push_back({{{{x, y}, {x + 1e4, y}, {x + 1e4, y + 1e4}, {x, y + 1e4}, {x, y}}}});
        cases.push_back(i % 5 < 2 && i / 5 < 2 ? 10.0 : 2.0);
    }
    geo::PerCommune<double> const people{25, 4000.0};

    auto const near = geo::Boundaries{shapes}.neighbours(geo::Contiguity::queen);
    auto const rates = analysis::rates::rates_of(cases, people, near);
    auto const hotspots = analysis::hotspots::find_hotspots(rates.standardised, near);
    auto const risk =
        analysis::risk::risk_of({.cases = cases, .at_risk = people, .years = 3.0, .near = near},
                                {.model = analysis::risk::RiskModel::bym2});
    geo::CommuneId const corner{0};
    std::cout << "rate " << 1e4 * rates.crude[corner] << " in 10,000, local Moran "
              << hotspots.local.moran[corner] << " (p " << hotspots.local.p_value[corner]
              << "), relative risk " << risk.relative_risk[corner] << " (" << risk.lower[corner]
              << " to " << risk.upper[corner] << ")\n";

    // A national road of 12 km and a local one across it; from its start to the end of the other.
    geo::Ways ways;
    auto const road = [&](geo::WayClass klass, geo::Line const& line) {
        ways.id.push_back("road " + std::to_string(ways.size()));
        ways.kind.push_back(geo::WayKind::road);
        ways.klass.push_back(klass);
        ways.bridge.push_back(0);
        ways.tunnel.push_back(0);
        ways.level.push_back(0);
        ways.oneway.push_back(geo::Oneway::both);
        ways.p_exists.push_back(1.0);
        ways.line.push_back(line);
    };
    road(geo::WayClass::national, {{0, 0}, {12'000, 0}});
    road(geo::WayClass::local, {{6'000, -5'000}, {6'000, 5'000}});
    auto const network =
        analysis::network::network_of(ways, {{{0, 0}, 1000.0}, {{6'000, 5'000}, 1000.0}}, 50.0);
    analysis::routes::RouteGraph const graph{network, ways, analysis::travel::Profile::motorbike};
    auto const from = network.anchors[0].value().junction;
    auto const to = network.anchors[1].value().junction;
    auto const tree = graph.tree(from, analysis::routes::Direction::from_root);
    std::cout << analysis::routes::hours_of(tree.ticks[to]) << " hours over "
              << graph.path(tree, to).size() << " stretches of road\n";

    if (argc == 3) {  // all of it from the files of a study, as the command line does it
        study::Session session{study::read_study_file(argv[1])};
        results::write_results(session.results(study::Step::risk), argv[2]);
    }
    return risk.rank[corner] <= 4 && tree.ticks[to] < analysis::routes::unreachable ? 0 : 1;
}
