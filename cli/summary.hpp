// Results as a few lines for a person, or as JSON for a program.
#pragma once

#include "results/results.hpp"
#include "study/questions/routes_study.hpp"
#include "study/questions/what_if_study.hpp"

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace marchland::cli {

void print_headline(std::ostream& out, results::Results const& results);
void print_ranking(std::ostream& out, results::Results const& results, std::size_t most);
void print_hotspots(std::ostream& out, results::Results const& results);
void print_plan(std::ostream& out, results::Results const& results);
void print_crossings(std::ostream& out, results::Results const& results);
void print_network(std::ostream& out, results::Results const& results);

void print_routes(std::ostream& out, study::RouteTables const& tables);
void print_routes_json(std::ostream& out, study::RouteTables const& tables);
void print_what_if(std::ostream& out, study::WhatIfTables const& tables);
void print_what_if_json(std::ostream& out, study::WhatIfTables const& tables,
                        std::filesystem::path const& folder, std::vector<std::string> const& files);

/// Everything of the above in one object, with the files that were written.
void print_json(std::ostream& out, results::Results const& results,
                std::filesystem::path const& folder, std::vector<std::string> const& files);

}  // namespace marchland::cli
