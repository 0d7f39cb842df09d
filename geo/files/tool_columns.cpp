#include "geo/files/tool_columns.hpp"

#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace marchland::geo {
namespace {

struct Tool {
    std::vector<std::string_view> signs;  ///< all of them tell an export of the tool
    std::set<std::string_view> own;
    std::set<std::string_view> of_persons;  ///< its own too, but may name who sent it
};

std::vector<Tool> const& tools()
{
    static std::vector<Tool> const known{
        {{"_uuid", "_submission_time"},
         {"start", "end", "today", "__version__", "_version_", "_id", "_uuid", "_index",
          "_parent_index", "_parent_table_name", "_submission_time", "_validation_status",
          "_status", "_xform_id_string", "formhub/uuid", "meta/instanceid", "meta/rootuuid"},
         {"_submitted_by", "_notes", "_tags", "deviceid", "username", "phonenumber", "subscriberid",
          "simserial"}},
        {{"submissiondate", "key"},
         {"submissiondate", "key", "instanceid", "meta-instanceid", "attachmentspresent",
          "attachmentsexpected", "reviewstate", "formversion"},
         {"submitterid", "submittername", "deviceid"}},
        {{"dataelement", "orgunit", "period", "value"},
         {"attributeoptioncombo", "categoryoptioncombo", "created", "lastupdated", "followup",
          "deleted"},
         {"storedby", "comment"}}};
    return known;
}

bool is_blank(Field const& field)
{
    return std::ranges::none_of(field.cells, [](Cell const& cell) { return cell.has_value(); });
}

/// Keys and times have no blanks in them; whatever else was put into such a column is not the tool's.
bool holds_words(Field const& field)
{
    return std::ranges::any_of(field.cells, [](Cell const& cell) {
        return cell && trimmed(*cell).find(' ') != std::string_view::npos &&
               !is_day(trimmed(*cell).substr(0, 10));
    });
}

}  // namespace

void drop_tool_columns(Table& table, LayerSource const& source)
{
    auto const is_called = [](std::string_view name) {
        return [name](Field const& field) { return folded(field.name) == name; };
    };
    auto const is_mapped = [&source](Field const& field) {
        return std::ranges::any_of(source.columns,
                                   [&](auto const& one) { return one.second == field.name; });
    };
    for (auto const& tool : tools()) {
        bool const made_by_it = std::ranges::all_of(tool.signs, [&](std::string_view sign) {
            return std::ranges::any_of(table.fields, is_called(sign));
        });
        if (made_by_it) {
            table.tool_columns += std::erase_if(table.fields, [&](Field const& field) {
                auto const name = folded(field.name);
                bool const its_own = tool.own.contains(name) && !holds_words(field);
                bool const empty = tool.of_persons.contains(name) && is_blank(field);
                return (its_own || empty) && !is_mapped(field);
            });
        }
    }
}

}  // namespace marchland::geo
