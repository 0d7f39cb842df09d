/// \file session.hpp
/// A study that is being worked on: what has been computed stays until something it rests on changes.
#pragma once

#include "geo/vocabulary/job.hpp"
#include "results/results.hpp"
#include "study/input/region.hpp"
#include "study/run/step.hpp"
#include "study/settings/study_file.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::study {

struct Work;

class Session {
public:
    /// Reads the layers when they are first asked for.
    explicit Session(StudyFile study);
    /// \pre  the region was read from this study.
    Session(StudyFile study, Region region);
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    StudyFile const& study() const;

    /// Takes other settings. Layers are read again if what says how to read them has changed.
    void set(StudyFile study);

    /// The layers; read where that has not been done. Whether their findings stop the work is for the
    /// caller to ask. \throws Cancelled
    Region const& region(geo::Job const& job = {});

    /// Takes another register of crossings, in place of the one that was read.
    void set_crossings(geo::Crossings crossings);

    /// Computes what is missing or out of date up to and including `last`, and gives all of it. The plan is
    /// made if it is `last`, or where the study has a section [plan]. Columns of steps that were not carried
    /// out, or whose layers are absent, stay empty. The same bytes as a run from nothing.
    /// \pre !stops_work(region().findings)
    /// \throws Cancelled  what was done until then is kept; Error{usage, findings, failed}.
    results::Results results(Step last, geo::Job const& job = {}, StepWatch const& watch = {});

    /// Brings the work of some tasks up to date, for questions that go on from there. \throws Cancelled
    Work const& work(std::vector<std::string_view> const& tasks, geo::Job const& job = {});

    /// Names of the tasks that the last call carried out; the others were up to date.
    std::vector<std::string> carried_out() const;

private:
    class State;
    std::unique_ptr<State> state_;
};

/// \namespace marchland::study
/// \par Example
/// \code
/// study::Session session{study::read_study_file("study.toml")};
/// auto results = session.results(study::Step::risk);
/// session.set(study::with(session.study(), {study::changed("hotspots.fdr", 0.1)}));
/// results = session.results(study::Step::risk);  // nothing rests on it: nothing is done again
/// assert(session.carried_out().empty());
/// \endcode
/// \par Threads  one thread at a time may use a session; tasks that do not wait
/// for each other run at once, on the threads of the job.

}  // namespace marchland::study
