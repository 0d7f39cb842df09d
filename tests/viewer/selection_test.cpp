#include "viewer/selection.hpp"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace marchland;
using geo::CommuneId;
using viewer::Selection;

TEST(SelectionTest, IsASetInOrder)
{
    Selection selection;
    selection.set({CommuneId{3}, CommuneId{1}, CommuneId{3}});
    EXPECT_EQ(selection.communes(), (std::vector{CommuneId{1}, CommuneId{3}}));
    EXPECT_TRUE(selection.contains(CommuneId{3}));
    EXPECT_FALSE(selection.contains(CommuneId{2}));
}

TEST(SelectionTest, SignalsOnlyChanges)
{
    Selection selection;
    QSignalSpy const changed{&selection, &Selection::changed};
    selection.set({CommuneId{1}});
    selection.set({CommuneId{1}, CommuneId{1}});
    EXPECT_EQ(changed.count(), 1);
    selection.toggle(CommuneId{1});
    EXPECT_EQ(changed.count(), 2);
    EXPECT_TRUE(selection.communes().empty());
}
