#include "geo/layers/carried_cases.hpp"

#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::geo {
namespace {

constexpr double tail = 0.05;  ///< on each side of the bounds

/// Persons of the rows so far, by part.
class Lagging {
public:
    explicit Lagging(std::vector<PartOf> const& parts) : parts_{parts}, given_(parts.size(), 0.0) {}

    /// Which part the next person goes to: of two that lag alike the first.
    std::size_t next()
    {
        all_ += 1.0;
        std::size_t farthest = 0;
        double longest = -1.0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            double const lag = parts_[i].share.likely * all_ - given_[i];
            if (lag > longest + 1e-9) {
                longest = lag;
                farthest = i;
            }
        }
        given_[farthest] += 1.0;
        return farthest;
    }

private:
    std::vector<PartOf> const& parts_;
    std::vector<double> given_;
    double all_ = 0.0;
};

double least_of(CaseCount const& row)
{
    return row.censored ? row.least : row.count;
}

double most_of(CaseCount const& row)
{
    return row.censored ? row.most : row.count;
}

/// What of a row belongs to a part, `count` being what was given to it.
CaseCount part_of(CaseCount const& row, PartOf const& part, double count)
{
    auto one = row;
    one.commune = part.commune;
    one.count = count;
    auto const& share = part.share;
    double const least =
        share.whole() ? least_of(row) : binomial_quantile(least_of(row), share.least, tail);
    double const most = binomial_quantile(most_of(row), share.most, 1.0 - tail);
    one.least = std::min(least, count);
    one.most = std::max(most, count);
    one.censored = one.least < one.most;
    one.least = one.censored ? one.least : 0.0;
    one.most = one.censored ? one.most : 0.0;
    return one;
}

template <class Names>
std::string named_some(Names const& names)
{
    constexpr std::size_t told = 8;
    std::string list;
    for (std::size_t i = 0; i < std::min(told, names.size()); ++i) {
        list += (i == 0 ? "" : ", ") + names[i];
    }
    return list + (names.size() > told ? " and " + std::to_string(names.size() - told) + " more"
                                       : std::string{});
}

}  // namespace

double binomial_quantile(double n, double share, double chance)
{
    if (share <= 0.0 || n <= 0.0) {
        return 0.0;
    }
    if (share >= 1.0) {
        return n;
    }
    double sum = 0.0;
    double const all = std::lgamma(n + 1.0);
    for (double k = 0.0; k < n; k += 1.0) {
        sum += std::exp(all - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) +
                        k * std::log(share) + (n - k) * std::log1p(-share));
        if (sum >= chance) {
            return k;
        }
    }
    return n;
}

void CarriedCases::add(Meant const& meant, CaseCount row, std::vector<CaseCount>& cases)
{
    auto const one = meant.whole();
    if (one || meant.parts.empty()) {
        row.commune = one;
        cases.push_back(std::move(row));
        return;
    }
    auto& split = splits_[{meant.former, meant.day, row.role}];
    split.meant = meant;
    split.rows.push_back(std::move(row));
}

void CarriedCases::apportion(Split& split, std::vector<CaseCount>& cases)
{
    std::ranges::sort(split.rows, {}, [](CaseCount const& row) {
        return std::tie(row.period.from, row.period.to, row.form, row.sex, row.age, row.censored,
                        row.count, row.most);
    });
    auto const& parts = split.meant.parts;
    Lagging lagging{parts};
    for (auto const& row : split.rows) {
        std::vector<double> counts(parts.size(), 0.0);
        for (double person = 0.0; person < row.count; person += 1.0) {
            counts[lagging.next()] += 1.0;
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (!parts[i].commune) {
                beyond_[split.meant.former] += counts[i];
                continue;
            }
            cases.push_back(part_of(row, parts[i], counts[i]));
            auto const& part = cases.back();
            if (part.role == Role::origin && !parts[i].share.whole()) {
                auto& range = doubtful_[*part.commune];
                range.least += least_of(part);
                range.most += most_of(part);
            }
        }
    }
}

void CarriedCases::say_doubtful()
{
    std::vector<std::string> told;
    for (auto const& [id, range] : doubtful_) {
        if (range.least < range.most) {
            told.push_back(communes_.label(id) + " at least " + fixed(range.least, 0) +
                           " and at most " + fixed(range.most, 0));
        }
    }
    if (!told.empty()) {
        reader_.say(Severity::warning, "split-commune",
                    "persons of former communes that were split may belong to either part. Of "
                    "origin, " +
                        named_some(told) +
                        " of them. The model of risk takes the range; all other figures take them "
                        "as shared out by the people of the parts, or evenly where these are not "
                        "known; together they are as many as before",
                    "give share in [crosswalk], or recount these persons under the present codes");
    }
}

void CarriedCases::say_beyond()
{
    double persons = 0.0;
    std::vector<std::string> codes;
    for (auto const& [code, count] : beyond_) {
        persons += count;
        codes.push_back(code);
    }
    if (!codes.empty()) {
        reader_.say(Severity::warning, "beyond-study",
                    fixed(persons, 0) +
                        " persons of former communes whose present ones are not in the study are "
                        "left out (" +
                        named_some(codes) + ")",
                    "nothing, where the study is meant to end there; else add the communes, or "
                    "correct the codes in [crosswalk]");
    }
}

void CarriedCases::finish(std::vector<CaseCount>& cases)
{
    for (auto& [key, split] : splits_) {
        apportion(split, cases);
    }
    say_doubtful();
    say_beyond();
}

}  // namespace marchland::geo
