#include "study/run/session.hpp"

#include "geo/vocabulary/pieces.hpp"
#include "results/held.hpp"
#include "study/run/assembled.hpp"
#include "study/run/record.hpp"
#include "study/run/task.hpp"
#include "study/settings/inputs.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <mutex>
#include <ranges>
#include <set>

namespace marchland::study {
namespace {

/// What says how the layers are read.
Stamp reading_of(StudyFile const& study)
{
    Stamp stamp;
    auto const add = [&stamp](geo::LayerSource const& source) {
        stamp.add(source.layer, source.source, source.table, source.crs, source.columns,
                  source.usual, source.stated, source.ignore, source.words, source.where,
                  source.import.header, source.import.sheets, source.import.fill_down,
                  source.import.totals, source.import.across, source.import.figures,
                  source.import.period, source.names, source.take_single_names, source.folder);
    };
    for (auto const& [name, source] : study.layers) {
        stamp.add(name);
        add(source);
    }
    for (auto const& [source, stated] : study.indicators) {
        add(source);
        stamp.add(stated.name, stated.as_of);
    }
    stamp.add(study.crs, study.vintage, study.period.from.index, study.period.to.index,
              study.cell_m, study.land_classes, study.travel.season, study.travel.night,
              study.unused, study.effort.in_all);
    for (auto const& [kind, weight] : study.effort.kinds) {
        stamp.add(kind, weight);
    }
    for (auto const* const layer : {"services", "activities", "waiting"}) {
        if (study.layer(layer) != nullptr) {  // which entries are stale is said when they are read
            stamp.add(study.day_ahead().time_since_epoch().count(), study.programmes.fresh_months);
        }
    }
    if (study.neighbours.rule == NeighbourRule::file) {
        stamp.add(study.neighbours.file, study.neighbours.as_distance);
    }
    return stamp;
}

/// Where a task stands.
struct Done {
    std::optional<Stamp> on;    ///< what it worked on; nothing: not done, or broken off
    std::uint64_t version = 0;  ///< grows each time it is done
    std::string started;
    double seconds = 0.0;
    bool by_last_call = false;  ///< carried out then
};

/// Tells of each step once, when the first of its tasks begins.
class Announcer {
public:
    explicit Announcer(StepWatch const& watch) : watch_{watch} {}

    void begins(Step step)
    {
        std::scoped_lock const lock{lock_};
        if (watch_ && told_.insert(step).second) {
            watch_(name_of(step));
        }
    }

private:
    StepWatch const& watch_;
    std::mutex lock_;
    std::set<Step> told_;
};

}  // namespace

class Session::State {
public:
    explicit State(StudyFile study) { work_.study = std::move(study); }
    State(StudyFile study, Region region) : State{std::move(study)}
    {
        work_.region = std::move(region);
        read_ = reading_of(work_.study);
    }

    Work& work() { return work_; }
    std::vector<std::string> carried_out() const
    {
        std::vector<std::string> names;
        for (auto const& task : tasks()) {
            auto const done = done_.find(task.name);
            if (done != done_.end() && done->second.by_last_call) {
                names.emplace_back(task.name);
            }
        }
        return names;
    }

    void set(StudyFile study)
    {
        work_.study = std::move(study);
        if (read_ && *read_ != reading_of(work_.study)) {
            read_.reset();
        }
        // What the study says of an indicator, not where it stands, needs no reading.
        for (std::size_t i = 0; read_ && i < work_.region.indicators.size(); ++i) {
            auto& indicator = work_.region.indicators[i];
            auto values = std::move(indicator.value);
            indicator = work_.study.indicators[i].stated;
            indicator.value = std::move(values);
        }
    }

    Region const& region(geo::Job const& job)
    {
        if (!read_) {
            timed(reading_, [&] { work_.region = read_region(work_.study, job); });
            read_ = reading_of(work_.study);
            ++read_version_;
        }
        return work_.region;
    }

    void set_crossings(geo::Crossings crossings) { work_.region.crossings = std::move(crossings); }

    /// Brings up to date every task that is wanted, and those that it reads.
    void bring(std::set<std::string_view> wanted, geo::Job const& job, StepWatch const& watch)
    {
        for (auto const& task : tasks() | std::views::reverse) {
            done_[task.name].by_last_call = false;
            if (wanted.contains(task.name)) {
                wanted.insert(task.tasks.begin(), task.tasks.end());
            }
        }
        Announcer announcer{watch};
        std::vector<geo::Piece> pieces;
        std::map<std::string_view, std::size_t> place;
        for (auto const& task : tasks()) {
            if (!wanted.contains(task.name)) {
                continue;
            }
            place.emplace(task.name, pieces.size());
            geo::Piece piece{.share = task.share, .after = {}, .work = [&](geo::Job const& own) {
                                 announcer.begins(task.step);
                                 bring(task, own);
                             }};
            for (auto const name : task.tasks) {
                piece.after.push_back(place.at(name));
            }
            pieces.push_back(std::move(piece));
        }
        geo::carry_out(pieces, job);
        job.at(1.0);
    }

    std::vector<results::RunRow> runs(Step last, bool plan, unsigned threads) const
    {
        auto const files = hash_of(inputs(work_.study));
        results::RunRow const every{.version = MARCHLAND_VERSION,
                                    .seed = static_cast<std::int64_t>(work_.study.seed),
                                    .threads = threads,
                                    .input_sha256 = files};
        std::vector<results::RunRow> rows{every};
        rows.front().step = "read";
        rows.front().started = reading_.started;
        rows.front().seconds = reading_.seconds;
        for (int i = 0; i <= static_cast<int>(last); ++i) {
            auto const step = static_cast<Step>(i);
            if (step == Step::plan && !plan) {
                continue;
            }
            auto row = every;
            row.step = name_of(step);
            row.seconds = 0.0;
            row.parameters = parameters_of(work_.study, step);
            for (auto const& task : tasks()) {
                if (task.step == step) {
                    auto const& done = done_.at(task.name);
                    row.started = row.started.empty() ? done.started : row.started;
                    row.seconds += done.seconds;
                }
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    Stamp stamp_of(Task const& task) const
    {
        Stamp stamp;
        stamp.add(read_version_);
        for (auto const name : task.tasks) {
            stamp.add(done_.at(name).version);
        }
        task.settings(stamp, work_.study, work_.region.crossings);
        return stamp;
    }

    void bring(Task const& task, geo::Job const& job)
    {
        auto& done = done_.at(task.name);
        auto stamp = stamp_of(task);
        job.at(0.0);
        if (done.on == stamp) {
            return;
        }
        done.on.reset();  // should it be broken off, what it left is not whole
        timed(done, [&] { task.make(work_, job); });
        done.on = std::move(stamp);
        ++done.version;
        done.by_last_call = true;
    }

    template <class Make>
    static void timed(Done& done, Make const& make)
    {
        done.started = now_utc();
        auto const clock = std::chrono::steady_clock::now();
        make();
        done.seconds =
            std::chrono::duration<double>{std::chrono::steady_clock::now() - clock}.count();
    }

    Work work_;
    Done reading_;
    std::optional<Stamp> read_;  ///< how the region was read; nothing: not yet
    std::uint64_t read_version_ = 0;
    std::map<std::string_view, Done> done_;
};

Session::Session(StudyFile study) : state_{std::make_unique<State>(std::move(study))} {}
Session::Session(StudyFile study, Region region)
    : state_{std::make_unique<State>(std::move(study), std::move(region))}
{
}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

StudyFile const& Session::study() const
{
    return state_->work().study;
}

void Session::set(StudyFile study)
{
    state_->set(std::move(study));
}

Region const& Session::region(geo::Job const& job)
{
    return state_->region(job);
}

void Session::set_crossings(geo::Crossings crossings)
{
    state_->region({});
    state_->set_crossings(std::move(crossings));
}

results::Results Session::results(Step last, geo::Job const& job, StepWatch const& watch)
{
    state_->region(job.part(0.0, 0.0));
    bool const plan = last == Step::plan || (last > Step::plan && study().has_plan);
    std::set<std::string_view> wanted;
    for (auto const& task : tasks()) {
        if (task.step <= last && (task.step != Step::plan || plan)) {
            wanted.insert(task.name);
        }
    }
    state_->bring(std::move(wanted), job, watch);
    auto results = assembled(state_->work(), last, plan);
    results.runs = state_->runs(last, plan, job.threads());
    results::hold(results);
    return results;
}

Work const& Session::work(std::vector<std::string_view> const& tasks, geo::Job const& job)
{
    state_->region(job.part(0.0, 0.0));
    state_->bring({tasks.begin(), tasks.end()}, job, {});
    return state_->work();
}

std::vector<std::string> Session::carried_out() const
{
    return state_->carried_out();
}

}  // namespace marchland::study
