// A layer written as text, and what its reader says: what tables of tests of readers are made of.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/finding.hpp"
#include "tests/support/study_folder.hpp"

#include <map>
#include <string>
#include <vector>

namespace marchland::test {

/// A file in a folder of its own, gone when the test is over.
class LayerFile {
public:
    explicit LayerFile(std::string const& text, std::string name = "layer.csv")
        : name_{std::move(name)}
    {
        folder_.write(name_, text);
    }

    /// \param columns  contract name -> name in the file. \param crs  of well-known text and plain x, y.
    geo::LayerSource source(std::map<std::string, std::string> columns = {},
                            std::string crs = "EPSG:4326") const
    {
        return {.layer = "test",
                .source = name_,
                .crs = std::move(crs),
                .columns = std::move(columns),
                .folder = folder_.path()};
    }

private:
    StudyFolder folder_;
    std::string name_;
};

/// "error bad-count, row 3, count": severity, rule, and where there are some feature and field. Notes of a
/// transformation are left out: every layer has one.
inline std::vector<std::string> said(geo::Findings const& findings)
{
    std::vector<std::string> words;
    for (auto const& finding : findings) {
        if (finding.rule == "crs-moved") {
            continue;
        }
        words.push_back(std::string{geo::name_of(finding.severity)} + " " + finding.rule +
                        (finding.feature.empty() ? "" : ", " + finding.feature) +
                        (finding.field.empty() ? "" : ", " + finding.field));
    }
    return words;
}

using Words = std::vector<std::string>;

/// The system that shapes are brought to.
inline geo::Crs const working = geo::Crs::parse("EPSG:9215");

/// Three communes without shapes, as the other layers need them.
inline geo::Communes three_communes()
{
    geo::Communes communes;
    communes.vintage = "2025-07-01";
    for (auto const& [code, name] :
         {std::pair{"06001", "Đồng Đăng"}, std::pair{"06002", "Tân Thanh"},
          std::pair{"06003", "Tân Thanh"}}) {
        communes.by_code.emplace(code, static_cast<geo::CommuneId>(communes.size()));
        communes.code.push_back(code);
        communes.name.push_back(name);
    }
    return communes;
}

}  // namespace marchland::test
