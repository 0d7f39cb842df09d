#include "geo/files/raster.hpp"

#include "geo/files/door.hpp"
#include "geo/files/gdal_handle.hpp"
#include "geo/files/heights.hpp"
#include "geo/files/placing.hpp"
#include "geo/gate/shown.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <gdal_utils.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <filesystem>
#include <span>
#include <string>

namespace marchland::geo {
namespace {

/// Cells of the file by which a warped place may be off: GDAL's own 0.125 is a kilometre of a
/// coarse one.
constexpr double near_enough = 0.01;

/// What GDAL said last, in brackets.
std::string gdal_said()
{
    auto const words = printable(without_passwords(Quiet::words()));
    return words.empty() ? "" : " (" + words + ")";
}

/// Hands GDAL's progress to a job; what the job throws waits until GDAL has come back.
class Watched {
public:
    explicit Watched(Job const& job) : job_{job} {}

    static int CPL_STDCALL go_on(double fraction, char const* /*words*/, void* self)
    {
        auto& watched = *static_cast<Watched*>(self);
        try {
            watched.job_.at(fraction);
            return TRUE;
        } catch (...) {
            watched.thrown_ = std::current_exception();
            return FALSE;
        }
    }

    void rethrow() const
    {
        if (thrown_) {
            std::rethrow_exception(thrown_);
        }
    }

private:
    Job const& job_;
    std::exception_ptr thrown_;
};

using WarpOptions = std::unique_ptr<GDALWarpAppOptions, GdalRelease<GDALWarpAppOptionsFree>>;

/// A raster file, and what stands against it.
class RasterFile {
public:
    RasterFile(LayerSource const& source, Findings& findings, Job const& job)
        : source_{source}, findings_{findings}, job_{job}
    {
    }

    bool open()
    {
        std::filesystem::path path{source_.source};
        path = path.is_absolute() ? path : source_.folder / path;
        try {
            refuse_other_than_files(is_connection(source_.source) ? source_.source : path.string(),
                                    shown_source(source_.source));
        } catch (Error const& unreadable) {
            return error("unreadable", unreadable.what(),
                         "check `source` in [" + source_.layer +
                             "] of study.toml; it is relative to the study file");
        }
        dataset_.reset(GDALOpenEx(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, raster_drivers(),
                                  nullptr, nullptr));
        if (!dataset_ || GDALGetRasterCount(dataset_.get()) == 0) {
            return error("not-a-raster",
                         shown_source(source_.source) + " is not a raster that can be read" +
                             gdal_said() + "; expected a GeoTIFF, an ASCII grid (.asc) or the like",
                         "export it as GeoTIFF");
        }
        if (GDALGetGeoTransform(dataset_.get(), to_map_.data()) != CE_None) {
            return error("no-place", "the raster does not say where its cells lie",
                         "export it with its position (GeoTIFF, or a world file beside it)");
        }
        return true;
    }

    bool find_crs()
    {
        try {
            crs_ = source_.crs.empty() ? crs_of(GDALGetSpatialRef(dataset_.get()))
                                       : std::optional{Crs::parse(source_.crs)};
        } catch (Error const& trouble) {
            return error("unknown-crs", trouble.what(),
                         "mend source_crs in [" + source_.layer + "] of study.toml");
        }
        return crs_ || error("no-crs",
                             "the raster does not say its reference system (CRS), as ASCII grids "
                             "never do; expected e.g. EPSG:4326 or EPSG:9215",
                             "add source_crs = \"EPSG:...\" to [" + source_.layer +
                                 "] of study.toml, or keep the .prj file beside it");
    }

    /// The outline could lie where its system says, and meets the study.
    bool check_place(Box const& box, Crs const& working)
    {
        auto const outline = box_of(corners());
        auto const lon_lat = box_of(moved(corners(), Crs::wgs84()));
        bool const on_globe = within(lon_lat, {-180.1, -90.1, 180.1, 90.1});
        if (!on_globe) {
            return error(
                "wrong-crs",
                "the file says " + crs_->text() + " (" + crs_->name() + ") but its cells (x " +
                    told_place(outline.min_x) + " to " + told_place(outline.max_x) + ", y " +
                    told_place(outline.min_y) + " to " + told_place(outline.max_y) +
                    ") cannot lie there",
                "find out the true reference system and declare it in the file or as source_crs");
        }
        if (!box_of(moved(corners(), working)).touches(box)) {
            return error("not-covering",
                         "the raster covers 0 % of the study: it lies at longitude " +
                             fixed(lon_lat.min_x, 1) + " to " + fixed(lon_lat.max_x, 1) +
                             ", latitude " + fixed(lon_lat.min_y, 1) + " to " +
                             fixed(lon_lat.max_y, 1),
                         "give the raster of the study's own ground");
        }
        return true;
    }

    /// Heights as metres. \pre open()
    bool in_metres()
    {
        auto heights = heights_of(dataset_.get());
        if (!heights) {
            return error("not-a-raster",
                         shown_source(source_.source) + " cannot be read as heights" + gdal_said(),
                         "export it as GeoTIFF");
        }
        if (auto words = heights_changed(dataset_.get()); !words.empty()) {
            say(Severity::note, "heights", std::move(words), "");
        }
        stored_ = std::move(dataset_);
        dataset_ = std::move(heights);
        return true;
    }

    std::optional<Raster> read(RasterKind kind, RasterExtent const& wish, Crs const& working)
    {
        auto const cell_m = wish.onto ? std::nullopt : wish.cell_m;
        auto const box = wish.onto ? wish.onto->box() : wish.study.grown(wish.margin_m);
        bool const as_it_stands =
            stands_in(working) &&
            (wish.onto ? in_step(*wish.onto) : !cell_m || *cell_m == to_map_[1]);
        double const metres = as_it_stands ? to_map_[1] : cell_m.value_or(usual_cell(box, working));
        Point const corner = as_it_stands ? Point{to_map_[0], to_map_[3]} : Point{0.0, 0.0};
        Raster raster{wish.onto ? *wish.onto : cells_over(box, metres, corner), {}};
        if (raster.cells.size() > most_raster_cells || !(metres > 0.0)) {
            double const enough = std::sqrt(box.width() * box.height() / most_raster_cells);
            error("too-fine",
                  "cells of " + fixed(metres, 1) + " m make " +
                      std::to_string(raster.cells.size()) + " over this study; at most " +
                      std::to_string(most_raster_cells) + " are read at once",
                  "set cell_m to " + fixed(std::ceil(enough * 1.05), 0) + " or more");
            return std::nullopt;
        }
        raster.values.assign(raster.cells.size(), unknown);
        if (!(as_it_stands ? copy(raster) : warp(kind, working, raster))) {
            error("unreadable", "the raster breaks off" + gdal_said(),
                  "copy or export the file again");
            return std::nullopt;
        }
        say_if_too_fine(cell_m, usual_cell(box, working));
        say_gaps(kind, gaps_in(raster, wish.study, working));
        return raster;
    }

private:
    bool error(std::string rule, std::string message, std::string action)
    {
        say(Severity::error, std::move(rule), std::move(message), std::move(action));
        return false;
    }

    void say(Severity severity, std::string rule, std::string message, std::string action)
    {
        findings_.push_back({.severity = severity,
                             .rule = std::move(rule),
                             .file = shown_source(source_.source),
                             .layer = source_.layer,
                             .message = std::move(message),
                             .action = std::move(action)});
    }

    static std::string told_place(double value)
    {
        return fixed(value, std::abs(value) > 400.0 ? 0 : 3);
    }

    Point on_map(double column, double row) const
    {
        return {to_map_[0] + column * to_map_[1] + row * to_map_[2],
                to_map_[3] + column * to_map_[4] + row * to_map_[5]};
    }

    /// Corners and mid-sides of the whole raster.
    Line corners() const
    {
        double const wide = GDALGetRasterXSize(dataset_.get());
        double const high = GDALGetRasterYSize(dataset_.get());
        Line points;
        for (double const x : {0.0, 0.5, 1.0}) {
            for (double const y : {0.0, 0.5, 1.0}) {
                points.push_back(on_map(x * wide, y * high));
            }
        }
        return points;
    }

    Line moved(Line points, Crs const& to) const
    {
        Transform{*crs_, to}.apply(points);
        return points;
    }

    /// Square cells, north up, in the working system.
    bool stands_in(Crs const& working) const
    {
        return *crs_ == working && to_map_[2] == 0.0 && to_map_[4] == 0.0 && to_map_[1] > 0.0 &&
               std::abs(to_map_[1] + to_map_[5]) < 1e-9 * to_map_[1];
    }

    /// Whether cells are windows of the file's own. \pre stands_in their system
    bool in_step(Cells const& cells) const
    {
        auto const whole = [&](double metres) {
            double const steps = metres / cells.metres;
            return std::abs(steps - std::round(steps)) < near_enough;
        };
        return cells.metres == to_map_[1] && whole(cells.corner.x - to_map_[0]) &&
               whole(cells.corner.y - to_map_[3]);
    }

    /// As fine as the file is near the middle of the study, in whole metres.
    double usual_cell(Box const& box, Crs const& working) const
    {
        Line middle{box.centre()};
        Transform{working, *crs_}.apply(middle);
        double const size = std::sqrt(std::abs(to_map_[1] * to_map_[5] - to_map_[2] * to_map_[4]));
        auto const at = middle.front();
        auto const ends = moved({{at.x - 0.5 * size, at.y},
                                 {at.x + 0.5 * size, at.y},
                                 {at.x, at.y - 0.5 * size},
                                 {at.x, at.y + 0.5 * size}},
                                working);
        double const metres = std::sqrt(distance(ends[0], ends[1]) * distance(ends[2], ends[3]));
        return std::isfinite(metres) ? std::max(1.0, std::round(metres)) : 0.0;
    }

    /// Cells in step with `corner` that cover a box.
    static Cells cells_over(Box const& box, double metres, Point corner)
    {
        auto const whole = [metres](double value) { return std::floor(value / metres); };
        double const west = whole(box.min_x - corner.x);
        double const north = -whole(corner.y - box.max_y);
        double const east = -whole(corner.x - box.max_x);
        double const south = whole(box.min_y - corner.y);
        auto const count = [](double many) {
            return static_cast<std::uint32_t>(std::clamp(many, 1.0, 4.0e9));
        };
        return {{corner.x + west * metres, corner.y + north * metres},
                metres,
                count(east - west),
                count(north - south)};
    }

    GDALRasterBandH band() const { return GDALGetRasterBand(dataset_.get(), 1); }

    /// The window of the file under the cells, which are in step with its own.
    bool copy(Raster& raster) const
    {
        auto const& cells = raster.cells;
        auto const first_column = std::llround((cells.corner.x - to_map_[0]) / cells.metres);
        auto const first_row = std::llround((to_map_[3] - cells.corner.y) / cells.metres);
        auto const from_x = std::max(0LL, first_column);
        auto const from_y = std::max(0LL, first_row);
        auto const to_x =
            std::min<long long>(GDALGetRasterXSize(dataset_.get()), first_column + cells.columns);
        auto const to_y =
            std::min<long long>(GDALGetRasterYSize(dataset_.get()), first_row + cells.rows);
        if (from_x >= to_x || from_y >= to_y) {
            return true;
        }
        auto* const into =
            raster.values.data() + (from_y - first_row) * cells.columns + (from_x - first_column);
        auto const wide = static_cast<int>(to_x - from_x);
        auto const high = static_cast<int>(to_y - from_y);
        Watched watched{job_};
        GDALRasterIOExtraArg extra;
        INIT_RASTERIO_EXTRA_ARG(extra);
        extra.pfnProgress = &Watched::go_on;
        extra.pProgressData = &watched;
        bool const read =
            GDALRasterIOEx(band(), GF_Read, static_cast<int>(from_x), static_cast<int>(from_y),
                           wide, high, into, wide, high, GDT_Float64, sizeof(double),
                           static_cast<GSpacing>(sizeof(double) * cells.columns),
                           &extra) == CE_None;
        watched.rethrow();
        forget_nodata(raster);
        return read;
    }

    void forget_nodata(Raster& raster) const
    {
        int has = 0;
        double const nodata = GDALGetRasterNoDataValue(band(), &has);
        for (auto& value : raster.values) {
            if (!std::isfinite(value) || (has != 0 && value == nodata)) {
                value = unknown;
            }
        }
    }

    bool warp(RasterKind kind, Crs const& working, Raster& raster) const
    {
        auto const box = raster.cells.box();
        std::string const how = kind == RasterKind::height ? "bilinear" : "near";
        std::vector<std::string> words{"-of", "MEM", "-ot", "Float64", "-dstnodata", "nan"};
        words.insert(words.end(), {"-et", shortest(near_enough)});
        words.insert(words.end(), {"-r", how, "-s_srs", crs_->wkt(), "-t_srs", working.wkt()});
        words.insert(words.end(), {"-te", shortest(box.min_x), shortest(box.min_y)});
        words.insert(words.end(), {shortest(box.max_x), shortest(box.max_y), "-ts"});
        words.push_back(std::to_string(raster.cells.columns));
        words.push_back(std::to_string(raster.cells.rows));
        std::vector<char*> arguments;
        for (auto& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        WarpOptions const options{GDALWarpAppOptionsNew(arguments.data(), nullptr)};
        if (!options) {
            return false;
        }
        Watched watched{job_};
        GDALWarpAppOptionsSetProgress(options.get(), &Watched::go_on, &watched);
        auto* from = dataset_.get();
        Dataset const made{GDALWarp("", nullptr, 1, &from, options.get(), nullptr)};
        watched.rethrow();
        if (!made) {
            return false;
        }
        auto const wide = static_cast<int>(raster.cells.columns);
        auto const high = static_cast<int>(raster.cells.rows);
        return GDALRasterIO(GDALGetRasterBand(made.get(), 1), GF_Read, 0, 0, wide, high,
                            raster.values.data(), wide, high, GDT_Float64, 0, 0) == CE_None;
    }

    /// Whether the file has a cell at a place of its own system.
    bool covers(Point p) const
    {
        double const det = to_map_[1] * to_map_[5] - to_map_[2] * to_map_[4];
        double const x = p.x - to_map_[0];
        double const y = p.y - to_map_[3];
        double const column = (x * to_map_[5] - y * to_map_[2]) / det;
        double const row = (y * to_map_[1] - x * to_map_[4]) / det;
        double const e = near_enough;
        return column >= e && column <= GDALGetRasterXSize(dataset_.get()) - e && row >= e &&
               row <= GDALGetRasterYSize(dataset_.get()) - e;
    }

    /// Cells without a value: how many within the file, and which share of the study it does not
    /// reach.
    struct Gaps {
        std::size_t holes = 0;
        double missing = 0.0;
    };

    Gaps gaps_in(Raster const& raster, Box const& study, Crs const& working) const
    {
        Gaps gaps;
        auto const& cells = raster.cells;
        Transform const back{working, *crs_};
        auto const in_study = [&study](Point p) { return study.touches({p.x, p.y, p.x, p.y}); };
        std::size_t outside = 0;
        std::size_t all = 0;
        for (std::size_t row = 0; row < cells.rows; ++row) {  // a row at a time: few have gaps
            job_.at(static_cast<double>(row) / cells.rows);
            Line here;
            Line there;
            for (std::size_t cell = row * cells.columns; cell < (row + 1) * cells.columns; ++cell) {
                auto const centre = cells.centre(cell);
                all += in_study(centre) ? 1U : 0U;
                if (std::isnan(raster.values[cell])) {
                    here.push_back(centre);
                }
            }
            there = here;
            back.apply(there);
            for (std::size_t i = 0; i < here.size(); ++i) {
                bool const hole = covers(there[i]);
                gaps.holes += hole ? 1U : 0U;
                outside += !hole && in_study(here[i]) ? 1U : 0U;
            }
        }
        gaps.missing = all == 0 ? 0.0 : static_cast<double>(outside) / static_cast<double>(all);
        return gaps;
    }

    void say_if_too_fine(std::optional<double> const& asked, double usual)
    {
        if (asked && *asked < 0.5 * usual) {
            say(Severity::warning, "finer-than-file",
                "cells of " + fixed(*asked, 0) + " m were asked, but those of the file are about " +
                    fixed(usual, 0) + " m: slopes between its cells are only guessed",
                "give a finer raster, or leave cell_m out");
        }
    }

    void say_gaps(RasterKind kind, Gaps const& gaps)
    {
        bool const heights = kind == RasterKind::height;
        if (gaps.missing > 0.0) {
            say(Severity::warning, "not-covering",
                "the raster covers " + fixed(100.0 * (1.0 - gaps.missing), 1) +
                    " % of the study; " +
                    (heights ? "nothing is computed where it does not reach"
                             : "where it does not reach no class is known"),
                "give a raster that reaches all around, or say nothing of what lies outside");
        }
        if (gaps.holes > 0) {
            say(Severity::warning, "no-value",
                std::to_string(gaps.holes) +
                    (heights
                         ? " cells within the raster have no value, or one that ground cannot "
                           "have (below -500 m, above 9000 m); they are not filled but taken as "
                         : " cells within the raster have no value; they are not filled but taken "
                           "as ") +
                    (heights ? "ground that nobody crosses" : "ground of no known class"),
                heights ? "fill the holes if people do walk there" : "fill the holes");
        }
    }

    LayerSource const& source_;
    Findings& findings_;
    Job const& job_;
    Dataset stored_;   ///< what dataset_ is computed from, for heights
    Dataset dataset_;  ///< goes first
    std::optional<Crs> crs_;
    std::array<double, 6> to_map_{};
};

}  // namespace

std::optional<std::size_t> Cells::at(Point p) const
{
    double const column = std::floor((p.x - corner.x) / metres);
    double const row = std::floor((corner.y - p.y) / metres);
    if (!(column >= 0.0 && column < columns && row >= 0.0 && row < rows)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column);
}

Point Cells::centre(std::size_t cell) const
{
    return {corner.x + (static_cast<double>(cell % columns) + 0.5) * metres,
            corner.y - (static_cast<double>(cell / columns) + 0.5) * metres};
}

Box Cells::box() const
{
    return {corner.x, corner.y - rows * metres, corner.x + columns * metres, corner.y};
}

double between_centres(Cells const& cells, std::span<double const> values, Point p)
{
    double const x =
        std::clamp((p.x - cells.corner.x) / cells.metres - 0.5, 0.0, cells.columns - 1.0);
    double const y = std::clamp((cells.corner.y - p.y) / cells.metres - 0.5, 0.0, cells.rows - 1.0);
    auto const column = static_cast<std::size_t>(x);
    auto const row = static_cast<std::size_t>(y);
    double sum = 0.0;
    for (std::size_t const down : {0U, 1U}) {
        for (std::size_t const right : {0U, 1U}) {
            double const weight =
                (down == 1 ? y - static_cast<double>(row) : 1.0 - (y - static_cast<double>(row))) *
                (right == 1 ? x - static_cast<double>(column)
                            : 1.0 - (x - static_cast<double>(column)));
            if (weight > 0.0) {
                sum += weight * values[(row + down) * cells.columns + column + right];
            }
        }
    }
    return sum;
}

std::optional<Raster> read_raster(LayerSource const& source, RasterKind kind,
                                  RasterExtent const& extent, Crs const& working,
                                  Findings& findings, Job const& job)
{
    if (extent.study.empty()) {
        throw Error{Trouble::usage, "the study has no extent to read a raster over"};
    }
    register_drivers();
    Quiet const quiet;
    RasterFile file{source, findings, job};
    if (!file.open() || !file.find_crs() || !file.check_place(extent.study, working) ||
        (kind == RasterKind::height && !file.in_metres())) {
        return std::nullopt;
    }
    return file.read(kind, extent, working);
}

}  // namespace marchland::geo
