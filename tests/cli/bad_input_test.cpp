// Bad input gets a clear answer and nothing is lost: each test spoils one thing in a sound study.
#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

namespace {

using namespace marchland::tests;
namespace fs = std::filesystem;

/// The findings name all of the words; the work stops with `code` and leaves no result.
void expect_stop(SampleStudy const& study, std::initializer_list<char const*> words, int code = 1)
{
    auto const ended = study.marchland("run");
    EXPECT_EQ(ended.code, code) << ended.all();
    for (auto const* const word : words) {
        EXPECT_NE(ended.all().find(word), std::string::npos) << "missing: " << word << "\n"
                                                             << ended.all();
    }
    EXPECT_FALSE(fs::exists(study.file("out"))) << "a result was left";
    auto const checked = study.marchland("check");
    EXPECT_EQ(checked.code, code) << checked.all();
}

/// The findings name all of the words; the work goes on.
void expect_warning(SampleStudy const& study, std::initializer_list<char const*> words)
{
    auto const checked = study.marchland("check");
    EXPECT_EQ(checked.code, 0) << checked.all();
    for (auto const* const word : words) {
        EXPECT_NE(checked.all().find(word), std::string::npos) << "missing: " << word << "\n"
                                                               << checked.all();
    }
    auto const ended = study.marchland("run", "--quiet");
    EXPECT_EQ(ended.code, 0) << ended.all();
    EXPECT_TRUE(fs::exists(study.file("out/study.gpkg")));
}

/// The text of one commune's shape, so that another can be put in its place.
constexpr auto polygon_5 = R"([[106.6,21.8],[106.7,21.8],[106.7,21.9],[106.6,21.9],[106.6,21.8]])";

TEST(Sound, TheSampleItselfHasNoErrorAndNoWarning)
{
    SampleStudy const study;
    auto const checked = study.marchland("check");
    EXPECT_EQ(checked.code, 0) << checked.all();
    EXPECT_NE(checked.out.find("0 errors, 0 warnings"), std::string::npos) << checked.all();
}

// ---- files

TEST(BadInput, MissingStudyFile)
{
    SampleStudy const study;
    fs::remove(study.file("study.toml"));
    expect_stop(study, {"no study file", "study.toml"}, 2);
}

TEST(BadInput, MissingLayerFile)
{
    SampleStudy const study;
    fs::remove(study.file("communes.geojson"));
    expect_stop(study, {"communes.geojson", "does not exist", "source"});
}

TEST(BadInput, NotASpatialFile)
{
    SampleStudy const study;
    study.write("communes.geojson", "this is a letter, not a map");
    expect_stop(study, {"communes.geojson", "not a file of shapes or a table", "communes"});
}

TEST(BadInput, TableWithoutShapesForCommunes)
{
    SampleStudy const study;
    study.write("communes.csv", "code,name,population\n06001,A,100\n");
    study.replace("study.toml", "communes.geojson", "communes.csv");
    expect_stop(study, {"communes.csv", "no shapes"});
}

TEST(BadInput, EmptyLayer)
{
    SampleStudy const study;
    study.write("communes.geojson", feature_collection(""));
    expect_stop(study, {"communes.geojson"});
}

TEST(BadInput, EmptyTable)
{
    SampleStudy const study;
    study.write("cases.csv", "commune,period,count\n");
    expect_stop(study, {"cases.csv", "no rows"});
}

TEST(BadInput, UnknownStudyKeyNamesTheNearest)
{
    SampleStudy const study;
    study.replace("study.toml", "permutations", "permutation");
    expect_stop(study, {"unknown key \"permutation\"", "did you mean \"permutations\""}, 2);
}

TEST(BadInput, StudyFileThatIsNotToml)
{
    SampleStudy const study;
    study.replace("study.toml", "title = \"Sample\"", "title = Sample");
    expect_stop(study, {"study.toml", "line 2"}, 2);
}

// ---- places

TEST(BadInput, NoReferenceSystem)
{
    SampleStudy const study;
    // A Shapefile without .prj, as they are often sent.
    auto const made = run_shell(
        "cd '" + study.folder().string() +
        "' && ogr2ogr -f 'ESRI Shapefile' communes.shp communes.geojson && rm communes.prj");
    if (made.code != 0) {
        GTEST_SKIP() << "ogr2ogr (gdal-bin) is missing";
    }
    study.replace("study.toml", "communes.geojson", "communes.shp");
    expect_stop(study, {"communes.shp", "does not say its reference system", "source_crs"});
}

TEST(BadInput, MappedColumnThatIsNotThere)
{
    SampleStudy const study;
    study.replace("study.toml", "source = \"roads.geojson\"",
                  "source = \"roads.geojson\"\nclass = \"clas\"");
    auto const ended = study.marchland("check");
    EXPECT_EQ(ended.code, 1);
    for (auto const* const word :
         {"roads.geojson", "there is no column \"clas\"", "id, class", "class = \"class\""}) {
        EXPECT_NE(ended.all().find(word), std::string::npos) << word << ended.all();
    }
}

TEST(BadInput, WrongDeclaredReferenceSystem)
{
    SampleStudy const study;
    study.replace("study.toml", "source = \"communes.geojson\"",
                  "source = \"communes.geojson\"\nsource_crs = \"EPSG:3405\"");
    expect_stop(study, {"communes.geojson", "EPSG:3405", "where no study is"});
}

TEST(BadInput, DeprecatedReferenceSystemIsRefusedWithTheReason)
{
    SampleStudy const study;
    study.replace("study.toml", "EPSG:9215", "EPSG:6957");
    expect_stop(study, {"EPSG:6957", "false easting", "5897"}, 2);
}

TEST(BadInput, LatitudeAndLongitudeSwapped)
{
    SampleStudy const study;
    study.write("communes.geojson",
                feature_collection(commune_feature("06001", "A", "9000",
                                                   R"({"type":"Polygon","coordinates":[)" +
                                                       square(21.7, 106.5, 0.1) + "]}")));
    expect_stop(study, {"communes.geojson", "swapped"});
}

TEST(BadInput, SwappedPointsOfATable)
{
    SampleStudy const study;
    study.write("crossings.csv",
                "id,name,class,status,lon,lat\nG1,Hữu Nghị,international,open,22.0,106.65\n");
    expect_stop(study, {"crossings.csv", "swapped"});
}

TEST(BadInput, CoordinateThatIsNoNumber)
{
    SampleStudy const study;
    study.replace("crossings.csv", "106.65,22.0", "\"106,65 E\",22.0");
    expect_stop(study, {"crossings.csv", "row 1", "lon", "decimal point"});
}

TEST(BadInput, CrossingWithoutCoordinatesStaysInTheRegister)
{
    SampleStudy const study;
    study.append("crossings.csv", "G2,Na Hình,auxiliary,open,,");
    expect_warning(study, {"crossings.csv", "row 2 (G2)", "place is not known"});
    EXPECT_NE(study.read("out/crossings.csv").find("Na Hình"), std::string::npos);
}

// ---- codes and names

TEST(BadInput, DuplicateCommuneCodes)
{
    SampleStudy const study;
    study.replace("communes.geojson", "06002", "06001");
    expect_stop(study,
                {"communes.geojson", "row 2", "06001", "already that of row 1", "merge the parts"});
}

TEST(BadInput, CodesReadAsNumbers)
{
    SampleStudy const study;
    for (int i = 1; i <= 9; ++i) {
        study.replace("communes.geojson", "\"0600" + std::to_string(i) + "\"",
                      "600" + std::to_string(i));
    }
    expect_stop(study, {"communes.geojson", "code", "stored as numbers", "leading zeros"});
}

TEST(BadInput, LostZeroInCasesIsUnderstoodAndSaid)
{
    SampleStudy const study;
    study.replace("cases.csv", "06002", "6002");
    expect_warning(study, {"cases.csv", "row 2", "found \"6002\", taken as 06002"});
}

TEST(BadInput, NamesThatAreNotNfc)
{
    SampleStudy const study;
    study.replace("communes.geojson", "Xã 3", "Xa\u0303 3");
    expect_warning(study, {"communes.geojson", "row 3", "name", "not NFC"});
    EXPECT_NE(study.read("out/communes.csv").find("Xã 3"), std::string::npos);
}

TEST(BadInput, NamesWithEscapes)
{
    SampleStudy const study;
    study.replace("communes.geojson", "Xã 3", "L\\\\u1ea1ng S\\\\u01a1n");
    expect_warning(study, {"communes.geojson", "row 3", "escapes"});
    EXPECT_NE(study.read("out/communes.csv").find("Lạng Sơn"), std::string::npos);
}

TEST(BadInput, ByteOrderMarkIsNoPartOfAName)
{
    SampleStudy const study;
    study.write("cases.csv", "\xEF\xBB\xBF" + study.read("cases.csv"));
    auto const checked = study.marchland("check");
    EXPECT_EQ(checked.code, 0) << checked.all();
    EXPECT_NE(checked.out.find("3 rows of cases"), std::string::npos) << checked.all();
}

// ---- shapes

TEST(BadInput, SelfIntersectingPolygonIsMendedAndSaid)
{
    SampleStudy const study;
    study.replace("communes.geojson", polygon_5,
                  R"([[106.6,21.8],[106.7,21.9],[106.7,21.8],[106.6,21.9],[106.6,21.8]])");
    expect_warning(study, {"communes.geojson", "row 5 (06005)", "not valid", "mended"});
}

TEST(BadInput, NullAndEmptyShapesStayInTheTables)
{
    SampleStudy const study;
    study.replace("communes.geojson",
                  std::string{R"({"type":"Polygon","coordinates":[)"} + polygon_5 + "]}", "null");
    expect_warning(study, {"communes.geojson", "row 5 (06005)", "no shape"});
    EXPECT_NE(study.read("out/communes.csv").find("06005"), std::string::npos);
}

TEST(BadInput, OverlappingNeighbours)
{
    SampleStudy const study;
    study.replace("communes.geojson", polygon_5,
                  R"([[106.6,21.8],[106.72,21.8],[106.72,21.9],[106.6,21.9],[106.6,21.8]])");
    expect_warning(study, {"communes.geojson", "06005 Xã 5 / 06006 Xã 6", "over one another"});
}

TEST(BadInput, GapBetweenNeighboursIsNotTakenForTheSea)
{
    SampleStudy const study;
    // About 0.5 m of gap on every side: still neighbours.
    study.replace(
        "communes.geojson", polygon_5,
        R"([[106.600005,21.800005],[106.699995,21.800005],[106.699995,21.899995],[106.600005,21.899995],[106.600005,21.800005]])");
    auto const checked = study.marchland("check");
    EXPECT_EQ(checked.code, 0) << checked.all();
    EXPECT_EQ(checked.out.find("no other commune"), std::string::npos) << checked.all();
}

TEST(BadInput, IslandWithoutNeighbours)
{
    SampleStudy const study;
    auto text = study.read("communes.geojson");
    text.insert(text.rfind("]}"), "," + commune_feature("06010", "Đảo", "900",
                                                        R"({"type":"Polygon","coordinates":[)" +
                                                            square(107.5, 21.0, 0.05) + "]}"));
    study.write("communes.geojson", text);
    expect_warning(study, {"communes.geojson", "06010 Đảo", "no other commune"});
    EXPECT_NE(study.read("out/communes.csv").find("06010"), std::string::npos);
}

TEST(BadInput, ExclaveIsPartOfItsCommune)
{
    SampleStudy const study;
    study.replace("communes.geojson",
                  std::string{R"({"type":"Polygon","coordinates":[)"} + polygon_5 + "]}",
                  std::string{R"({"type":"MultiPolygon","coordinates":[[)"} + polygon_5 + "],[" +
                      square(107.2, 21.2, 0.05) + "]]}");
    auto const ended = study.marchland("run");
    EXPECT_EQ(ended.code, 0) << ended.all();
}

// ---- figures

TEST(BadInput, PopulationMissing)
{
    SampleStudy const study;
    study.replace("communes.geojson", "\"population\":8500", "\"population\":null");
    expect_warning(study, {"communes.geojson", "row 1 (06001)", "population", "no figure"});
}

TEST(BadInput, PopulationColumnMissing)
{
    SampleStudy const study;
    study.replace("study.toml", "source = \"communes.geojson\"",
                  "source = \"communes.geojson\"\npopulation = \"dan_so\"");
    expect_stop(study, {"communes.geojson", "dan_so", "the file has: code, name, population"});
}

TEST(BadInput, PopulationZero)
{
    SampleStudy const study;
    study.replace("communes.geojson", "\"population\":8500", "\"population\":0");
    expect_warning(study, {"row 1 (06001)", "population", "found 0"});
}

TEST(BadInput, PopulationAsWords)
{
    SampleStudy const study;
    study.replace("communes.geojson", "\"population\":8500", "\"population\":\"đang cập nhật\"");
    expect_warning(study, {"row 1 (06001)", "population", "not shown here", "expected a number"});
}

TEST(BadInput, PopulationImplausible)
{
    SampleStudy const study;
    study.replace("communes.geojson", "\"population\":8500", "\"population\":85");
    expect_warning(study, {"06001 Xã 1", "population", "a km2", "nonsense"});
}

TEST(BadInput, CountsNegativeFractionalHiddenAndMissingAllAtOnce)
{
    SampleStudy const study;
    study.append("cases.csv", "06003,2025-07-01,2022,origin,,,,-1");
    study.append("cases.csv", "06003,2025-07-01,2022,origin,,,,1.5");
    study.append("cases.csv", "06003,2025-07-01,2022,origin,,,,<5");
    study.append("cases.csv", "06003,2025-07-01,2022,origin,,,,..");
    expect_stop(study, {"row 4", "negative", "row 5", "not whole", "row 6", "\"<5\"", "row 7",
                        "\"..\"", "count"});
}

TEST(BadInput, CountThatCannotBe)
{
    SampleStudy const study;
    study.append("cases.csv", "06003,2025-07-01,2022,origin,,,,1e300");
    expect_stop(study, {"row 4", "count", "more than can be detected"});
}

TEST(BadInput, HiddenCountsDoNotStopTheWork)
{
    SampleStudy const study;
    study.append("cases.csv", "06003,2025-07-01,2022,origin,,,,<5");
    study.append("cases.csv", "06004,2025-07-01,2022,origin,,,,..");
    expect_warning(study, {"cases.csv", "row 4", "hidden small count", "row 5", "no information"});
}

TEST(BadInput, CasesOfAnUnknownCommune)
{
    SampleStudy const study;
    study.append("cases.csv", "07777,2025-07-01,2022,origin,,,,1");
    expect_stop(study, {"cases.csv", "row 4", "07777", "not among the 9"});
}

TEST(BadInput, CommuneByNameIsNotGuessed)
{
    SampleStudy const study;
    study.append("cases.csv", "Xã 3,2025-07-01,2022,origin,,,,1");
    expect_stop(study, {"row 4", "a name and no code", "06003 Xã 3"});
}

TEST(BadInput, CasesOfAnotherVintage)
{
    SampleStudy const study;
    study.append("cases.csv", "06003,2020-01-01,2022,origin,,,,1");
    expect_stop(study, {"cases.csv", "row 4", "vintage", "2020-01-01", "not joined"});
}

TEST(BadInput, PeriodMalformedAndOutside)
{
    SampleStudy const study;
    study.append("cases.csv", "06003,2025-07-01,2022-13,origin,,,,1");
    study.append("cases.csv", "06003,2025-07-01,2019,origin,,,,1");
    expect_stop(study, {"row 4", "2022-13", "2024-Q2", "row 5", "outside the study"});
}

TEST(BadInput, RoleThatIsNone)
{
    SampleStudy const study;
    study.append("cases.csv", "06003,2025-07-01,2022,middle,,,,1");
    expect_stop(study, {"row 4", "role", "origin, recruitment, transit, destination"});
}

// ---- persons

TEST(BadInput, HeadersOfPersonsAreRefusedAndValuesNeverRepeated)
{
    for (auto const* const header :
         {"name", "Họ và tên", "ho_ten", "phone", "Số điện thoại", "CCCD", "case_number",
          "date of birth", "địa chỉ", "dân tộc", "姓名", "ghi chú"}) {
        SampleStudy const study;
        study.write("cases.csv",
                    std::string{"commune,period,count,"} + header + "\n06001,2022,1,SECRETVALUE\n");
        auto const ended = study.marchland("run");
        EXPECT_EQ(ended.code, 1) << header << ended.all();
        EXPECT_NE(ended.all().find("data of persons"), std::string::npos) << header << ended.all();
        EXPECT_EQ(ended.all().find("SECRETVALUE"), std::string::npos) << header;
        EXPECT_FALSE(fs::exists(study.file("out")));
    }
}

TEST(BadInput, ValuesOfPersonsAreRefusedAndNeverRepeated)
{
    for (auto const* const value :
         {"0912345678", "012345678901", "someone@example.org", "2023-04-17", "106.712345"}) {
        SampleStudy const study;
        study.write("cases.csv",
                    std::string{"commune,period,count,extra\n06001,2022,1,"} + value + "\n");
        auto const ended = study.marchland("run");
        EXPECT_EQ(ended.code, 1) << value << ended.all();
        EXPECT_EQ(ended.all().find(value), std::string::npos) << value << ended.all();
        EXPECT_NE(ended.all().find("extra"), std::string::npos) << ended.all();
    }
}

TEST(BadInput, WordsThatMayBeANameAreNeverRepeated)
{
    for (auto const* const row :
         {"Nguyễn Thị SECRET,2025-07-01,2022,origin,,,,1", "06003,Nguyễn SECRET,2022,origin,,,,1",
          "06003,2025-07-01,Nguyễn SECRET,origin,,,,1", "06003,2025-07-01,2022,Nguyễn SECRET,,,,1",
          "06003,2025-07-01,2022,origin,,,,Nguyễn SECRET"}) {
        SampleStudy const study;
        study.append("cases.csv", row);
        auto const ended = study.marchland("run");
        EXPECT_EQ(ended.code, 1) << row << ended.all();
        EXPECT_NE(ended.all().find("row 4"), std::string::npos) << row << ended.all();
        EXPECT_EQ(ended.all().find("SECRET"), std::string::npos) << row << ended.all();
    }
}

TEST(BadInput, AColumnOfPersonsCannotBeMappedPastTheDoor)
{
    SampleStudy const study;
    study.write("cases.csv", "commune,period,count,ho_ten\n06001,2022,1,SECRETVALUE\n");
    study.replace("study.toml", "source = \"cases.csv\"",
                  "source = \"cases.csv\"\nform = \"ho_ten\"");
    auto const ended = study.marchland("run");
    EXPECT_EQ(ended.code, 1) << ended.all();
    EXPECT_EQ(ended.all().find("SECRETVALUE"), std::string::npos);
}

TEST(BadInput, AnUnknownClassOfCrossingIsTakenAsInformal)
{
    SampleStudy const study;
    study.replace("crossings.csv", "international", "infomal");  // the word is not repeated
    expect_warning(study, {"crossings.csv", "on no list", "treated as informal"});
}

TEST(BadInput, NamesOfPlacesAreNoNamesOfPersons)
{
    SampleStudy const study;
    study.write("cases.csv", "commune,commune_name,tên xã,period,count\n06001,Xã 1,Xã 1,2022,1\n");
    EXPECT_EQ(study.marchland("check").code, 0);
}

// ---- the ends of the range

TEST(BadInput, NoCasesAtAll)
{
    SampleStudy const study;
    study.write("cases.csv", "commune,period,count\n06001,2022,0\n");
    expect_warning(study, {"no person is counted at all"});
    EXPECT_NE(study.marchland("risk", "-o ranks --quiet").out.find("there is no order"),
              std::string::npos);
}

TEST(BadInput, OneCommune)
{
    SampleStudy const study;
    study.write("communes.geojson",
                feature_collection(commune_feature("06001", "A", "9000",
                                                   R"({"type":"Polygon","coordinates":[)" +
                                                       square(106.6, 21.8, 0.1) + "]}")));
    study.write("cases.csv", "commune,period,count\n06001,2022,3\n");
    study.write("effort.csv", "commune,amount\n06001,10\n");
    auto const ended = study.marchland("run");
    EXPECT_EQ(ended.code, 0) << ended.all();
}

TEST(BadInput, AllRatesEqual)
{
    SampleStudy const study;
    std::string cases = "commune,period,count\n";
    for (int i = 1; i <= 9; ++i) {
        auto const code = "0600" + std::to_string(i);
        study.replace("communes.geojson", std::to_string(8000 + 500 * i), "8000");
        cases += code + ",2022,2\n";
    }
    study.write("cases.csv", cases);
    auto const ended = study.marchland("run");
    EXPECT_EQ(ended.code, 0) << ended.all();
    EXPECT_NE(ended.out.find("none that stand up"), std::string::npos) << ended.out;
}

TEST(BadInput, CheckListsAllFindingsAtOnce)
{
    SampleStudy const study;
    study.replace("communes.geojson", "\"population\":8500", "\"population\":-5");
    study.append("cases.csv", "07777,2025-07-01,2022,origin,,,,1");
    study.append("cases.csv", "06003,2025-07-01,yesterday,origin,,,,1");
    study.replace("crossings.csv", "106.65", "here");
    study.append("effort.csv", "06001,2023,patrol,-3");
    auto const checked = study.marchland("check");
    EXPECT_EQ(checked.code, 1);
    for (auto const* const word :
         {"population", "07777", "a word (not shown here)", "lon", "amount", "5 errors"}) {
        EXPECT_NE(checked.out.find(word), std::string::npos) << word << "\n" << checked.out;
    }
}

}  // namespace
