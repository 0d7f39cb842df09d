#include "geo/layers/crosswalk.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace marchland::geo {
namespace {

/// Shares written with two digits need not sum to 1 exactly: 0.33 three times.
constexpr double rounding = 0.015;

Share operator*(Share const& a, Share const& b)
{
    return {a.least * b.least, a.likely * b.likely, a.most * b.most};
}

/// The shares of the links of one former commune.
std::vector<Share> shares_of(std::vector<CrosswalkLink> const& links)
{
    double given = 0.0;
    double open = 0.0;
    for (auto const& link : links) {
        given += link.share.value_or(0.0);
        open += link.share ? 0.0 : 1.0;
    }
    double const scale = open == 0.0 && std::abs(given - 1.0) <= rounding ? 1.0 / given : 1.0;
    double const rest = std::max(0.0, 1.0 - given);
    std::vector<Share> shares;
    for (auto const& link : links) {
        if (link.share) {
            double const share = std::min(1.0, *link.share * scale);
            shares.push_back({share, share, share});
        } else {
            shares.push_back({open == 1.0 ? rest : 0.0, rest / open, rest});
        }
    }
    return shares;
}

/// What the others leave over at least, and at most: several doubtful parts may make a certain whole.
void bound_by_each_other(std::vector<Successor>& parts)
{
    double least = 0.0;
    double likely = 0.0;
    double most = 0.0;
    for (auto const& part : parts) {
        least += part.share.least;
        likely += part.share.likely;
        most += part.share.most;
    }
    if (likely < 1.0 - 1e-9) {
        return;  // a part is out of sight, and may be larger or smaller
    }
    for (auto& part : parts) {
        auto const before = part.share;
        part.share.least = std::max(before.least, 1.0 - (most - before.most));
        part.share.most = std::min(before.most, 1.0 - (least - before.least));
        if (part.share.most - part.share.least < 1e-12) {
            part.share.least = part.share.most = part.share.likely;
        }
    }
}

std::string link_key(CrosswalkLink const& link)
{
    return link.old_code + '\n' + link.old_vintage;
}

/// A day that a column gives, or the study for the whole table.
class VintageColumn {
public:
    VintageColumn(LayerReader& reader, std::string const& name) : reader_{reader}
    {
        auto const stated = reader.source().stated.find(name);
        if (stated != reader.source().stated.end()) {
            day_ = stated->second;
        } else {
            field_ = reader.required_field(name);
        }
    }

    bool there() const { return field_ != nullptr || !day_.empty(); }

    std::string of(std::size_t row)
    {
        if (!day_.empty()) {
            return day_;
        }
        auto const text = reader_.text(field_, row).value_or("");
        if (!is_day(text)) {
            reader_.say(Severity::error, "bad-vintage", row, field_->name,
                        "found " + without_names(text, CellOf::places) +
                            ", expected the day from which the code is valid, like 2025-07-01",
                        "correct it, or say it for the whole table in [crosswalk] of study.toml");
            return {};
        }
        return text;
    }

private:
    LayerReader& reader_;
    Field const* field_ = nullptr;
    std::string day_;
};

/// The links of one table.
class LinkReader {
public:
    explicit LinkReader(LayerReader& reader)
        : reader_{reader}, old_code_{reader.required_field("old_code")},
          new_code_{reader.required_field("new_code")}, share_{reader.optional_field("share")},
          old_name_{reader.optional_field("old_name")}, old_district_{reader.optional_field(
                                                            "old_district")},
          old_province_{reader.optional_field("old_province")}, old_vintage_{reader, "old_vintage"},
          new_vintage_{reader, "new_vintage"}
    {
    }

    bool sound() const
    {
        return old_code_ != nullptr && new_code_ != nullptr && old_vintage_.there() &&
               new_vintage_.there();
    }

    std::optional<CrosswalkLink> link_in(std::size_t row)
    {
        CrosswalkLink link{reader_.text(old_code_, row).value_or(""),
                           old_vintage_.of(row),
                           reader_.text(new_code_, row).value_or(""),
                           new_vintage_.of(row),
                           share_in(row),
                           reader_.text(old_name_, row).value_or(""),
                           reader_.text(old_district_, row).value_or(""),
                           reader_.text(old_province_, row).value_or("")};
        if (link.old_code.empty()) {
            reader_.say(Severity::error, "code-missing", row, old_code_->name,
                        "the former commune has no code", "fill in the official code");
            return std::nullopt;
        }
        if (link.new_code.empty()) {
            reader_.say(Severity::warning, "successor-missing", row, new_code_->name,
                        "the table does not say what became of the former commune; its counts "
                        "belong to no commune of the study",
                        "fill in the code of the commune that took it in");
        }
        if (link.old_vintage.empty() || link.new_vintage.empty()) {
            return std::nullopt;
        }
        if (link.old_vintage >= link.new_vintage) {
            reader_.say(Severity::error, "vintage-order", row, old_code_->name,
                        "the old code would hold from " + link.old_vintage + ", the new one from " +
                            link.new_vintage + "; expected the old one first",
                        "correct the days; codes are carried forward only");
            return std::nullopt;
        }
        return link;
    }

private:
    std::optional<double> share_in(std::size_t row)
    {
        auto const text = reader_.text(share_, row);
        if (!text) {
            return std::nullopt;
        }
        auto const share = reader_.number(share_, row, Quantity::measure);
        if (!share || !(*share > 0.0) || *share > 1.0) {
            reader_.say(Severity::error, "bad-share", row, share_->name,
                        "found " + without_names(*text, CellOf::places) +
                            ", expected a share of the people above 0 and up to 1",
                        "correct it, or leave the cell empty where the share is not known");
            return std::nullopt;
        }
        return share;
    }

    LayerReader& reader_;
    Field const* old_code_;
    Field const* new_code_;
    Field const* share_;
    Field const* old_name_;
    Field const* old_district_;
    Field const* old_province_;
    VintageColumn old_vintage_;
    VintageColumn new_vintage_;
};

void judge_code_kinds(LayerReader& reader)
{
    for (auto const* const name : {"old_code", "new_code"}) {
        auto const* const field = reader.optional_field(name);
        if (field != nullptr && field->kind != FieldKind::text) {
            reader.say(Severity::error, "code-as-number", 0, field->name,
                       "the codes are stored as numbers, so leading zeros are lost (06184 becomes "
                       "6184); expected text",
                       "format the column as text, fill in the codes again and export once more");
        }
    }
}

/// A link with the row that it stands in.
struct Placed {
    CrosswalkLink link;
    std::size_t row;
};

/// Says what the links of one former commune cannot be together.
bool are_sound(LayerReader& reader, std::string const& field, std::span<Placed const> links)
{
    double sum = 0.0;
    bool all_given = true;
    auto const& first = links.front().link;
    for (auto const& [link, row] : links) {
        sum += link.share.value_or(0.0);
        all_given = all_given && link.share;
        if (link.new_vintage != first.new_vintage) {
            reader.say(Severity::error, "two-endings", row, field,
                       "the former commune ends on " + first.new_vintage + " in one row and on " +
                           link.new_vintage + " in another",
                       "give what remained on the first day a vintage of its own");
            return false;
        }
    }
    if (sum > 1.0 + rounding || (!all_given && sum > 1.0)) {
        reader.say(Severity::error, "shares-over-one", links.front().row, field,
                   "the shares of the former commune sum to " + fixed(sum, 3) + "; expected 1",
                   "correct the shares, or leave those empty that are not known");
        return false;
    }
    if (all_given && sum < 1.0 - rounding) {
        reader.say(Severity::warning, "shares-under-one", links.front().row, field,
                   "the shares of the former commune sum to " + fixed(sum, 3) +
                       "; the rest belongs to no commune of the study",
                   "add the rows that are missing");
    }
    return true;
}

/// Each link once; the same one with another share is left for are_sound to judge.
std::vector<Placed> without_doubles(LayerReader& reader, std::string const& field,
                                    std::span<Placed const> links)
{
    std::vector<Placed> unique;
    for (auto const& one : links) {
        bool const doubled = !unique.empty() && unique.back().link.new_code == one.link.new_code &&
                             unique.back().link.share == one.link.share;
        if (!doubled) {
            unique.push_back(one);
            continue;
        }
        reader.say(Severity::warning, "doubled-row", one.row, field,
                   "the same link stands in row " +
                       std::to_string(reader.table().row_number(unique.back().row)) +
                       "; it counts once",
                   "keep one of them");
    }
    return unique;
}

std::string counted(std::size_t n, char const* one, char const* many)
{
    return std::to_string(n) + (n == 1 ? one : many);
}

/// How many merge and how many are split.
struct Tally {
    std::size_t whole = 0;
    std::size_t split = 0;
    std::size_t open = 0;  ///< split, the shares not known

    void add(std::span<Placed const> links)
    {
        auto const given = static_cast<std::size_t>(std::ranges::count_if(
            links, [](Placed const& one) { return one.link.share.has_value(); }));
        whole += links.size() == 1 ? 1U : 0U;
        split += links.size() > 1 ? 1U : 0U;
        open += links.size() > given + 1 ? 1U : 0U;
    }

    void say(LayerReader& reader) const
    {
        std::string const of_open =
            open == 0 ? ""
                      : "; of " + std::to_string(open) +
                            " of these the shares are not known: what is counted there has a least "
                            "and a most in each part";
        reader.say(Severity::note, "former-communes",
                   counted(whole, " former commune", " former communes") +
                       " went to another as a whole, " + counted(split, " was", " were") +
                       " split" + of_open,
                   open > 0 ? "fill in share where the people of the parts are known" : "");
    }
};

/// Adds the sound links of a table.
void add_links(LayerReader& reader, std::vector<CrosswalkLink>& links)
{
    LinkReader rows{reader};
    if (!rows.sound()) {
        return;
    }
    judge_code_kinds(reader);
    auto const field = reader.name_in_file("old_code");
    std::vector<Placed> placed;
    for (std::size_t row = 0; row < reader.rows(); ++row) {
        if (auto link = rows.link_in(row)) {
            placed.push_back({std::move(*link), row});
        }
    }
    std::ranges::stable_sort(placed, {}, [](Placed const& one) {
        return std::tie(one.link.old_code, one.link.old_vintage, one.link.new_code);
    });
    std::span<Placed const> const all{placed};
    Tally tally;
    for (std::size_t from = 0; from < all.size();) {
        std::size_t to = from + 1;
        while (to < all.size() && link_key(all[to].link) == link_key(all[from].link)) {
            ++to;
        }
        auto const group = without_doubles(reader, field, all.subspan(from, to - from));
        from = to;
        if (are_sound(reader, field, group)) {
            tally.add(group);
            for (auto const& one : group) {
                links.push_back(one.link);
            }
        }
    }
    tally.say(reader);
}

}  // namespace

Crosswalk::Crosswalk(std::vector<CrosswalkLink> links)
{
    std::ranges::stable_sort(links, {}, [](CrosswalkLink const& link) {
        return std::tie(link.old_code, link.old_vintage, link.new_code);
    });
    std::set<std::string> days;
    for (std::size_t from = 0; from < links.size();) {
        std::vector<CrosswalkLink> group;
        std::size_t to = from;
        while (to < links.size() && link_key(links[to]) == link_key(links[from])) {
            group.push_back(links[to++]);
        }
        from = to;
        auto const shares = shares_of(group);
        auto const& first = group.front();
        Former former{first.old_vintage, first.new_vintage,  {},
                      first.old_name,    first.old_district, first.old_province};
        days.insert({former.from, former.until});
        for (std::size_t i = 0; i < group.size(); ++i) {
            if (!group[i].new_code.empty()) {
                former.parts.push_back({group[i].new_code, shares[i]});
                beginning_[group[i].new_code].push_back(group[i].new_vintage);
            }
        }
        former_[group.front().old_code].push_back(std::move(former));
    }
    vintages_.assign(days.begin(), days.end());
}

std::vector<std::string> Crosswalk::reforms() const
{
    std::set<std::string> days;
    for (auto const& [code, all] : former_) {
        for (auto const& former : all) {
            days.insert(former.until);
        }
    }
    return {days.begin(), days.end()};
}

std::string Crosswalk::since(std::string_view code, std::string_view day) const
{
    auto const* const former = on(code, day);
    return former == nullptr ? std::string{} : former->from;
}

Crosswalk::Former const* Crosswalk::on(std::string_view code, std::string_view day) const
{
    auto const found = former_.find(code);
    if (found == former_.end()) {
        return nullptr;
    }
    Former const* last = nullptr;
    for (auto const& former : found->second) {  // by the day they begin
        if (former.from <= day && day < former.until) {
            last = &former;
        }
    }
    return last;
}

bool Crosswalk::begins(std::string_view code, std::string_view day) const
{
    auto const found = beginning_.find(code);
    return found != beginning_.end() &&
           std::ranges::find(found->second, day) != found->second.end();
}

bool Crosswalk::lists(std::string_view code, std::string_view day) const
{
    return on(code, day) != nullptr;
}

std::vector<Successor> Crosswalk::successors(std::string_view code, std::string_view day,
                                             std::string_view until) const
{
    using Shares = std::map<std::string, Share>;
    auto const add = [](Shares& shares, std::string const& where, Share const& share) {
        auto const [at, fresh] = shares.try_emplace(where, share);
        if (!fresh) {
            at->second.least += share.least;
            at->second.likely += share.likely;
            at->second.most = std::min(1.0, at->second.most + share.most);
        }
    };
    // Day by day, so that ways which meet again are followed once: there may be 2^n of them.
    Shares reached;
    std::map<std::string, Shares> ahead{{std::string{day}, {{std::string{code}, Share{}}}}};
    while (!ahead.empty()) {
        auto const [today, shares] = std::move(*ahead.begin());
        ahead.erase(ahead.begin());
        auto const next = std::ranges::upper_bound(vintages_, today);
        for (auto const& [here, share] : shares) {
            auto const* const former = on(here, today);
            if (former != nullptr && former->until <= until) {
                for (auto const& part : former->parts) {
                    add(ahead[former->until], part.code, share * part.share);
                }
            } else if (former != nullptr || next == vintages_.end() || *next > until) {
                add(reached, here, share);
            } else if (!begins(here, *next)) {  // else it is a new commune of that day
                add(ahead[*next], here, share);
            }
        }
    }
    std::vector<Successor> parts;
    for (auto const& [present, share] : reached) {
        parts.push_back({present, share});
    }
    bound_by_each_other(parts);
    return parts;
}

std::vector<NamedPlace> Crosswalk::names() const
{
    std::vector<NamedPlace> places;
    for (auto const& [code, all] : former_) {
        for (auto const& former : all) {
            if (!former.name.empty()) {
                places.push_back({.id = code,
                                  .name = former.name,
                                  .district = former.district,
                                  .province = former.province,
                                  .vintage = former.from,
                                  .kind = "commune"});
            }
        }
    }
    return places;
}

std::vector<std::string> Crosswalk::codes_on(std::string_view day) const
{
    std::vector<std::string> codes;
    for (auto const& [code, all] : former_) {
        if (on(code, day) != nullptr) {
            codes.push_back(code);
        }
    }
    return codes;
}

Crosswalk read_crosswalk(std::span<LayerSource const> sources, Findings& findings)
{
    std::vector<CrosswalkLink> links;
    for (auto const& source : sources) {
        auto reader = LayerReader::open(source, findings);
        if (reader && !refuses_persons(*reader, {"old_code", "new_code", "old_name"})) {
            add_links(*reader, links);
            reader->finish();
        }
    }
    return Crosswalk{std::move(links)};
}

}  // namespace marchland::geo
