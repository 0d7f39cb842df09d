#include "viewer/card.hpp"

#include "tests/viewer/viewing.hpp"

#include <gtest/gtest.h>

using namespace marchland;
using namespace marchland::viewer;
using cartography::Language;

namespace {

std::string spoken(std::string const& name, Language language = Language::english)
{
    auto const project = support::fake_project();
    return commune_card(*project, support::commune_named(*project, name), language)
        .spoken()
        .toStdString();
}

bool says(std::string const& text, std::string const& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST(CardTest, SaysRiskWithItsIntervalAndTheRankAsARange)
{
    auto const text = spoken("Quốc Khánh 2");
    EXPECT_TRUE(says(text, "Quốc Khánh 2 90048"));
    EXPECT_TRUE(says(text, "Relative risk (90 %): 3.0 (2.0–4.5)"));
    EXPECT_TRUE(says(text, "Rank (90 %): 1 (1–6)"));
    EXPECT_TRUE(says(spoken("Quốc Khánh 2", Language::vietnamese), "3,0 (2,0–4,5)"));
}

TEST(CardTest, HoursLeadToAnOfficialCrossing)
{
    // by public road, from the one commune that has a corridor
    EXPECT_TRUE(says(spoken("Khuất Xá"), "1.9 – Hữu Nghị (giả)"));
    EXPECT_TRUE(says(spoken("Tân Thanh"), "Hours to an official crossing: –"));
}

TEST(CardTest, WhereNobodyLookedThereIsNoFigureOfRisk)
{
    auto const text = spoken("Đồng Đăng");
    EXPECT_TRUE(says(text, "no information"));
    EXPECT_TRUE(says(text, "does not mean low risk"));
    EXPECT_FALSE(says(text, "Relative risk"));
}

TEST(CardTest, CountsAreBanded)
{
    EXPECT_TRUE(says(spoken("Châu Sơn"), "Detected persons: 1–4"));
}
