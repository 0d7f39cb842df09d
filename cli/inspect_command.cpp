#include "cli/commands.hpp"

#include "geo/files/inspect.hpp"
#include "geo/files/read.hpp"

#include <nlohmann/json.hpp>

namespace marchland::cli {
namespace {

struct Args {
    std::filesystem::path file;
    bool json = false;
};

void print_json(std::ostream& out, std::vector<geo::LayerSummary> const& layers)
{
    auto list = nlohmann::ordered_json::array();
    for (auto const& layer : layers) {
        auto fields = nlohmann::ordered_json::object();
        for (auto const& [name, type] : layer.fields) {
            fields[name] = type;
        }
        list.push_back({{"layer", layer.name},
                        {"geometry", layer.geometry},
                        {"crs", layer.crs},
                        {"rows", layer.rows},
                        {"fields", fields}});
    }
    out << nlohmann::ordered_json{{"layers", list}}.dump(2) << "\n";
}

void run(Args const& args, Console& console)
{
    auto const layers = geo::summarise(args.file);
    if (args.json) {
        print_json(console.out(), layers);
        return;
    }
    for (auto const& layer : layers) {
        console.out() << "layer " << layer.name << ": " << layer.rows << " rows, shapes "
                      << layer.geometry << ", CRS " << layer.crs << "\n";
        for (auto const& [name, type] : layer.fields) {
            console.out() << "  " << name << " (" << type << ")\n";
        }
        for (auto const& defect : geo::defects_of(args.file, layer.name)) {
            console.out() << "  ! " << defect << "\n";
        }
    }
}

}  // namespace

void add_inspect(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command = program.subcommand("inspect", "what a file holds: layers, CRS, fields, defects");
    command.option("FILE", args->file, "anything that GDAL opens").required();
    command.flag("--json", args->json, "as JSON");
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
