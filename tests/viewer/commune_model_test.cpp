#include "viewer/commune_model.hpp"

#include "tests/viewer/viewing.hpp"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace marchland;
using namespace marchland::viewer;
using cartography::Language;
using support::commune_named;
using support::fake_project;

namespace {

struct CommuneModelTest : testing::Test {
    CommuneModel model;
    QAbstractItemModelTester const tester{&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};

    std::string cell(std::string const& name, int column, int role = Qt::DisplayRole) const
    {
        auto const row = static_cast<int>(commune_named(*fake_project(), name));
        return model.index(row, column).data(role).toString().toStdString();
    }
};

}  // namespace

TEST_F(CommuneModelTest, ShowsWhatTheResultsHold)
{
    model.show(fake_project());
    model.speak(Language::english);
    EXPECT_EQ(model.rowCount(), 48);
    EXPECT_EQ(cell("Quốc Khánh 2", CommuneModel::risk), "3.0 (2.0–4.5)");
    EXPECT_EQ(cell("Quốc Khánh 2", CommuneModel::rank), "1 (1–6)");
    EXPECT_EQ(cell("Quốc Khánh 2", CommuneModel::code), "90048");
    model.speak(Language::vietnamese);
    EXPECT_EQ(cell("Quốc Khánh 2", CommuneModel::risk), "3,0 (2,0–4,5)");
}

TEST_F(CommuneModelTest, WhereNobodyLookedIsNoFigure)
{
    model.show(fake_project());
    model.speak(Language::english);
    EXPECT_EQ(cell("Đồng Đăng", CommuneModel::risk), "no information");
    EXPECT_EQ(cell("Đồng Đăng", CommuneModel::rank), "–");
}

TEST_F(CommuneModelTest, KnowsNamesWithoutMarks)
{
    model.show(fake_project());
    EXPECT_EQ(cell("Đồng Đăng", 0, CommuneModel::folded_role), "dong dang 90001");
}

TEST_F(CommuneModelTest, AnotherProjectIsAReset)
{
    QSignalSpy const reset{&model, &QAbstractItemModel::modelReset};
    model.show(fake_project());
    model.show({});
    EXPECT_EQ(reset.count(), 2);
    EXPECT_EQ(model.rowCount(), 0);
}
