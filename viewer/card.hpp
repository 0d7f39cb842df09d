/// \file card.hpp
/// What is said about one place: beside the cursor, and to a screen reader.
#pragma once

#include "cartography/words/words.hpp"
#include "viewer/project.hpp"

#include <QPainter>
#include <QString>

#include <vector>

namespace marchland::viewer {

struct CardLine {
    QString label;
    QString value;
};

struct Card {
    QString title;
    std::vector<CardLine> lines;
    QString note;  ///< what must not be overlooked: no information, unsure

    QString spoken() const;  ///< in one line
};

Card commune_card(Project const& project, geo::CommuneId id, cartography::Language language);

/// \param row  in Shown::crossings. \pre the crossing is official
Card crossing_card(Project const& project, std::size_t row, cartography::Language language);
Card market_card(Project const& project, std::size_t row, cartography::Language language);

/// Near `at`, but inside `frame`.
void draw_card(QPainter& painter, QPointF at, QRectF const& frame, Card const& card);

}  // namespace marchland::viewer
