#include "geo/files/inspect.hpp"

#include "geo/files/read.hpp"
#include "geo/shapes/validity.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <set>

namespace marchland::geo {
namespace {

void add(std::vector<std::string>& defects, std::size_t rows, std::string const& what)
{
    if (rows > 0) {
        defects.push_back(std::to_string(rows) + (rows == 1 ? " row " : " rows ") + what);
    }
}

void judge_shapes(Table const& table, std::vector<std::string>& defects)
{
    std::size_t missing = 0;
    std::size_t invalid = 0;
    std::size_t odd = 0;
    for (auto const& shape : table.shapes) {
        missing += std::holds_alternative<NoShape>(shape) ? 1U : 0U;
        odd += std::holds_alternative<OtherShape>(shape) ? 1U : 0U;
        auto const* const area = std::get_if<Area>(&shape);
        invalid += area != nullptr && defect_of(*area) ? 1U : 0U;
    }
    add(defects, missing, "without shape");
    add(defects, odd, "with a shape that is no point, line or polygon");
    add(defects, invalid, "with a polygon that is not valid");
    if (table.spatial() && !table.crs) {
        defects.emplace_back("the reference system is not declared");
    }
}

void judge_texts(Field const& field, std::vector<std::string>& defects)
{
    std::size_t escaped = 0;
    std::size_t decomposed = 0;
    for (auto const& cell : field.cells) {
        if (cell && unescaped(*cell) != *cell) {
            ++escaped;
        } else if (cell && !is_nfc(*cell)) {
            ++decomposed;
        }
    }
    add(defects, escaped, "with \\u escapes in " + field.name);
    add(defects, decomposed, "not NFC in " + field.name);
}

/// A column called code or id in which some value stands twice.
void judge_repeats(Field const& field, std::vector<std::string>& defects)
{
    auto const name = folded(field.name);
    if (name != "code" && name != "id" && !name.ends_with("_code") && !name.ends_with("_id")) {
        return;
    }
    std::set<std::string> seen;
    std::size_t repeats = 0;
    for (auto const& cell : field.cells) {
        repeats += cell && !seen.insert(*cell).second ? 1U : 0U;
    }
    add(defects, repeats, "repeating a value of " + field.name);
}

}  // namespace

std::vector<std::string> defects_of(std::filesystem::path const& file, std::string const& layer)
{
    auto const table = read_table(
        {.layer = "file", .source = std::filesystem::absolute(file).string(), .table = layer});
    std::vector<std::string> defects;
    judge_shapes(table, defects);
    for (auto const& field : table.fields) {
        judge_texts(field, defects);
        judge_repeats(field, defects);
    }
    return defects;
}

}  // namespace marchland::geo
