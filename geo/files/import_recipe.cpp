#include "geo/files/import_recipe.hpp"

namespace marchland::geo {

std::vector<std::string> const& usual_totals()
{
    static std::vector<std::string> const words{"Tổng",  "Tổng số", "Tổng cộng", "Cộng",
                                                "Total", "Sum",     "合计",      "总计"};
    return words;
}

std::vector<AcrossKind> const& across_kinds()
{
    static std::vector<AcrossKind> const kinds{{"period", ""},   {"sex", "sex"},
                                               {"age", "age"},   {"form", "form"},
                                               {"role", "role"}, {"kind", "effort_kind"}};
    return kinds;
}

}  // namespace marchland::geo
