#include "study/rows/kinds.hpp"

#include <cassert>

namespace marchland::study {

results::Evidence kind_of(analysis::risk::Evidence evidence)
{
    using From = analysis::risk::Evidence;
    using enum results::Evidence;
    switch (evidence) {
    case From::none:
        return none;
    case From::weak:
        return weak;
    case From::moderate:
        return moderate;
    case From::strong:
        break;
    }
    return strong;
}

results::Hotspot kind_of(analysis::hotspots::Pattern pattern)
{
    using From = analysis::hotspots::Pattern;
    using enum results::Hotspot;
    switch (pattern) {
    case From::none:
        return none;
    case From::high_high:
        return high_high;
    case From::low_low:
        return low_low;
    case From::high_low:
        return high_low;
    case From::low_high:
        break;
    }
    return low_high;
}

results::NetworkGrade kind_of(analysis::network::EvidenceGrade grade)
{
    using From = analysis::network::EvidenceGrade;
    using enum results::NetworkGrade;
    switch (grade) {
    case From::high:
        return high;
    case From::medium:
        return medium;
    case From::low:
        return low;
    case From::not_stated:
        break;
    }
    return not_stated;
}

results::PostKind kind_of(analysis::outreach::SiteKind kind)
{
    using From = analysis::outreach::SiteKind;
    using enum results::PostKind;
    switch (kind) {
    case From::commune:
        return commune;
    case From::market:
        return market;
    case From::crossing:
        break;
    }
    return crossing;
}

results::NetworkTie kind_of(analysis::routes::NetworkTie tie)
{
    using From = analysis::routes::NetworkTie;
    using enum results::NetworkTie;
    switch (tie) {
    case From::joined:
        return joined;
    case From::apart:
        return apart;
    case From::none:
        return none;
    case From::trains:
        break;
    }
    return trains;
}

results::RepairKind kind_of(analysis::network::RepairKind kind)
{
    using From = analysis::network::RepairKind;
    using enum results::RepairKind;
    switch (kind) {
    case From::end_to_end:
        return end_to_end;
    case From::end_to_way:
        return end_to_way;
    case From::way_to_way:
        break;
    }
    return way_to_way;
}

results::Verdict kind_of(analysis::trends::Verdict verdict)
{
    using From = analysis::trends::Verdict;
    using enum results::Verdict;
    switch (verdict) {
    case From::cannot_tell:
        return cannot_tell;
    case From::real_rise:
        return real_rise;
    case From::real_fall:
        return real_fall;
    case From::effort:
        break;
    }
    return effort;
}

results::ChangeScope kind_of(analysis::trends::Scope scope)
{
    using From = analysis::trends::Scope;
    using enum results::ChangeScope;
    switch (scope) {
    case From::region:
        return region;
    case From::age:
        return age;
    case From::form:
        return form;
    case From::sex:
        return sex;
    case From::commune:
        break;
    }
    return commune;
}

results::MonthFlag kind_of(analysis::trends::MonthFlag flag)
{
    using From = analysis::trends::MonthFlag;
    using enum results::MonthFlag;
    switch (flag) {
    case From::too_early:
        return too_early;
    case From::as_expected:
        return as_expected;
    case From::above:
        return above;
    case From::below:
        break;
    }
    return below;
}

results::Freshness kind_of(analysis::programmes::Freshness freshness)
{
    using From = analysis::programmes::Freshness;
    using enum results::Freshness;
    switch (freshness) {
    case From::fresh:
        return fresh;
    case From::undated:
        return undated;
    case From::stale:
        break;
    }
    return stale;
}

results::ServiceReach kind_of(analysis::programmes::Reach reach)
{
    using From = analysis::programmes::Reach;
    using enum results::ServiceReach;
    switch (reach) {
    case From::within_hour:
        return within_hour;
    case From::within_limit:
        return within_limit;
    case From::beyond_limit:
        return beyond_limit;
    case From::cannot_tell:
        return cannot_tell;
    case From::no_service:
        return no_service;
    case From::not_known:
        break;
    }
    return not_known;
}

results::Visited kind_of(analysis::programmes::Visited visited)
{
    using From = analysis::programmes::Visited;
    using enum results::Visited;
    switch (visited) {
    case From::yes:
        return yes;
    case From::perhaps:
        return perhaps;
    case From::no:
        return no;
    case From::never:
        break;
    }
    return never;
}

results::DueKind kind_of(analysis::programmes::DueKind kind)
{
    using From = analysis::programmes::DueKind;
    using enum results::DueKind;
    switch (kind) {
    case From::confirm:
        return confirm;
    case From::ends:
        return ends;
    case From::visit:
        return visit;
    case From::report:
        return report;
    case From::answer:
        break;
    }
    return answer;
}

results::ClusterKind cluster_of(analysis::hotspots::Pattern pattern)
{
    using From = analysis::hotspots::Pattern;
    using enum results::ClusterKind;
    switch (pattern) {
    case From::none:
        assert(false);
        break;
    case From::high_high:
        break;
    case From::low_low:
        return local_moran_low_low;
    case From::high_low:
        return local_moran_high_low;
    case From::low_high:
        return local_moran_low_high;
    }
    return local_moran_high_high;
}

}  // namespace marchland::study
