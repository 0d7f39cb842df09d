// Where clusters and corridors may lie: what somebody knows who knows how worlds are made.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/vocabulary/random.hpp"

#include <cstdint>
#include <vector>

namespace marchland::decisions {

/// Counts and what is expected of each commune at the same risk everywhere, in proportion.
struct Counts {
    std::vector<double> cases;
    std::vector<double> expected;
};

/// Risk is `times` as high in some set of communes; the sets are those that `simulate` plants.
class Shapes {
public:
    virtual ~Shapes() = default;

    /// Covariance of membership over all worlds, row by row.
    virtual std::vector<double> covariance() const = 0;

    /// Posterior mean of relative risk, up to a factor.
    virtual std::vector<double> risk(Counts const& counts, double times) const = 0;
};

/// Ordered centres, from each of which a cluster grows over what is free; by a Markov chain.
class ClusterShapes : public Shapes {
public:
    ClusterShapes(analysis::neighbours::Neighbours const& near, int groups, int members)
        : near_{near}, groups_{groups}, members_{members}
    {
    }
    std::vector<double> covariance() const override;
    std::vector<double> risk(Counts const& counts, double times) const override;

private:
    class Grower;
    std::vector<std::size_t> drawn_centres(geo::Draws& draws, Grower& grower) const;
    double move_one(std::vector<std::size_t>& centres, geo::Draws& draws) const;

    analysis::neighbours::Neighbours const& near_;
    int groups_;
    int members_;
};

/// One shortest chain for each ordered pair of communes: all are summed.
class CorridorShapes : public Shapes {
public:
    /// The longest of `tries` chains, cut at `most` communes.
    CorridorShapes(analysis::neighbours::Neighbours const& near, int tries, int most);
    std::vector<double> covariance() const override;
    std::vector<double> risk(Counts const& counts, double times) const override;

private:
    struct Chain {
        std::vector<std::uint16_t> members;
        double chance = 0.0;
    };
    void add_chains(analysis::neighbours::Neighbours const& near, std::size_t from);

    std::size_t communes_;
    std::vector<Chain> chains_;
};

}  // namespace marchland::decisions
