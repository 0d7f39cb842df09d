#include "cli/pictures.hpp"

#include "geo/vocabulary/error.hpp"

namespace marchland::cli {
namespace {

[[noreturn]] void refuse()
{
    throw geo::Error{
        geo::Trouble::usage,
        "this marchland was built without pictures (preset core); the tables are complete"};
}

}  // namespace

geo::LayerStyles layer_styles(results::Results const&)
{
    return {};
}
bool has_pictures()
{
    return false;
}
geo::Boundaries boundaries_of(results::Results const&)
{
    refuse();
}
void write_pictures(results::Results const&, geo::Boundaries const&, std::filesystem::path const&,
                    std::string const&, geo::Job const&)
{
    refuse();
}
void write_report(results::Results const&, geo::Boundaries const&, std::filesystem::path const&,
                  std::string const&, geo::Job const&)
{
    refuse();
}

}  // namespace marchland::cli
