// Persons counted under former communes, put into those of the study. Private to geo.
#pragma once

#include "geo/layers/cases.hpp"
#include "geo/layers/commune_codes.hpp"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace marchland::geo {

/// Rows of former communes that were split, or lie partly beyond the study.
///
/// Persons are not cut: each goes to the part that lags most behind its share of all persons of that commune and role, so
/// that the parts together have them all and each has what its share says, but for less than one person. Where each
/// really came from is not known: the row of a part says how many persons it has at least and at most.
///
/// Where the share is known the bounds are those of 90 % of a binomial draw for each row, as the share is of people and
/// not of victims; else none and all of them. Rows are taken in the order of their periods and words, not of the file.
class CarriedCases {
public:
    CarriedCases(LayerReader& reader, Communes const& communes)
        : reader_{reader}, communes_{communes}
    {
    }

    /// \param row  without a commune. \pre meant.sound
    void add(Meant const& meant, CaseCount row, std::vector<CaseCount>& cases);

    /// Adds the rows of the parts, and says what is doubtful and what lies beyond the study.
    void finish(std::vector<CaseCount>& cases);

private:
    struct Split {
        Meant meant;
        std::vector<CaseCount> rows;
    };

    void apportion(Split& split, std::vector<CaseCount>& cases);
    void say_doubtful();
    void say_beyond();

    LayerReader& reader_;
    Communes const& communes_;
    std::map<std::tuple<std::string, std::string, Role>, Split> splits_;  ///< code, day, role
    struct Range {
        double least = 0.0;
        double most = 0.0;
    };
    std::map<CommuneId, Range> doubtful_;   ///< of origin
    std::map<std::string, double> beyond_;  ///< persons by former code
};

/// The smallest k with a chance of at least `chance` that no more than k of n come, each with probability `share`.
double binomial_quantile(double n, double share, double chance);

}  // namespace marchland::geo
