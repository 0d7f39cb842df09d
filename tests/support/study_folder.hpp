// A small study in a folder of its own, gone when the test is over.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace marchland::test {

class StudyFolder {
public:
    StudyFolder();
    ~StudyFolder();
    StudyFolder(StudyFolder const&) = delete;
    StudyFolder& operator=(StudyFolder const&) = delete;

    std::filesystem::path const& path() const { return path_; }
    std::filesystem::path write(std::string const& name, std::string const& text) const;

private:
    std::filesystem::path path_;
};

/// What a test may change of the study below.
struct SmallStudy {
    std::size_t rows = 3;
    std::size_t columns = 3;
    std::vector<int> cases{4, 0, 2, 9, 1,
                           0, 3, 5, 0};  ///< by commune, row by row from the south-west
    std::vector<int> effort{20, 20, 30, 40, 20, 0, 20, 30, 20};  ///< empty: the study has no effort
    int people = 5000;                                           ///< in every commune
    bool roads = true;
    double west = 106.60;  ///< degrees, of the south-west corner
    double south = 21.80;
};

/// Square communes 90001, 90002, ... about 2 km wide, a road through the middle of each row and column,
/// two gates and an informal point along the north. \returns the study file.
std::filesystem::path write_study(StudyFolder const& folder, SmallStudy const& study = {});

}  // namespace marchland::test
