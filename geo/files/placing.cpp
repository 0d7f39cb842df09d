#include "geo/files/placing.hpp"

#include "geo/shapes/chinese_offset.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/text.hpp"

#include <cmath>
#include <span>

namespace marchland::geo {
namespace {

/// Calls visit(points) for each run of coordinates of a shape.
template <class Visit>
void each_run(Shape& shape, Visit const& visit)
{
    if (auto* const point = std::get_if<Point>(&shape)) {
        visit(std::span<Point>{point, 1});
    } else if (auto* const lines = std::get_if<MultiLine>(&shape)) {
        for (auto& line : *lines) {
            visit(std::span<Point>{line});
        }
    } else if (auto* const area = std::get_if<Area>(&shape)) {
        for (auto& polygon : *area) {
            for (auto& ring : polygon) {
                visit(std::span<Point>{ring});
            }
        }
    }
}

Box box_of_shape(Shape& shape)
{
    Box box;
    each_run(shape, [&box](std::span<Point> run) {
        for (auto const point : run) {
            box.add(point);
        }
    });
    return box;
}

Box box_of_shapes(std::vector<Shape>& shapes)
{
    Box box;
    for (auto& shape : shapes) {
        box.add(box_of_shape(shape));
    }
    return box;
}

/// The box of the corners and mid-sides of a box after the transformation.
Box moved(Box const& box, Transform const& transform)
{
    std::vector<Point> points;
    for (double const x : {box.min_x, box.centre().x, box.max_x}) {
        for (double const y : {box.min_y, box.centre().y, box.max_y}) {
            points.push_back({x, y});
        }
    }
    transform.apply(points);
    Box out;
    for (auto const point : points) {
        out.add(point);
    }
    return out;
}

Box swapped(Box const& box)
{
    return {box.min_y, box.min_x, box.max_y, box.max_x};
}

std::string shown(Box const& box)
{
    int const digits = std::abs(box.max_x) > 400.0 ? 0 : 3;
    return "x " + fixed(box.min_x, digits) + " to " + fixed(box.max_x, digits) + ", y " +
           fixed(box.min_y, digits) + " to " + fixed(box.max_y, digits);
}

/// Degrees that are said to be metres, or metres degrees.
bool is_other_unit(Box const& box, Crs const& crs)
{
    double const farthest = std::max(
        {std::abs(box.min_x), std::abs(box.max_x), std::abs(box.min_y), std::abs(box.max_y)});
    return crs.in_degrees() ? farthest > 400.0 : farthest <= 400.0;
}

bool on_the_globe(Box const& lon_lat)
{
    return within(lon_lat, {-180.0, -90.0, 180.0, 90.0});
}

/// Whether it may lie there.
bool may_lie_elsewhere(LayerReader& reader, Box const& box, Box const& lon_lat, Crs const& crs)
{
    if (crs.in_degrees() && within(swapped(box), region_of_work)) {
        reader.say(Severity::error, "lat-lon-swapped",
                   "longitude and latitude are swapped: found " + shown(box) +
                       ", expected x (longitude) about 102 to 110 and y (latitude) about 8 to 24",
                   "swap the two columns, or export with x = longitude first");
        return false;
    }
    std::string const guess = crs.in_degrees() && std::abs(box.max_x) > 400.0
                                  ? "; such large numbers are metres, not degrees"
                                  : "";
    if (on_the_globe(lon_lat) && !is_other_unit(box, crs)) {
        if (reader.source().layer == "communes") {  // the others are held against them
            reader.say(
                Severity::warning, "elsewhere",
                "the layer lies at longitude " + fixed(lon_lat.min_x, 1) + " to " +
                    fixed(lon_lat.max_x, 1) + ", latitude " + fixed(lon_lat.min_y, 1) + " to " +
                    fixed(lon_lat.max_y, 1) +
                    ", where Marchland has not been tried; words, prefixes and speeds are those "
                    "of another region",
                "if that is right go on, with [words] and [travel] of your own; else declare the "
                "true reference system as source_crs");
        }
        return true;
    }
    reader.say(Severity::error, "wrong-crs",
               "the file says " + crs.text() + " (" + crs.name() + ") but its coordinates (" +
                   shown(box) + ") would then lie at longitude " + fixed(lon_lat.min_x, 1) +
                   " to " + fixed(lon_lat.max_x, 1) + ", latitude " + fixed(lon_lat.min_y, 1) +
                   " to " + fixed(lon_lat.max_y, 1) + ", where no study is" + guess,
               "find out the true reference system and declare it in the file or as source_crs");
    return false;
}

/// One row that lies elsewhere, in a layer whose others lie where they should.
void say_stray(LayerReader& reader, std::size_t row, Box const& box, Box const& lon_lat,
               Crs const& crs)
{
    bool const area = std::holds_alternative<Area>(reader.table().shapes[row]);
    auto const degrees = [](double value) { return fixed(value, 1); };
    std::string const lies = lon_lat.min_x == 0.0 && lon_lat.min_y == 0.0 && lon_lat.max_x == 0.0
                                 ? "the place is longitude 0, latitude 0, which devices write "
                                   "that found no position"
                             : crs.in_degrees() && within(swapped(box), region_of_work)
                                 ? "longitude and latitude of this row are swapped"
                                 : "the place lies at longitude " + degrees(lon_lat.centre().x) +
                                       ", latitude " + degrees(lon_lat.centre().y) +
                                       ", far from the other rows";
    reader.say(area ? Severity::error : Severity::warning, "place-astray", row, "",
               area ? lies : lies + "; the row is taken as one without a place",
               "correct the coordinates of this row");
}

/// Rows that cannot lie where they say, where at least half of the layer does: each is told, and is without a
/// shape from then on.
void set_strays_aside(LayerReader& reader, Crs const& crs)
{
    auto& shapes = reader.table().shapes;
    Transform const transform{crs, Crs::wgs84()};
    struct Stray {
        std::size_t row;
        Box box;
        Box lon_lat;
    };
    std::vector<Stray> strays;
    std::size_t placed = 0;
    for (std::size_t row = 0; row < shapes.size(); ++row) {
        auto const box = box_of_shape(shapes[row]);
        if (box.empty()) {
            continue;
        }
        ++placed;
        if (auto const lon_lat = moved(box, transform); !within(lon_lat, region_of_work)) {
            strays.push_back({row, box, lon_lat});
        }
    }
    if (2 * strays.size() > placed) {
        return;  // the layer lies elsewhere, not a row
    }
    for (auto const& [row, box, lon_lat] : strays) {
        say_stray(reader, row, box, lon_lat, crs);
        shapes[row] = NoShape{};
    }
}

/// Shapes that a transformation could not carry over lie half a globe away.
bool take_away_unreached(LayerReader& reader, Crs const& to)
{
    auto& shapes = reader.table().shapes;
    std::vector<std::size_t> rows;
    std::size_t placed = 0;
    for (std::size_t row = 0; row < shapes.size(); ++row) {
        auto const box = box_of_shape(shapes[row]);
        placed += box.empty() ? 0U : 1U;
        if (!box.empty() && !(std::isfinite(box.width()) && std::isfinite(box.height()) &&
                              std::isfinite(box.max_x) && std::isfinite(box.max_y))) {
            rows.push_back(row);
        }
    }
    if (2 * rows.size() > placed) {
        reader.say(Severity::error, "layer-elsewhere",
                   "the layer lies in another part of the world than " + to.name() + " reaches",
                   "take the layer of this region, or find out the true reference system and "
                   "declare it in the file or as source_crs");
        return false;
    }
    for (auto const row : rows) {
        bool const area = std::holds_alternative<Area>(shapes[row]);
        reader.say(area ? Severity::error : Severity::warning, "place-astray", row, "",
                   "the place lies in another part of the world; the row is taken as one without "
                   "a place",
                   "correct the coordinates of this row");
        shapes[row] = NoShape{};
    }
    return true;
}

}  // namespace

std::optional<Crs> layer_crs(LayerReader& reader)
{
    auto const& declared = reader.source().crs;
    if (auto const offset = chinese_offset(declared)) {
        for (auto& shape : reader.table().shapes) {
            each_run(shape, [offset](std::span<Point> run) {
                for (auto& point : run) {
                    point = unshifted(point, *offset);
                }
            });
        }
        reader.say(Severity::note, "offset-undone",
                   "the shift of " + std::string{name_of(*offset)} +
                       " was undone, to about a metre; the places are now those of WGS 84",
                   "");
        return Crs::wgs84();
    }
    try {
        if (!declared.empty()) {
            return Crs::parse(declared);
        }
    } catch (Error const& error) {
        reader.say(Severity::error, "unknown-crs", error.what(),
                   "mend source_crs in [" + reader.source().layer + "] of study.toml");
        return std::nullopt;
    }
    if (!reader.table().crs) {
        reader.say(Severity::error, "no-crs",
                   "the file does not say its reference system (CRS); expected e.g. EPSG:4326 or "
                   "EPSG:9215",
                   "add source_crs = \"EPSG:...\" to [" + reader.source().layer +
                       "] of study.toml, or keep the .prj file beside the .shp");
    }
    return reader.table().crs;
}

std::optional<Box> believable_box(LayerReader& reader, Crs const& crs)
{
    auto box = box_of_shapes(reader.table().shapes);
    if (box.empty()) {
        return box;
    }
    Transform const to_degrees{crs, Crs::wgs84()};
    auto lon_lat = moved(box, to_degrees);
    // OpenStreetMap has one system and one order of axes: nothing can be declared wrongly.
    if (reader.table().openstreetmap) {
        return lon_lat;
    }
    if (!within(lon_lat, region_of_work)) {
        set_strays_aside(reader, crs);
        box = box_of_shapes(reader.table().shapes);
        lon_lat = moved(box, to_degrees);
    }
    if (!within(lon_lat, region_of_work)) {
        return may_lie_elsewhere(reader, box, lon_lat, crs) ? std::optional{lon_lat} : std::nullopt;
    }
    return lon_lat;
}

bool move_shapes(LayerReader& reader, Crs const& from, Crs const& to, Job const& job)
{
    if (from == to) {
        return true;
    }
    Transform const transform{from, to};
    if (transform.ballpark()) {
        reader.say(Severity::warning, "ballpark",
                   "no exact way is known from " + from.name() + " to " + to.name() +
                       "; PROJ only guesses that the two agree (\"" + transform.description() +
                       "\"), which may be off by hundreds of metres",
                   "export the layer in WGS 84 or VN-2000");
    } else {
        auto const accuracy = transform.accuracy_m();
        reader.say(Severity::note, "crs-moved",
                   "moved from " + from.name() + " to " + to.name() + ", accuracy " +
                       (accuracy ? fixed(*accuracy, 1) + " m" : "not stated") + " (" +
                       transform.description() + ")",
                   "");
    }
    auto& shapes = reader.table().shapes;
    for_each_index(shapes.size(), job.threads(), [&](std::size_t i) {
        each_run(shapes[i], [&transform](std::span<Point> run) { transform.apply(run); });
    });
    return take_away_unreached(reader, to);
}

bool place_shapes(LayerReader& reader, Crs const& working)
{
    auto const crs = layer_crs(reader);
    if (!crs || !believable_box(reader, *crs)) {
        return false;
    }
    return move_shapes(reader, *crs, working, Job{{}, {}, 1});  // a few shapes
}

namespace {

/// Points out of two columns of numbers, as shapes of the table.
bool points_from_columns(LayerReader& reader)
{
    auto const* const x = reader.required_field("x");
    auto const* const y = reader.required_field("y");
    if (x == nullptr || y == nullptr) {
        return false;
    }
    auto& table = reader.table();
    table.shapes.assign(table.rows, NoShape{});
    for (std::size_t row = 0; row < table.rows; ++row) {
        auto const x_text = reader.text(x, row);
        auto const y_text = reader.text(y, row);
        if (!x_text && !y_text) {
            continue;
        }
        auto const x_value = reader.number(x, row, Quantity::measure);
        auto const y_value = reader.number(y, row, Quantity::measure);
        if (!x_value || !y_value) {
            reader.say(
                Severity::error, "bad-coordinate", row, x_value ? y->name : x->name,
                "the coordinate is not a number with a decimal point",
                "write it like 106.7122, or leave both cells empty if the place is not known");
            continue;
        }
        table.shapes[row] = Point{*x_value, *y_value};
    }
    table.crs = Crs::wgs84();
    return true;
}

}  // namespace

std::vector<std::optional<Point>> placed_points(LayerReader& reader, Crs const& working)
{
    std::vector<std::optional<Point>> points(reader.rows());
    bool const placed = reader.table().spatial() || points_from_columns(reader);
    if (!placed || !place_shapes(reader, working)) {
        return points;
    }
    for (std::size_t row = 0; row < points.size(); ++row) {
        if (auto const* const point = std::get_if<Point>(&reader.table().shapes[row])) {
            points[row] = *point;
        } else if (!std::holds_alternative<NoShape>(reader.table().shapes[row])) {
            reader.say(Severity::error, "not-a-point", row, "", "the shape is not a point",
                       "give one point for each row");
        }
    }
    return points;
}

}  // namespace marchland::geo
