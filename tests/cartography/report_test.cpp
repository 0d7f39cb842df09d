#include "cartography/report/report.hpp"

#include "cartography/map/map_picture.hpp"
#include "cartography/words/corridor_texts.hpp"
#include "cartography/words/map_texts.hpp"
#include "cartography/words/measure_texts.hpp"
#include "cartography/words/place_texts.hpp"
#include "cartography/words/programme_texts.hpp"
#include "cartography/words/work_texts.hpp"
#include "geo/vocabulary/error.hpp"
#include "tests/support/fake_results.hpp"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <stop_token>
#include <vector>

using namespace marchland;
using namespace marchland::cartography;
using support::Hidden;

namespace {

struct Report : testing::TestWithParam<Language> {
    results::Results results = support::fake_results();

    QString page() const
    {
        return QString::fromUtf8(report_html(discreet(results), boundaries_of(results),
                                             {.language = GetParam(), .map_width = 700}));
    }

    /// Without the picture: what can be read.
    QString text() const
    {
        static QRegularExpression const picture{QStringLiteral("base64,[A-Za-z0-9+/=]*")};
        return page().remove(picture);
    }
};

QString utf8(char const* words)
{
    return QString::fromUtf8(words);
}

}  // namespace

TEST_P(Report, HasEverySection)
{
    auto const html = text();
    for (auto const* id : {"headline", "map", "ranked", "no-information", "hotspots", "corridors",
                           "quality", "method", "sources", "purpose"}) {
        EXPECT_TRUE(html.contains(utf8("<section id=\"") + utf8(id) + utf8("\""))) << id;
    }
    EXPECT_TRUE(html.contains(utf8("RESTRICTED")));
    EXPECT_TRUE(html.contains(utf8("SYNTHETIC")));
    EXPECT_TRUE(html.contains(utf8("Đồng Đăng")));
}

TEST_P(Report, TellsWhatTheProgrammesDo)
{
    for (auto const* id : {"services", "activities", "overlaps", "visited", "due", "waiting"}) {
        EXPECT_FALSE(text().contains(utf8("<section id=\"") + utf8(id) + utf8("\""))) << id;
    }
    support::add_programmes(results);
    auto const html = text();
    for (auto const* id : {"services", "activities", "overlaps", "visited", "due", "waiting"}) {
        EXPECT_TRUE(html.contains(utf8("<section id=\"") + utf8(id) + utf8("\""))) << id;
        EXPECT_TRUE(html.contains(utf8("<a href=\"#") + utf8(id) + utf8("\""))) << id;
    }
    Words const words{GetParam()};
    bool const vietnamese = GetParam() == Language::vietnamese;
    for (auto const& told :
         {words(text::remark_mixed), words(text::remark_unit).arg(utf8("41")),
          words(text::remark_stale), words(text::remark_undated),
          utf8(vietnamese ? "7.013" : "7,013"), utf8(vietnamese ? "hỗ trợ vay vốn" : "loan"),
          utf8(vietnamese ? "có nguy cơ; người trở về" : "at risk; returned"),
          utf8(vietnamese ? "40.000 (30.000–52.000)" : "40,000 (30,000–52,000)"),
          words(text::no_record), words(text::overdue), words(text::due_report)}) {
        EXPECT_TRUE(html.contains(told)) << told.toStdString();
    }
    for (auto const* trace : support::HiddenShelter::traces) {
        EXPECT_FALSE(html.contains(utf8(trace))) << trace;
    }
}

/// Single persons are not to be read off: 2 who wait are told as a band.
TEST_P(Report, FewPersonsAreToldInBands)
{
    support::add_programmes(results);
    results.waiting.front().late_low = results.waiting.front().late_high = 2.0;
    results.activities.front().done = 3.0;
    auto const html = text();
    auto const section = html.mid(html.indexOf(utf8("<section id=\"waiting\"")));
    EXPECT_TRUE(section.left(section.indexOf(utf8("</section>"))).contains(utf8("<td>1–4</td>")));
    EXPECT_FALSE(html.contains(utf8("<td>3</td>")));
}

/// No report says what brought something about.
TEST_P(Report, ProgrammesAreToldWithoutWordsOfCause)
{
    support::add_programmes(results);
    auto const html = text().toLower();
    for (auto const* word : {"reduced", "contributed to", "thanks to", "impact of", "giúp giảm",
                             "góp phần giảm", "nhờ có", "tác động của"}) {
        EXPECT_FALSE(html.contains(utf8(word))) << word;
    }
}

TEST_P(Report, HotspotsThatWereNotLookedForAreNotDenied)
{
    results.clusters.clear();
    results.about.hotspot_methods = {"gi-star"};
    Words const words{GetParam()};
    EXPECT_TRUE(text().contains(words(text::hotspots_not_sought)));
    EXPECT_FALSE(text().contains(words(text::headline_no_hotspots)));
    EXPECT_FALSE(text().contains(words(text::hotspots_none)));
    results.about.hotspot_methods = {"scan"};
    EXPECT_TRUE(text().contains(words(text::headline_no_hotspots)));
}

TEST_P(Report, InformalPlacesHaveNoNameAndNoPlace)
{
    auto const html = text();
    for (auto const* hidden : Hidden::traces) {
        EXPECT_FALSE(html.contains(utf8(hidden))) << hidden;
    }
    EXPECT_TRUE(html.contains(Words{GetParam()}(text::informal_together)));
    EXPECT_TRUE(html.contains(Words{GetParam()}(text::informal_one)));  // the post there
}

TEST_P(Report, TellsThePlanTheChangesAndTheUndetected)
{
    auto const& first = results.communes.front();
    results.plan.push_back({.code = first.code,
                            .order = 1,
                            .teams = 1,
                            .days = 1.5,
                            .reach = 0.6,
                            .reason = "near & <b>",
                            .name = first.name,
                            .reach_lower = 0.2,
                            .reach_upper = 1.1,
                            .team = 2,
                            .from_day = 0.0});
    results.plan.push_back(
        {.code = results.communes[1].code, .days = 3.0, .reason = "left out: far & <b>"});
    results.changes.push_back({.scope = results::ChangeScope::region,
                               .before = "2022-07 to 2024-06",
                               .after = "2024-07 to 2025-06",
                               .cases_before = 41.0,
                               .cases_after = 3.0,
                               .effort_ratio = 1.2,
                               .ratio = 0.4,
                               .lower = 0.1,
                               .upper = 0.9,
                               .verdict = results::Verdict::real_fall,
                               .units_changed = true});
    results.changes.push_back({.scope = results::ChangeScope::commune,
                               .name = first.code,
                               .cases_after = 3.0,
                               .ratio = std::numeric_limits<double>::infinity(),
                               .lower = 0.5,
                               .upper = std::numeric_limits<double>::infinity(),
                               .verdict = results::Verdict::effort});
    results.reporting.push_back({.stratum = "north",
                                 .model = "all models",
                                 .observed = 82.0,
                                 .lower = 120.0,
                                 .upper = 400.0});
    results.reporting.push_back({.stratum = "north",
                                 .model = "Chapman",
                                 .observed = 82.0,
                                 .persons = 174.3,
                                 .lower = 120.0,
                                 .upper = 230.0});
    results.reporting.push_back(
        {.stratum = "south", .model = "all models", .observed = 20.0, .lower = 20.0});
    results.validation.push_back(
        {.year = "2024", .rule = "expected persons", .share = 0.6, .lower = 0.4, .upper = 0.8});
    auto const html = text();
    Words const words{GetParam()};
    for (auto const* id : {"plan", "layers", "changes", "reporting", "validation"}) {
        EXPECT_TRUE(html.contains(utf8("<section id=\"") + utf8(id) + utf8("\""))) << id;
    }
    EXPECT_TRUE(html.contains(words(text::at_least).arg(QStringLiteral("20"))));
    EXPECT_TRUE(html.contains(words(text::verdict_fall)));
    EXPECT_TRUE(html.contains(words(text::changes_break)));
    EXPECT_TRUE(html.contains(utf8("1–4")));  // three persons, in a band
    EXPECT_TRUE(html.contains(utf8("120–400")));
    EXPECT_FALSE(html.contains(utf8("174")));  // one model alone would look like an answer
    EXPECT_TRUE(html.contains(Words{GetParam()}(text::ratio_without_before)));
    EXPECT_FALSE(html.contains(utf8("∞")));
}

TEST_P(Report, SaysWhatTheCorrectionHolds)
{
    results.about.correction = "holm";
    EXPECT_TRUE(text().contains(Words{GetParam()}(text::false_finds_chance).section(u'%', 0, 0)));
    EXPECT_FALSE(text().contains(Words{GetParam()}(text::false_finds_share).section(u'%', 0, 0)));
    results.about.correction = "benjamini-hochberg";
    EXPECT_TRUE(text().contains(Words{GetParam()}(text::false_finds_share).section(u'%', 0, 0)));
}

TEST_P(Report, SaysWhetherThereIsAnyClustering)
{
    auto const vietnamese = GetParam() == Language::vietnamese;
    auto const figures =
        vietnamese ? utf8("I = 0,21; p: &lt; 0,001") : utf8("I = 0.21; p: &lt; 0.001");
    EXPECT_FALSE(text().contains(figures));
    results.about.clustering_i = 0.213;
    results.about.clustering_p = 0.0004;
    EXPECT_TRUE(text().contains(figures));
}

/// Findings are English sentences, and say so; everything else is in the language of the page.
TEST(ReportInVietnamese, HasNoEnglishOutsideTheFindings)
{
    auto results = support::fake_results();
    results.findings.clear();
    results.reporting.clear();
    results.about.risk_model = "bym2";
    results.changes.push_back({.scope = results::ChangeScope::form,
                               .name = "forced_labour",
                               .before = "2022-07 to 2024-06",
                               .after = "2024-07 to 2025-06",
                               .ratio = 1.0});
    for (auto const* const rule :
         {"people at risk", "expected persons", "expected persons, half-life 1 year",
          "expected persons, half-life 2 years", "expected persons, half-life 4 years",
          "expected persons, past not fading"}) {
        results.validation.push_back({.year = "2023-07 to 2024-06", .rule = rule});
    }
    auto const html =
        QString::fromUtf8(report_html(discreet(results), boundaries_of(results),
                                      {.language = Language::vietnamese, .map_width = 700}));
    EXPECT_FALSE(html.contains(utf8("lang=\"en\"")));
    for (auto const* english : {" to ", "forced_labour", "people at risk", "expected", "half-life",
                                "fading", "2022-07"}) {
        EXPECT_FALSE(html.contains(utf8(english))) << english;
    }
    EXPECT_TRUE(html.contains(utf8("7/2022–6/2024")));
    EXPECT_TRUE(html.contains(utf8("9.999 hoán vị")));
}

/// What the hold-out says of a past that fades stands below its table.
TEST_P(Report, OffersTheHalfLifeThatHeldMore)
{
    results.validation.push_back({.year = "2023-07 to 2024-06", .rule = "expected persons"});
    Words const words{GetParam()};
    auto const fading = words(text::offers_fading).arg(2);
    auto const none = words(text::offers_no_fading);
    EXPECT_FALSE(text().contains(fading) || text().contains(none));
    results.about.offered_half_life = 2.0;
    EXPECT_TRUE(text().contains(fading));
    results.about.offered_half_life = 0.0;
    EXPECT_TRUE(text().contains(none));
}

TEST_P(Report, NeedsNothingBesideIt)
{
    auto const html = text();
    for (auto const* outside : {"http:", "https:", "<script", "<link", "src=\"/", "url("}) {
        EXPECT_FALSE(html.contains(utf8(outside), Qt::CaseInsensitive)) << outside;
    }
    EXPECT_TRUE(page().contains(utf8("src=\"data:image/png;base64,iVBOR")));
}

TEST_P(Report, IsWellFormedAndEscaped)
{
    auto html = text().remove(utf8("<!DOCTYPE html>"));
    html.replace(QRegularExpression{utf8("<(meta|img)([^>]*)>")}, utf8("<\\1\\2/>"));
    QXmlStreamReader xml{html};
    while (!xml.atEnd()) {
        xml.readNext();
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString() << " line " << xml.lineNumber();
    EXPECT_TRUE(html.contains(utf8("row 3 &lt;b&gt;&amp;")));
    EXPECT_TRUE(html.contains(utf8("training &lt;demo&gt;")));
}

TEST_P(Report, SaysWhoCannotBeToldApartAndWhereNobodyLooked)
{
    auto const html = text();
    EXPECT_TRUE(html.contains(Words{GetParam()}(text::same_as_first)));
    EXPECT_TRUE(html.contains(Words{GetParam()}(text::not_looked_intro)));
    EXPECT_TRUE(html.contains(Words{GetParam()}(text::role_origin).toHtmlEscaped()));
}

TEST_P(Report, EveryFigureOfRiskCarriesItsInterval)
{
    static QRegularExpression const row{utf8("<tr><td>\\d+ \\(\\d+–\\d+\\).*?</tr>"),
                                        QRegularExpression::DotMatchesEverythingOption};
    static QRegularExpression const interval{utf8("\\d \\([\\d.,]+–[\\d.,]+\\)")};
    int rows = 0;
    for (auto const& match : row.globalMatch(text())) {
        EXPECT_GE(match.captured().count(interval), 3);  // rank, relative risk, expected
        ++rows;
    }
    EXPECT_GT(rows, 30);
}

TEST_P(Report, CountsOfPersonsAreBanded)
{
    results.communes[5].cases = 3.0;
    results.communes[5].cases_expected = 1.3;
    auto const html = text();
    EXPECT_FALSE(html.contains(utf8("<td>3</td>")));
    EXPECT_FALSE(html.contains(utf8("3 detected")));
    EXPECT_TRUE(html.contains(
        Words{GetParam()}(text::driver_cases)
            .arg(utf8("1–4"), GetParam() == Language::english ? utf8("1.3") : utf8("1,3"))
            .toHtmlEscaped()));
}

TEST_P(Report, SameArgumentsSameBytes)
{
    EXPECT_EQ(page(), page());
}

/// What the reader must know before any order: it stands first, and is not there where it is not so.
TEST_P(Report, OpensWithFewPersonsAndWithAnOrderNoBetterThanByLot)
{
    bool const vietnamese = GetParam() == Language::vietnamese;
    auto const few =
        utf8(vietnamese ? "Quá ít người được phát hiện nên chưa thể phân biệt các xã: thứ tự "
                          "dưới đây chủ yếu phản ánh số dân."
                        : "Too few persons were detected to tell communes apart: the order "
                          "below mostly reflects how many people live there.");
    auto const by_lot = utf8(
        vietnamese
            ? "Chưa thấy thứ tự các xã tốt hơn bốc thăm: trong những năm chưa dùng để lập danh "
              "sách, "
              "các "
              "xã trong danh sách có 25% số người được phát hiện; một danh sách bốc thăm có cùng "
              "số dân sẽ có khoảng 20%. Không nên chỉ dựa vào thứ tự này."
            : "The order was not seen to be better than by lot: in years that it had not seen, the "
              "communes on "
              "its list had 25 % of the persons detected; a list with as many people drawn by lot "
              "would have about 20 %. Do not rely on the order alone.");
    auto const order = utf8(vietnamese ? "Xã nên đến trước:" : "First to visit:");
    auto const headline = [&] {
        auto const html = text();
        auto const from = html.indexOf(utf8("<section id=\"headline\""));
        return html.mid(from, html.indexOf(utf8("</section>"), from) - from)
            .replace(QChar{0x00A0}, QChar{u' '})
            .replace(QChar{0x202F}, QChar{u' '});
    };
    EXPECT_FALSE(headline().contains(few) || headline().contains(by_lot));
    results.findings.push_back({.rule = "few-persons", .layer = "cases"});
    results.about.held_out_caught = 10.0;
    results.about.held_out_cases = 40.0;
    results.about.held_out_by_lot = 8.0;
    results.about.held_out_p = 0.2;
    auto const opened = headline();
    ASSERT_TRUE(opened.contains(few)) << opened.toStdString();
    ASSERT_TRUE(opened.contains(by_lot)) << opened.toStdString();
    ASSERT_TRUE(opened.contains(order)) << opened.toStdString();
    EXPECT_LT(opened.indexOf(few), opened.indexOf(by_lot));
    EXPECT_LT(opened.indexOf(by_lot), opened.indexOf(order));
    results.about.held_out_p = 0.04;
    EXPECT_FALSE(headline().contains(by_lot));
}

/// Asked to stop at any moment, also in the middle of the drawing and before the last byte, it leaves nothing.
TEST_P(Report, StopsWhenAskedAtEveryMomentAndLeavesNothing)
{
    QTemporaryDir const folder;
    auto const boundaries = boundaries_of(results);
    auto const path = folder.filePath(utf8("out")).toStdString();
    auto const shown = discreet(results);
    std::vector<std::function<void(geo::Job const&)>> const works{
        [&](geo::Job const& job) {
            write_map_png(shown, boundaries, {.width = 600, .language = GetParam()}, path, job);
        },
        [&](geo::Job const& job) {
            write_report(shown, boundaries, {.language = GetParam(), .map_width = 600}, path, job);
        }};
    for (auto const& work : works) {
        int moments = 0;
        work(geo::Job{{}, [&](double) { ++moments; }});
        ASSERT_TRUE(QFile::remove(QString::fromStdString(path)));
        ASSERT_GT(moments, 5);
        for (int const at :
             {0, 1, moments / 3, moments / 2, moments - 3, moments - 2, moments - 1}) {
            std::stop_source stop;
            int now = 0;
            auto const ask = [&] { return now == at && stop.request_stop(); };
            ask();
            EXPECT_THROW(work(geo::Job{stop.get_token(),
                                       [&](double) {
                                           ++now;
                                           ask();
                                       }}),
                         geo::Cancelled)
                << at << " of " << moments;
            EXPECT_TRUE(QDir{folder.path()}.isEmpty()) << at << " of " << moments;
        }
    }
}

TEST_P(Report, AStudyOfCommunesAloneIsAReportToo)
{
    results.crossings.clear();
    results.markets.clear();
    results.corridors.clear();
    results.ways.clear();
    results.border.clear();
    results.clusters.clear();
    results.findings.clear();
    results.about = {};
    for (auto& row : results.communes) {
        row.rank = 0;
    }
    auto const html = text();
    EXPECT_TRUE(html.contains(Words{GetParam()}(text::headline_unknown_first)));
    EXPECT_TRUE(html.contains(Words{GetParam()}(text::corridors_none)));
    EXPECT_FALSE(html.contains(utf8("SYNTHETIC")));
}

TEST_P(Report, IsWrittenWhole)
{
    QTemporaryDir const folder;
    auto const path = folder.filePath(utf8("báo cáo.html")).toStdString();
    write_report(discreet(results), boundaries_of(results),
                 {.language = GetParam(), .map_width = 700}, path);
    QFile file{QString::fromStdString(path)};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().trimmed().endsWith("</html>"));
    EXPECT_THROW(
        write_report(discreet(results), boundaries_of(results), {}, "/nowhere/at/all.html"),
        geo::Error);
}

INSTANTIATE_TEST_SUITE_P(BothLanguages, Report,
                         testing::Values(Language::vietnamese, Language::english),
                         [](auto const& tested) { return code_of(tested.param).toStdString(); });
