#include "analysis/outreach/schedule.hpp"

#include <algorithm>
#include <cmath>
#include <list>

namespace marchland::analysis::outreach {
namespace {

using geo::Day;

/// A team is at a market if it is in the commune for so much of the day, or for the whole of a shorter visit.
constexpr double market_share = 0.5;

constexpr double rounding = 1e-9;

bool same_week(Day one, Day other)
{
    auto const monday = [](Day day) { return day - std::chrono::days{geo::weekday_of(day)}; };
    return monday(one) == monday(other);
}

/// The days at work of one team, counted from 0.
class WorkDays {
public:
    WorkDays(Calendar const& calendar, int team)
        : calendar_{calendar}, team_{team}, next_{*calendar.start}
    {
    }

    Day operator[](std::size_t number)
    {
        while (days_.size() <= number) {
            if (at_work(next_)) {
                days_.push_back(next_);
            }
            next_ += std::chrono::days{1};
        }
        return days_[number];
    }

private:
    bool at_work(Day day) const
    {
        return calendar_.work_days.on(day) &&
               std::ranges::none_of(calendar_.weeks_off, [&](WeekOff const& off) {
                   return (off.team == 0 || off.team == team_) && same_week(off.day, day);
               });
    }

    Calendar const& calendar_;
    int team_;
    Day next_;
    std::vector<Day> days_;
};

/// When a visit would begin, and the market day that it meets.
struct Beginning {
    double from_day = 0.0;
    std::optional<std::size_t> market;
};

class TeamDiary {
public:
    TeamDiary(WorkDays days, PlanInput const& input, PlanOptions const& options)
        : days_{std::move(days)}, input_{input}, options_{options}
    {
    }

    void add(Visit& visit)
    {
        bool const market = !input_.market.empty() && input_.market[visit.commune].ever();
        (market ? markets_ : others_).push_back(&visit);
    }

    void fill()
    {
        while (!markets_.empty() || !others_.empty()) {
            auto first = markets_.end();
            Beginning best;
            for (auto at = markets_.begin(); at != markets_.end(); ++at) {
                auto const begins = beginning_of(**at);
                if (first == markets_.end() || begins.from_day < best.from_day) {
                    first = at;
                    best = begins;
                }
            }
            bool const waits = first != markets_.end() && best.from_day > now_ + rounding;
            if (first == markets_.end() || (waits && !others_.empty())) {
                place(*others_.front(), {now_, {}});
                others_.pop_front();
            } else {
                place(**first, best);
                markets_.erase(first);
            }
        }
    }

private:
    /// The first moment from now on from which the team is at the market when it meets.
    Beginning beginning_of(Visit const& visit)
    {
        double const stay = options_.visit_days;
        double const way = (visit.days - stay) / 2.0;
        double const there = std::min(market_share, stay);
        double const arrives = now_ + way;
        auto const today = static_cast<std::size_t>(arrives + rounding);
        for (std::size_t day = today; day < today + days_ahead; ++day) {
            auto const start = static_cast<double>(day);
            double const from = std::max(arrives, start + there - stay);
            if (from <= start + 1.0 - there + rounding &&
                input_.market[visit.commune].on(days_[day])) {
                return {from - way, day};
            }
        }
        return {now_, {}};
    }

    void place(Visit& visit, Beginning const& begins)
    {
        visit.from_day = begins.from_day;
        visit.date = days_[static_cast<std::size_t>(begins.from_day + rounding)];
        if (begins.market) {
            visit.market_day = days_[*begins.market];
        }
        now_ = begins.from_day + visit.days;
    }

    WorkDays days_;
    PlanInput const& input_;
    PlanOptions const& options_;
    std::list<Visit*> markets_;
    std::list<Visit*> others_;
    double now_ = 0.0;
};

}  // namespace

void lay_out(Plan& plan, PlanInput const& input, PlanOptions const& options)
{
    if (!options.calendar.start) {
        std::vector<double> next(plan.team_ends.size(), 0.0);
        for (auto& visit : plan.visits) {
            auto& day = next[static_cast<std::size_t>(visit.team) - 1];
            visit.from_day = day;
            day += visit.days;
        }
        return;
    }
    for (int team = 1; team <= options.teams; ++team) {
        TeamDiary diary{WorkDays{options.calendar, team}, input, options};
        for (auto& visit : plan.visits) {
            if (visit.team == team) {
                diary.add(visit);
            }
        }
        diary.fill();
    }
}

}  // namespace marchland::analysis::outreach
