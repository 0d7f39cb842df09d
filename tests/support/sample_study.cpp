#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <fstream>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

namespace marchland::tests {
namespace {

namespace fs = std::filesystem;

std::string text_of(fs::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string number(double value)
{
    std::ostringstream text;
    text.precision(10);
    text << value;
    return text.str();
}

std::string communes()
{
    std::string features;
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) {
            int const i = row * 3 + column + 1;
            features +=
                (i == 1 ? "" : ",\n") +
                commune_feature("0600" + std::to_string(i), "Xã " + std::to_string(i),
                                std::to_string(8000 + 500 * i),
                                R"({"type":"Polygon","coordinates":[)" +
                                    square(106.5 + 0.1 * column, 21.7 + 0.1 * row, 0.1) + "]}");
        }
    }
    return feature_collection(features);
}

constexpr auto study_toml = R"([study]
title = "Sample"
purpose = "test"
crs = "EPSG:9215"
period = ["2022-01", "2024-12"]
vintage = "2025-07-01"
seed = 7
synthetic = true

[communes]
source = "communes.geojson"

[crossings]
source = "crossings.csv"

[markets]
source = "markets.csv"

[roads]
source = "roads.geojson"

[cases]
source = "cases.csv"

[effort]
source = "effort.csv"

[hotspots]
permutations = 999
)";

constexpr auto roads_json = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"id":"A","class":"national"},"geometry":{"type":"LineString","coordinates":[[106.5,21.85],[106.65,21.85],[106.8,21.85]]}},
{"type":"Feature","properties":{"id":"B","class":"local"},"geometry":{"type":"LineString","coordinates":[[106.65,21.7],[106.65,21.85],[106.65,22.0]]}}
]})";

constexpr auto cases_csv = "commune,vintage,period,role,form,sex,age,count\n"
                           "06001,2025-07-01,2022,origin,forced_marriage,F,16-17,2\n"
                           "06002,2025-07-01,2023-Q2,origin,forced_labour,M,18-24,1\n"
                           "06009,2025-07-01,2024-05,origin,unknown,unknown,unknown,3\n";

std::string effort_csv()
{
    std::string text = "commune,period,kind,amount\n";
    for (int i = 1; i <= 9; ++i) {
        text += "0600" + std::to_string(i) + ",2023,patrol,100\n";
    }
    return text;
}

}  // namespace

std::string square(double x, double y, double side)
{
    auto const corner = [](double cx, double cy) {
        std::string text{"["};  // g++ 12 sees an overflow in "[" + a temporary
        text += number(cx) + "," + number(cy) + "]";
        return text;
    };
    return "[" + corner(x, y) + "," + corner(x + side, y) + "," + corner(x + side, y + side) + "," +
           corner(x, y + side) + "," + corner(x, y) + "]";
}

std::string commune_feature(std::string const& code, std::string const& name,
                            std::string const& population, std::string const& geometry)
{
    return R"({"type":"Feature","properties":{"code":")" + code + R"(","name":")" + name +
           R"(","population":)" + population + R"(},"geometry":)" + geometry + "}";
}

std::string feature_collection(std::string const& features)
{
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

SampleStudy::SampleStudy(std::string const& name)
{
    static std::atomic<int> count{0};
    folder_ = fs::path{testing::TempDir()} /
              ("marchland-" + std::to_string(getpid()) + "-" + std::to_string(count++)) / name;
    fs::create_directories(folder_);
    write("study.toml", study_toml);
    write("communes.geojson", communes());
    write("roads.geojson", roads_json);
    write("crossings.csv",
          "id,name,class,status,lon,lat\nG1,Hữu Nghị,international,open,106.65,22.0\n");
    write("markets.csv", "id,name,kind,lon,lat\nM1,Chợ,town_market,106.8,21.85\n");
    write("cases.csv", cases_csv);
    write("effort.csv", effort_csv());
}

SampleStudy::~SampleStudy()
{
    std::error_code ignored;
    fs::remove_all(folder_.parent_path(), ignored);
}

void SampleStudy::write(std::string const& name, std::string const& text) const
{
    std::ofstream{folder_ / name, std::ios::binary} << text;
}

std::string SampleStudy::read(std::string const& name) const
{
    return text_of(folder_ / name);
}

void SampleStudy::replace(std::string const& name, std::string const& from,
                          std::string const& to) const
{
    auto text = read(name);
    auto const at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from << " is not in " << name;
    text.replace(at, from.size(), to);
    write(name, text);
}

void SampleStudy::append(std::string const& name, std::string const& line) const
{
    write(name, read(name) + line + "\n");
}

Ended run_shell(std::string const& command)
{
    static std::atomic<int> count{0};
    auto const stem = fs::path{testing::TempDir()} / ("marchland-said-" + std::to_string(getpid()) +
                                                      "-" + std::to_string(count++));
    auto const out = stem.string() + ".out";
    auto const err = stem.string() + ".err";
    int const status =
        std::system(("( " + command + " ) >" + out + " 2>" + err + " </dev/null").c_str());
    Ended const ended{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
                      text_of(out), text_of(err)};
    fs::remove(out);
    fs::remove(err);
    return ended;
}

std::vector<std::string> column(std::string const& csv, std::string const& name)
{
    auto const cells_of = [](std::string const& line) {
        std::vector<std::string> cells(1);
        bool quoted = false;
        for (char const c : line) {
            quoted = c == '"' ? !quoted : quoted;
            if (c == ',' && !quoted) {
                cells.emplace_back();
            } else if (c != '"' && c != '\r') {
                cells.back() += c;
            }
        }
        return cells;
    };
    std::istringstream in{csv.substr(csv.starts_with("\xEF\xBB\xBF") ? 3 : 0)};
    std::string line;
    std::getline(in, line);
    auto const header = cells_of(line);
    auto const at = std::find(header.begin(), header.end(), name) - header.begin();
    std::vector<std::string> found;
    while (std::getline(in, line)) {
        found.push_back(cells_of(line).at(static_cast<std::size_t>(at)));
    }
    return found;
}

Ended SampleStudy::marchland(std::string const& command, std::string const& more,
                             std::string const& before) const
{
    return run_shell("cd '" + folder_.string() + "' && " + before + " '" MARCHLAND_PROGRAM "' " +
                     command + " study.toml " + more);
}

}  // namespace marchland::tests
