// Where posts may stand, and whom a post at each of these sites reaches. Shared.
#pragma once

#include "analysis/flows/movement.hpp"
#include "analysis/flows/posts_passed.hpp"
#include "analysis/network/network.hpp"
#include "analysis/outreach/posts.hpp"
#include "analysis/outreach/robust_posts.hpp"
#include "analysis/routes/routes.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::analysis::outreach {

enum class SiteKind : std::uint8_t { commune, market, crossing };
std::string_view name_of(SiteKind kind);

/// A place where a post may stand.
struct Site {
    SiteKind kind{};
    std::string id;
    std::string name;
    network::Anchor anchor;
};

/// Communes, markets and official crossings that are not closed, as far as they are on the network.
std::vector<Site> sites_of(routes::Anchors const& anchors, geo::Communes const& communes,
                           geo::Markets const& markets, geo::Crossings const& crossings);

/// What flows from communes to crossings, by the sites on the quickest way: flow capturing.
std::vector<Reached> flow_demand(routes::Routes const& routes, flows::Movement const& movement,
                                 std::vector<Site> const& sites);

/// The same by origin, with the crossings that people would avoid for each site: those at its junction.
/// Crossings without a chance are out of reach. All but standing posts, theta and robust is filled in.
PassingInput passing_input(routes::Routes const& routes, flows::Movement const& movement,
                           std::vector<Site> const& sites);

/// The persons of each commune, by the sites within reach: maximal covering. No figure weighs nothing.
/// \param minutes  from the centre of a commune to the site, with access at both ends.
/// \throws Cancelled \par Cost  one tree for each site.
std::vector<Reached> people_demand(routes::Routes const& routes,
                                   geo::PerCommune<flows::Demand> const& people,
                                   std::vector<Site> const& sites,
                                   travel::TravelModel const& travel, double minutes,
                                   geo::Job const& job = {});

/// The weight of the demand that at least one post reaches. \param post  by site, whether one stands there.
double reached_at(std::vector<Reached> const& demand, std::vector<bool> const& post);

/// Persons a year by the posts up to each, in the order in which they are set up.
/// \param people  of people_demand. Nobody avoids a post that comes to the commune.
/// \param order  sites. \param options  how many worlds, and the seed.
flows::PostsPassed reached_people(std::vector<Reached> const& people,
                                  geo::PerCommune<flows::Demand> const& demand, std::size_t sites,
                                  std::vector<std::uint32_t> const& order,
                                  flows::ChoiceOptions const& options);

/// The same for those who pass a post on the quickest way of their world.
/// \param passing  of passing_input: crossings at the sites. \throws Cancelled
flows::PostsPassed reached_flow(routes::Routes const& routes, flows::Ground const& ground,
                                std::vector<Site> const& sites, PassingInput const& passing,
                                std::vector<std::uint32_t> const& order,
                                flows::FlowOptions const& options, geo::Job const& job = {});

}  // namespace marchland::analysis::outreach
