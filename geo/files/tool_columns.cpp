#include "geo/files/tool_columns.hpp"

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
};

std::vector<Tool> const& tools()
{
    static std::set<std::string_view> const forms{"start",
                                                  "end",
                                                  "today",
                                                  "deviceid",
                                                  "device_id",
                                                  "subscriberid",
                                                  "simserial",
                                                  "phonenumber",
                                                  "username",
                                                  "audit",
                                                  "__version__",
                                                  "_version_",
                                                  "_id",
                                                  "_uuid",
                                                  "_index",
                                                  "_parent_index",
                                                  "_parent_table_name",
                                                  "_submission_time",
                                                  "_submitted_by",
                                                  "_validation_status",
                                                  "_status",
                                                  "_notes",
                                                  "_tags",
                                                  "_xform_id_string",
                                                  "formhub/uuid",
                                                  "meta/instanceid",
                                                  "meta/rootuuid",
                                                  "meta/instancename",
                                                  "submissiondate",
                                                  "key",
                                                  "instanceid",
                                                  "submitterid",
                                                  "submittername",
                                                  "attachmentspresent",
                                                  "attachmentsexpected",
                                                  "status",
                                                  "reviewstate",
                                                  "edits",
                                                  "formversion"};
    static std::vector<Tool> const known{
        {{"_uuid", "_submission_time"}, forms},
        {{"submissiondate", "key"}, forms},
        {{"dataelement", "orgunit", "period", "value"},
         {"attributeoptioncombo", "categoryoptioncombo", "storedby", "created", "lastupdated",
          "comment", "followup", "deleted"}}};
    return known;
}

}  // namespace

void drop_tool_columns(Table& table)
{
    auto const is_called = [](std::string_view name) {
        return [name](Field const& field) { return folded(field.name) == name; };
    };
    for (auto const& tool : tools()) {
        bool const made_by_it = std::ranges::all_of(tool.signs, [&](std::string_view sign) {
            return std::ranges::any_of(table.fields, is_called(sign));
        });
        if (made_by_it) {
            table.tool_columns += std::erase_if(table.fields, [&tool](Field const& field) {
                return tool.own.contains(folded(field.name));
            });
        }
    }
}

}  // namespace marchland::geo
