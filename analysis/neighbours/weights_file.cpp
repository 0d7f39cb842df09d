#include "analysis/neighbours/weights_file.hpp"

#include "geo/files/read.hpp"
#include "geo/files/write.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace marchland::analysis::neighbours {
namespace {

using geo::CommuneId;
using geo::Severity;

/// A link as the file has it, and where it stands there.
struct Written {
    std::string from;
    std::string to;
    std::string weight;  ///< empty: 1
    std::string where;   ///< "line 12"
};

std::vector<std::string> words_in(std::string const& line)
{
    std::istringstream stream{line};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

/// The lines of a text file that hold anything, with their numbers.
std::vector<std::pair<std::size_t, std::vector<std::string>>>
lines_in(std::filesystem::path const& file)
{
    std::ifstream stream{file};
    if (!stream) {
        throw geo::Error{geo::Trouble::findings, file.string() + ": cannot be read"};
    }
    std::vector<std::pair<std::size_t, std::vector<std::string>>> lines;
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (auto words = words_in(line); !words.empty()) {
            lines.emplace_back(number, std::move(words));
        }
    }
    return lines;
}

std::string line(std::size_t number)
{
    return "line " + std::to_string(number);
}

class Reader {
public:
    Reader(std::filesystem::path const& file, geo::Communes const& communes,
           geo::Findings& findings)
        : file_{file}, communes_{communes}, findings_{findings}, weights_{communes.size()}
    {
        codes_.assign(communes.code.begin(), communes.code.end());
    }

    std::vector<Written> gal()
    {
        auto const lines = lines_in(file_);
        std::vector<Written> links;
        for (std::size_t at = 1; at < lines.size(); at += 2) {
            auto const& [number, head] = lines[at];
            auto const k = head.size() == 2 ? geo::number_in(head[1]) : std::nullopt;
            if (!k) {
                say(Severity::error, "weights-line", line(number),
                    "expected a commune and how many neighbours it has",
                    "write each commune as two lines: \"id k\", then its k neighbours");
                return links;
            }
            if (*k == 0.0) {
                // Some programs leave the second line out, others leave it empty; both are gone by now.
                --at;
                continue;
            }
            bool const right = at + 1 < lines.size() &&
                               lines[at + 1].second.size() == static_cast<std::size_t>(*k);
            if (!right) {
                say(Severity::error, "weights-line", line(number),
                    head[0] + " says it has " + head[1] + " neighbours, but the next line does not",
                    "make the number and the list agree");
                return links;
            }
            for (auto const& to : lines[at + 1].second) {
                links.push_back({head[0], to, "", line(lines[at + 1].first)});
            }
        }
        return links;
    }

    std::vector<Written> gwt()
    {
        auto const lines = lines_in(file_);
        std::vector<Written> links;
        for (std::size_t at = 1; at < lines.size(); ++at) {
            auto const& [number, words] = lines[at];
            if (words.size() != 3) {
                say(Severity::error, "weights-line", line(number),
                    "expected three words: from, to, weight", "mend the line");
                continue;
            }
            links.push_back({words[0], words[1], words[2], line(number)});
        }
        return links;
    }

    std::vector<Written> csv()
    {
        auto const table = geo::read_table({.layer = "neighbours",
                                            .source = file_.string(),
                                            .table = {},
                                            .crs = {},
                                            .columns = {},
                                            .folder = {}});
        auto const* const from = table.field("from");
        auto const* const to = table.field("to");
        auto const* const weight = table.field("weight");
        if (from == nullptr || to == nullptr) {
            say(Severity::error, "missing-column", "", "there are no columns from and to",
                "name the columns from, to and perhaps weight");
            return {};
        }
        std::vector<Written> links;
        for (std::size_t row = 0; row < table.rows; ++row) {
            links.push_back({from->cells[row].value_or(""), to->cells[row].value_or(""),
                             weight != nullptr ? weight->cells[row].value_or("") : "",
                             "row " + std::to_string(row + 1)});
        }
        return links;
    }

    Weights weights_from(std::vector<Written> const& links, bool as_distance)
    {
        for (auto const& link : links) {
            auto const from = commune(link.from, link.where);
            auto const to = commune(link.to, link.where);
            auto const weight = as_distance ? std::optional{1.0} : weight_of(link);
            if (!from || !to || !weight) {
                continue;
            }
            if (from == to) {
                say(Severity::warning, "self-neighbour", link.where,
                    link.from + " is its own neighbour",
                    "the link is left out; Gi* counts the commune itself anyway");
                continue;
            }
            weights_[*from].push_back({*to, *weight});
        }
        tidy();
        return std::move(weights_);
    }

private:
    void say(Severity severity, std::string rule, std::string where, std::string message,
             std::string action)
    {
        findings_.push_back({severity, std::move(rule), file_.filename().string(), "neighbours",
                             std::move(where), "", std::move(message), std::move(action)});
    }

    std::optional<CommuneId> commune(std::string const& code, std::string const& where)
    {
        auto const found = communes_.find(code);
        if (!found) {
            auto const near = geo::nearest_name(code, codes_);
            say(Severity::error, "unknown-commune", where,
                "there is no commune \"" + code + "\"" +
                    (near ? "; did you mean \"" + *near + "\"?" : ""),
                "use the codes of the communes layer");
        }
        return found;
    }

    std::optional<double> weight_of(Written const& link)
    {
        if (link.weight.empty()) {
            return 1.0;
        }
        auto const weight = geo::number_in(link.weight);
        if (!weight || !(*weight > 0.0) || std::isinf(*weight)) {
            say(Severity::error, "bad-weight", link.where,
                "found weight \"" + link.weight + "\"; expected a number above 0",
                "mend the weight, or leave the link out");
            return std::nullopt;
        }
        return weight;
    }

    /// Ascending, each once; says what is not symmetric and who is alone.
    void tidy()
    {
        std::size_t doubled = 0;
        std::size_t alone = 0;
        for (auto& links : weights_) {
            std::ranges::stable_sort(links, {}, &Link::to);
            auto const repeated = std::ranges::unique(links, {}, &Link::to);
            doubled += repeated.size();
            links.erase(repeated.begin(), repeated.end());
            alone += links.empty() ? 1U : 0U;
        }
        std::size_t one_way = 0;
        for (auto const id : weights_.ids()) {
            for (auto const& link : weights_[id]) {
                one_way +=
                    std::ranges::binary_search(weights_[link.to], id, {}, &Link::to) ? 0U : 1U;
            }
        }
        count(doubled, "doubled-link", " links are written twice; each counts once", "");
        count(one_way, "one-way-link", " links go one way only",
              "local statistics use them as they stand; the risk model links both ways");
        count(alone, "no-neighbours", " communes have no neighbour", "");
    }

    void count(std::size_t number, std::string rule, std::string const& what, std::string action)
    {
        if (number > 0) {
            say(Severity::note, std::move(rule), "", std::to_string(number) + what,
                std::move(action));
        }
    }

    std::filesystem::path const& file_;
    geo::Communes const& communes_;
    geo::Findings& findings_;
    std::vector<std::string> codes_;
    Weights weights_;
};

std::string ending(std::filesystem::path const& file)
{
    return geo::folded(file.extension().string());
}

}  // namespace

Weights read_weights(std::filesystem::path const& file, geo::Communes const& communes,
                     geo::Findings& findings, bool as_distance)
{
    Reader reader{file, communes, findings};
    auto const links = ending(file) == ".gal"   ? reader.gal()
                       : ending(file) == ".gwt" ? reader.gwt()
                                                : reader.csv();
    return reader.weights_from(links, as_distance);
}

void write_weights(std::filesystem::path const& file, Weights const& weights,
                   geo::Communes const& communes, WeightsFormat format)
{
    auto const header = "0 " + std::to_string(weights.size()) + " communes code\n";
    std::string text = format == WeightsFormat::csv ? "from,to,weight\n" : header;
    for (auto const id : weights.ids()) {
        auto const& code = communes.code[id];
        if (format == WeightsFormat::gal) {
            text += code + " " + std::to_string(weights[id].size()) + "\n";
        }
        std::string list;
        for (auto const& link : weights[id]) {
            auto const& to = communes.code[link.to];
            auto const weight = geo::shortest(link.weight);
            switch (format) {
            case WeightsFormat::gal:
                list += (list.empty() ? "" : " ") + to;
                break;
            case WeightsFormat::gwt:
                list += code + " " + to + " " + weight + "\n";
                break;
            case WeightsFormat::csv:
                list += code + "," + to + "," + weight + "\n";
                break;
            }
        }
        text += format == WeightsFormat::gal ? list + "\n" : list;
    }
    geo::write_file(file, text);
}

}  // namespace marchland::analysis::neighbours
