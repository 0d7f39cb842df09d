#include "results/kinds.hpp"

#include <array>

namespace marchland::results {
namespace {

using Word = std::string_view;

constexpr std::array evidence{Word{"none"}, Word{"weak"}, Word{"moderate"}, Word{"strong"}};
constexpr std::array hotspot{Word{"none"},     Word{"high-high"}, Word{"low-low"},
                             Word{"high-low"}, Word{"low-high"},  Word{""}};
constexpr std::array cluster{Word{"local-moran high-high"}, Word{"local-moran low-low"},
                             Word{"local-moran high-low"}, Word{"local-moran low-high"},
                             Word{"scan high"}};
constexpr std::array scope{Word{"region"}, Word{"form"}, Word{"age"}, Word{"sex"}, Word{"commune"}};
constexpr std::array verdict{Word{"cannot tell"}, Word{"real rise"}, Word{"real fall"},
                             Word{"effort"}};
constexpr std::array flag{Word{"too early to say"}, Word{"as expected"}, Word{"above"},
                          Word{"below"}};
constexpr std::array candidate{Word{"crosses"}, Word{"ends"}};
constexpr std::array chokepoint{Word{"junction"}, Word{"crossing"}, Word{"way"}};
constexpr std::array post{Word{"commune"}, Word{"market"}, Word{"crossing"}};
constexpr std::array repair{Word{"end-to-end"}, Word{"end-to-way"}, Word{"way-to-way"}};
constexpr std::array grade{Word{"high"}, Word{"medium"}, Word{"low"}, Word{"not stated"}};

constexpr std::array tie{Word{"joined"}, Word{"apart"}, Word{"none"}, Word{"trains"}};

constexpr std::array freshness{Word{"fresh"}, Word{"undated"}, Word{"stale"}, Word{""}};
constexpr std::array service_state{Word{"open"}, Word{"planned"}, Word{"closed"}};
constexpr std::array service_reach{Word{"within an hour"},   Word{"within the limit"},
                                   Word{"beyond the limit"}, Word{"cannot tell"},
                                   Word{"no service"},       Word{"not known"}};
constexpr std::array visited{Word{"yes"}, Word{"perhaps"}, Word{"no"}, Word{"never"}};
constexpr std::array due{Word{"confirm"}, Word{"ends"}, Word{"visit"}, Word{"report"},
                         Word{"answer"}};

/// The words that a layer has for its own kind.
template <class Kind, std::size_t last>
std::array<Word, last + 1> words_of_layer()
{
    std::array<Word, last + 1> words;
    for (std::size_t i = 0; i <= last; ++i) {
        words.at(i) = geo::name_of(static_cast<Kind>(i));
    }
    return words;
}

template <class Kind, Kind last>
KindWords layer_words()
{
    static auto const words = words_of_layer<Kind, static_cast<std::size_t>(last)>();
    return words;
}

}  // namespace

KindWords words_of(Evidence /*kind*/)
{
    return evidence;
}

KindWords words_of(Hotspot /*kind*/)
{
    return hotspot;
}

KindWords words_of(ClusterKind /*kind*/)
{
    return cluster;
}

KindWords words_of(ChangeScope /*kind*/)
{
    return scope;
}

KindWords words_of(Verdict /*kind*/)
{
    return verdict;
}

KindWords words_of(MonthFlag /*kind*/)
{
    return flag;
}

KindWords words_of(CandidateKind /*kind*/)
{
    return candidate;
}

KindWords words_of(ChokepointKind /*kind*/)
{
    return chokepoint;
}

KindWords words_of(PostKind /*kind*/)
{
    return post;
}

KindWords words_of(RepairKind /*kind*/)
{
    return repair;
}

KindWords words_of(NetworkGrade /*kind*/)
{
    return grade;
}

KindWords words_of(NetworkTie /*kind*/)
{
    return tie;
}

KindWords words_of(Freshness /*kind*/)
{
    return freshness;
}

KindWords words_of(ServiceState /*kind*/)
{
    return service_state;
}

KindWords words_of(ServiceReach /*kind*/)
{
    return service_reach;
}

KindWords words_of(Visited /*kind*/)
{
    return visited;
}

KindWords words_of(DueKind /*kind*/)
{
    return due;
}

KindWords words_of(CrossingClass /*kind*/)
{
    return layer_words<CrossingClass, CrossingClass::unknown>();
}

KindWords words_of(CrossingStatus /*kind*/)
{
    return layer_words<CrossingStatus, CrossingStatus::unknown>();
}

KindWords words_of(Sensitivity /*kind*/)
{
    return layer_words<Sensitivity, Sensitivity::restricted>();
}

KindWords words_of(Severity /*kind*/)
{
    return layer_words<Severity, Severity::error>();
}

KindWords words_of(WayClass /*kind*/)
{
    return layer_words<WayClass, WayClass::unknown>();
}

KindWords words_of(WayKind /*kind*/)
{
    return layer_words<WayKind, WayKind::path>();
}

}  // namespace marchland::results
