#include "viewer/commune_filter.hpp"

#include "tests/viewer/viewing.hpp"
#include "viewer/commune_model.hpp"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

using namespace marchland;
using namespace marchland::viewer;
using support::utf8;

namespace {

struct CommuneFilterTest : testing::Test {
    CommuneModel model;
    CommuneFilter filter;
    QAbstractItemModelTester const tester{&filter,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};

    void SetUp() override
    {
        auto results = support::fake_results();
        results.communes[20].name = "Đông Đang";  // other marks, same letters
        model.show(make_project(std::move(results)));
        filter.setSourceModel(&model);
        filter.sort(CommuneModel::name, Qt::AscendingOrder);
    }

    std::vector<std::string> found(char const* words)
    {
        filter.search(utf8(words));
        std::vector<std::string> names;
        for (int row = 0; row < filter.rowCount(); ++row) {
            names.push_back(filter.index(row, CommuneModel::name).data().toString().toStdString());
        }
        return names;
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_F(CommuneFilterTest, LettersWithoutMarksFindAllMarks)
{
    auto const names = found("dong dang");
    EXPECT_EQ(names.size(), 3U);  // Đồng Đăng, Đồng Đăng 2, Đông Đang
    EXPECT_EQ(found("DONG DANG"), names);
    EXPECT_EQ(found("  dong dang "), names);
}

TEST_F(CommuneFilterTest, WhatIsTypedWithMarksComesFirst)
{
    EXPECT_EQ(found("đông đang").front(), "Đông Đang");
    EXPECT_EQ(found("đồng đăng").front(), "Đồng Đăng");
    filter.sort(CommuneModel::name, Qt::DescendingOrder);
    EXPECT_EQ(found("đông đang").front(), "Đông Đang");
}

TEST_F(CommuneFilterTest, DecomposedInputFindsTheSame)
{
    auto const decomposed = utf8("đồng đăng").normalized(QString::NormalizationForm_D);
    EXPECT_EQ(found(decomposed.toUtf8().constData()), found("đồng đăng"));
}

TEST_F(CommuneFilterTest, CodesAreFoundToo)
{
    EXPECT_EQ(found("90003"), (Names{"Thụy Hùng"}));
    EXPECT_TRUE(found("không có xã này").empty());
    EXPECT_EQ(found("").size(), 48U);
}

TEST_F(CommuneFilterTest, NumbersSortAsNumbersAndTheUnrankedComeLast)
{
    filter.sort(CommuneModel::rank, Qt::AscendingOrder);
    auto const rank = [&](int row) {
        return filter.index(row, CommuneModel::rank).data().toString().toStdString();
    };
    EXPECT_EQ(rank(0), "1 (1–6)");
    EXPECT_EQ(rank(9), "10 (6–15)");
    EXPECT_EQ(rank(47), "–");
}
