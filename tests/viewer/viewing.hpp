// What tests of the viewer share: waiting for a state, never for a time.
#pragma once

#include "tests/support/fake_results.hpp"
#include "viewer/project.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QString>

namespace marchland::support {

inline QString utf8(char const* text)
{
    return QString::fromUtf8(text);
}

inline viewer::ProjectPtr fake_project()
{
    static auto const project = viewer::make_project(fake_results());
    return project;
}

/// True as soon as `done` is; false only where it never becomes so.
template <class Done>
bool wait_for(Done const& done)
{
    QElapsedTimer clock;
    clock.start();
    while (!done()) {
        if (clock.hasExpired(20'000)) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    return true;
}

/// The first commune of that name.
inline geo::CommuneId commune_named(viewer::Project const& project, std::string const& name)
{
    auto const& rows = project.shown->communes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].name == name) {
            return static_cast<geo::CommuneId>(i);
        }
    }
    throw std::out_of_range{name};
}

}  // namespace marchland::support
