// Activities of programmes: each row a file, what is said of it and what comes out; the traps of the founding figures.
#include "geo/layers/activities.hpp"

#include "geo/gate/word_lists.hpp"
#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;

std::string told(Activity const& one, Communes const& communes)
{
    auto const figure = [](double value) { return value == value ? fixed(value, 0) : "-"; };
    std::string populations;
    for (auto const& population : one.populations) {
        populations += (populations.empty() ? "" : "+") + population;
    }
    return (one.everywhere ? "region"
            : one.commune  ? communes.code[*one.commune]
                           : "-") +
           " " + one.kind + " " + one.actor + " " + one.period.from.text() + ".." +
           one.period.to.text() + " " + std::string{name_of(one.unit)} + " " + populations + " " +
           figure(one.planned) + " " + figure(one.done) + " " + figure(one.reached);
}

TEST(Activities, Rows)
{
    struct Row {
        char const* what;
        char const* file;
        Words said;
        Words values;
    };
    std::vector<Row> const table{
        {"a row",
         "commune,kind,actor,period,unit,planned,done,population\n"
         "06001,club,womens_union,2024-Q2,session,4,3,women\n",
         {},
         {"06001 club womens_union 2024-04..2024-06 session women 4 3 -"}},
        {"in Vietnamese",
         "commune,kind,actor,period,unit,planned,done,population\n"
         "06001,sinh hoạt câu lạc bộ,Hội LHPN,Quý 2/2024,buổi,4,3,phụ nữ\n",
         {},
         {"06001 club womens_union 2024-04..2024-06 session women 4 3 -"}},
        {"in Chinese",
         "commune,kind,actor,period,unit,done,population\n06001,传单,妇联,2024年3月,份,500,公众\n",
         {},
         {"06001 leaflet womens_union 2024-03..2024-03 copy general_public - 500 -"}},
        {"of the whole province",
         "commune,kind,actor,period,unit,done,reached\ntoàn "
         "tỉnh,leaflet,VWU,2024,copy,2422,100000\n",
         {},
         {"region leaflet womens_union 2024-01..2024-12 copy unknown - 2422 100000"}},
        {"at a market of the study",
         "place,kind,actor,period,unit,done\nMK-1,market_event,border_guard,2024-03,session,1\n",
         {},
         {"06002 market_event border_guard 2024-03..2024-03 session unknown - 1 -"}},
        {"at a place that nobody knows",
         "place,kind,actor,period,unit,done\nMK-7,market_event,border_guard,2024-03,session,1\n",
         {"error unknown-place, row 1, place"},
         {}},
        {"two populations in one figure",
         "commune,kind,actor,period,unit,done,population\n"
         "region,loan,VWU,2005,person,7013,at risk or returned\n",
         {"warning mixed-populations, row 1, population"},
         {"region loan womens_union 2005-01..2005-12 person at_risk+returned - 7013 -"}},
        {"the same, as offices write it",
         "commune,kind,actor,period,unit,done,population\n"
         "region,loan,VWU,2005,person,7013,phụ nữ có nguy cơ; phụ nữ trở về\n",
         {"warning mixed-populations, row 1, population"},
         {"region loan womens_union 2005-01..2005-12 person at_risk+returned - 7013 -"}},
        {"one population in two words is one",
         "commune,kind,actor,period,unit,done,population\n"
         "06001,loan,VWU,2005,person,7,returned; người trở về\n",
         {},
         {"06001 loan womens_union 2005-01..2005-12 person returned - 7 -"}},
        {"half of the words are on a list",
         "commune,kind,actor,period,unit,done,population\n"
         "06001,loan,VWU,2005,person,7,returned; heroes\n",
         {"error unlisted-word, row 1, population"},
         {}},
        {"no list knows what was done",
         "commune,kind,actor,period,unit,done\n06001,magic,VWU,2024,person,1\n",
         {"error unlisted-word, row 1, kind"},
         {}},
        {"a unit is never guessed",
         "commune,kind,actor,period,unit,done\n06001,loan,VWU,2024,,1\n",
         {"error word-missing, row 1, unit"},
         {}},
        {"fewer than none",
         "commune,kind,actor,period,unit,done\n06001,loan,VWU,2024,person,-1\n",
         {"error bad-amount, row 1, done"},
         {"06001 loan womens_union 2024-01..2024-12 person unknown - - -"}},
        {"nothing said is not nothing done",
         "commune,kind,actor,period,unit,planned,done\n06001,loan,VWU,2024,person,5,..\n",
         {},
         {"06001 loan womens_union 2024-01..2024-12 person unknown 5 - -"}},
        {"a day is no period",
         "commune,kind,actor,period,unit,done\n06001,loan,VWU,2024-03-05,person,1\n",
         {"error personal-data, row 1, period"},
         {}},
        {"who was met",
         "commune,kind,actor,period,unit,done,ho_ten\n06001,loan,VWU,2024,person,1,x\n",
         {"error personal-data, header, ho_ten"},
         {}},
        {"a column that nobody asked for",
         "commune,kind,actor,period,unit,done,weather\n06001,club,VWU,2024,session,1,dry\n",
         {"error unknown-column"},
         {"06001 club womens_union 2024-01..2024-12 session unknown - 1 -"}},
        {"nowhere at all",
         "kind,actor,period,unit,done\nclub,VWU,2024,session,1\n",
         {"error missing-column, commune"},
         {}}};
    auto const communes = test::three_communes();
    KnownPlaces const places{{"MK-1", CommuneId{1}}};
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        Words values;
        for (auto const& one : read_activities(file.source(), communes, places, findings)) {
            values.push_back(told(one, communes));
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(Activities, NeitherRefusedNorUnlistedWordsAreRepeated)
{
    test::LayerFile const file{
        "commune,kind,actor,period,unit,done\n06001,secretword,hiddenword,2024,otherword,1\n"};
    Findings findings;
    read_activities(file.source(), test::three_communes(), {}, findings);
    ASSERT_FALSE(findings.empty());
    for (auto const& finding : findings) {
        auto const words = sentence(finding);
        for (auto const* const word : {"secretword", "hiddenword", "otherword"}) {
            EXPECT_EQ(words.find(word), std::string::npos) << words;
        }
    }
}

TEST(Activities, OrderOfRowsDoesNotMatter)
{
    std::string const head = "commune,kind,actor,period,unit,planned,done\n";
    std::string const one = "06001,club,VWU,2024-Q2,session,4,3\n";
    std::string const two = "06001,club,VWU,2024-Q2,session,,7\n";
    std::string const three = "region,leaflet,VWU,2024,copy,4,3\n";
    auto const communes = test::three_communes();
    Words orders[2];
    int i = 0;
    for (auto const& text : {head + one + two + three, head + three + two + one}) {
        test::LayerFile const file{text};
        Findings findings;
        for (auto const& row : read_activities(file.source(), communes, {}, findings)) {
            orders[i].push_back(told(row, communes));
        }
        ++i;
    }
    EXPECT_EQ(orders[0].size(), 3U);
    EXPECT_EQ(orders[0], orders[1]);
}

TEST(Activities, UnitsAreThoseOfTheirList)
{
    auto const& values = values_of_list("activity_unit");
    ASSERT_EQ(values.size(), static_cast<std::size_t>(ActivityUnit::cny) + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        EXPECT_EQ(name_of(static_cast<ActivityUnit>(i)), values[i]);
    }
    auto const& kinds = values_of_list("activity_kind");
    EXPECT_GT(std::ranges::count_if(kinds, [](auto const& kind) { return meets_people(kind); }), 5);
    EXPECT_FALSE(meets_people("loan") || meets_people("radio_loudspeaker"));
}

}  // namespace
}  // namespace marchland::geo
