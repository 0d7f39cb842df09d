/// \file sample_study.hpp
/// A small sound study in a folder of its own, for tests that spoil one thing in it.
///
/// Nine square communes in WGS 84 near Lạng Sơn, codes 06001 to 06009 in rows from the south-west, 0.1
/// degree wide; one road along the middle, one crossing in the north, one market, cases and effort.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace marchland::tests {

struct Ended {
    int code = 0;
    std::string out;
    std::string err;
    std::string all() const { return out + err; }
};

class SampleStudy {
public:
    explicit SampleStudy(std::string const& name = "study");
    ~SampleStudy();
    SampleStudy(SampleStudy const&) = delete;
    SampleStudy& operator=(SampleStudy const&) = delete;

    std::filesystem::path const& folder() const { return folder_; }
    std::filesystem::path file(std::string const& name) const { return folder_ / name; }

    void write(std::string const& name, std::string const& text) const;
    std::string read(std::string const& name) const;
    /// Replaces a text that must be there.
    void replace(std::string const& name, std::string const& from, std::string const& to) const;
    /// Adds a line to a file.
    void append(std::string const& name, std::string const& line) const;

    /// Runs `marchland COMMAND study.toml ...` and waits. \param before  e.g. "LC_ALL=vi_VN.UTF-8".
    Ended marchland(std::string const& command, std::string const& more = "",
                    std::string const& before = "") const;

private:
    std::filesystem::path folder_;
};

/// Runs any command line in a shell.
Ended run_shell(std::string const& command);

/// The cells of one column of a table without quoted line breaks.
std::vector<std::string> column(std::string const& csv, std::string const& name);

/// A square with its south-west corner at (x, y), as GeoJSON coordinates.
std::string square(double x, double y, double side);

/// One GeoJSON feature of a commune.
std::string commune_feature(std::string const& code, std::string const& name,
                            std::string const& population, std::string const& geometry);

std::string feature_collection(std::string const& features);

}  // namespace marchland::tests
