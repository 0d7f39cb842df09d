#include "tests/support/study_folder.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace marchland::test {
namespace {

constexpr double side = 0.02;  // degrees

std::string code(std::size_t i)
{
    return std::to_string(90001 + i);
}

std::string point(SmallStudy const& study, double column, double row)
{
    std::ostringstream text;
    text.precision(10);
    text << "[" << study.west + side * column << "," << study.south + side * row << "]";
    return text.str();
}

std::string collection(std::vector<std::string> const& features)
{
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) {
        text += (i > 0 ? ",\n" : "") + features[i];
    }
    return text + "]}\n";
}

std::string feature(std::string const& properties, std::string const& type,
                    std::string const& coordinates)
{
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}";
}

std::string communes(SmallStudy const& study)
{
    std::vector<std::string> features;
    for (std::size_t i = 0; i < study.rows * study.columns; ++i) {
        double const x = static_cast<double>(i % study.columns);
        double const y = static_cast<double>(i / study.columns);
        auto const people = std::to_string(study.people);
        features.push_back(feature(R"("code":")" + code(i) + R"(","name":"Xã )" +
                                       std::to_string(i + 1) + R"(","population":)" + people +
                                       R"(,"at_risk":)" + people,
                                   "Polygon",
                                   "[[" + point(study, x, y) + "," + point(study, x + 1, y) + "," +
                                       point(study, x + 1, y + 1) + "," + point(study, x, y + 1) +
                                       "," + point(study, x, y) + "]]"));
    }
    return collection(features);
}

std::string roads(SmallStudy const& study)
{
    std::vector<std::string> features;
    auto const rows = static_cast<double>(study.rows);
    auto const columns = static_cast<double>(study.columns);
    auto const add = [&features](std::string const& klass, std::string const& from,
                                 std::string const& to) {
        features.push_back(feature(R"("id":"r)" + std::to_string(features.size()) +
                                       R"(","class":")" + klass + "\"",
                                   "LineString", "[" + from + "," + to + "]"));
    };
    for (double row = 0.5; row < rows; row += 1.0) {
        add("local", point(study, 0.0, row), point(study, columns, row));
    }
    for (double column = 0.5; column < columns; column += 1.0) {
        add("provincial", point(study, column, 0.0), point(study, column, rows + 0.2));
    }
    return collection(features);
}

std::string crossings(SmallStudy const& study)
{
    std::ostringstream text;
    text.precision(10);
    text << "id,name,class,status,lon,lat\n";
    double const north = study.south + side * (static_cast<double>(study.rows) + 0.2);
    auto const last = static_cast<double>(study.columns) - 0.5;
    text << "XX-1,Cửa khẩu một,international,open," << study.west + 0.5 * side << "," << north
         << "\n"
         << "XX-2,Cửa khẩu hai,main,open," << study.west + last * side << "," << north << "\n"
         << "XX-3,,informal,unknown," << study.west + last * side << "," << study.south << "\n";
    return text.str();
}

std::string table(std::string const& head, std::vector<int> const& amounts)
{
    std::string text = head + "\n";
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        text += code(i) + ",2024," + std::to_string(amounts[i]) + "\n";
    }
    return text;
}

}  // namespace

StudyFolder::StudyFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "marchland-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
}

StudyFolder::~StudyFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path StudyFolder::write(std::string const& name, std::string const& text) const
{
    std::ofstream{path_ / name, std::ios::binary} << text;
    return path_ / name;
}

std::filesystem::path write_study(StudyFolder const& folder, SmallStudy const& study)
{
    folder.write("communes.geojson", communes(study));
    folder.write("cases.csv", table("commune,period,count", study.cases));
    folder.write("crossings.csv", crossings(study));
    std::string toml =
        "[study]\ntitle = \"Small\"\npurpose = \"test\"\nperiod = [\"2022-07\", \"2025-06\"]\n"
        "seed = 7\nsynthetic = true\n"
        "[communes]\nsource = \"communes.geojson\"\n"
        "[cases]\nsource = \"cases.csv\"\n"
        "[crossings]\nsource = \"crossings.csv\"\n"
        "[hotspots]\npermutations = 999\n";
    if (!study.effort.empty()) {
        folder.write("effort.csv", table("commune,period,amount", study.effort));
        toml += "[effort]\nsource = \"effort.csv\"\n";
    }
    if (study.roads) {
        folder.write("roads.geojson", roads(study));
        toml += "[roads]\nsource = \"roads.geojson\"\n";
    }
    return folder.write("study.toml", toml);
}

}  // namespace marchland::test
