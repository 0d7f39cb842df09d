#include "geo/shapes/crs.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <proj.h>

#include <array>
#include <cmath>
#include <cstring>
#include <map>

namespace marchland::geo {
namespace {

template <auto release>
struct Release {
    void operator()(auto* handle) const noexcept { release(handle); }
};
using ProjContext = std::unique_ptr<PJ_CONTEXT, Release<proj_context_destroy>>;
using Operation = std::unique_ptr<PJ, Release<proj_destroy>>;
using OperationList = std::unique_ptr<PJ_OBJ_LIST, Release<proj_list_destroy>>;
using OperationContext =
    std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, Release<proj_operation_factory_context_destroy>>;

/// PROJ contexts must not be shared by threads, and making one is dear: one for each thread.
PJ_CONTEXT* thread_context()
{
    thread_local ProjContext const context = [] {
        ProjContext made{proj_context_create()};
        proj_log_level(made.get(), PJ_LOG_NONE);
        proj_context_set_enable_network(made.get(),
                                        0);  // laptops are offline, answers must not differ
        return made;
    }();
    return context.get();
}

Operation created(std::string const& text)
{
    return Operation{proj_create(thread_context(), text.c_str())};
}

void refuse_swapped(std::string const& text)
{
    for (auto const* const code : {"6956", "6957", "6958", "6959"}) {
        if (text == std::string{"EPSG:"} + code) {
            throw Error{Trouble::usage,
                        text + " is deprecated: its register entry has false easting and false "
                               "northing swapped, so points land about 500 km away in both "
                               "directions; use EPSG:5897-5899 or 9205-9218 instead"};
        }
    }
}

bool is_crs(PJ const* object)
{
    return object != nullptr && proj_is_crs(object) != 0;
}

/// VN-2000 reaches over Viet Nam in two operations; the onshore one is meant, not that of the Mekong blocks.
void look_at_viet_nam(PJ_OPERATION_FACTORY_CONTEXT* factory)
{
    proj_operation_factory_context_set_area_of_interest(thread_context(), factory, 102.0, 8.0,
                                                        110.0, 23.5);
}

struct Chosen {
    std::string definition;
    std::string description;
    std::optional<double> accuracy_m;
    bool ballpark = false;
};

Chosen best_operation(Crs const& from, Crs const& to)
{
    auto* const context = thread_context();
    auto const source = created(from.wkt());
    auto const target = created(to.wkt());
    OperationContext const factory{proj_create_operation_factory_context(context, nullptr)};
    if ((from.name() + to.name()).find("VN-2000") != std::string::npos) {
        look_at_viet_nam(factory.get());
    }
    proj_operation_factory_context_set_spatial_criterion(
        context, factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    proj_operation_factory_context_set_grid_availability_use(
        context, factory.get(), PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
    OperationList const list{
        proj_create_operations(context, source.get(), target.get(), factory.get())};
    if (!list || proj_list_get_count(list.get()) == 0) {
        throw Error{Trouble::failed, "no way is known from " + from.name() + " to " + to.name()};
    }
    Operation const best{proj_list_get(context, list.get(), 0)};
    Operation const visual{proj_normalize_for_visualization(context, best.get())};
    Chosen chosen;
    // Copies in other threads are made from this text: a PJ belongs to one context.
    auto const* const text = proj_as_proj_string(context, visual.get(), PJ_PROJ_5, nullptr);
    if (text == nullptr) {
        throw Error{Trouble::failed, "no way is known from " + from.name() + " to " + to.name()};
    }
    chosen.definition = std::strlen(text) > 0 ? text : "+proj=noop";
    chosen.description = proj_get_name(best.get());
    chosen.ballpark = proj_coordoperation_has_ballpark_transformation(context, best.get()) != 0;
    double const accuracy = proj_coordoperation_get_accuracy(context, best.get());
    if (accuracy >= 0.0 && !chosen.ballpark) {
        chosen.accuracy_m = accuracy;
    } else if (proj_get_type(best.get()) == PJ_TYPE_CONVERSION) {
        chosen.accuracy_m = 0.0;  // a map projection by itself is exact
    }
    return chosen;
}

/// Each thread keeps the operations it has made: making one costs milliseconds, using one nothing.
PJ* thread_operation(std::string const& definition)
{
    auto* const context = thread_context();
    thread_local std::map<std::string, Operation> made;
    auto& operation = made[definition];
    if (!operation) {
        operation.reset(proj_create(context, definition.c_str()));
        if (!operation) {
            throw Error{Trouble::failed, "PROJ cannot make the operation " + definition};
        }
    }
    return operation.get();
}

struct Zone {
    int epsg;
    double meridian;
};
/// The 3-degree zones of VN-2000, by central meridian.
constexpr std::array zones{Zone{9205, 103.0},  Zone{9206, 104.0},  Zone{9207, 104.5},
                           Zone{9208, 104.75}, Zone{5897, 105.0},  Zone{9209, 105.5},
                           Zone{9210, 105.75}, Zone{9211, 106.0},  Zone{9212, 106.25},
                           Zone{9213, 106.5},  Zone{9214, 107.0},  Zone{9215, 107.25},
                           Zone{9216, 107.5},  Zone{5899, 107.75}, Zone{5898, 108.0},
                           Zone{9217, 108.25}, Zone{9218, 108.5}};

bool within_viet_nam(Box const& box)
{
    return box.min_x >= 102.0 && box.max_x <= 118.0 && box.min_y >= 6.5 && box.max_y <= 24.0;
}

int fitting_code(Box const& box)
{
    double const middle = box.centre().x;
    if (within_viet_nam(box) && middle < 110.0) {
        if (box.width() > 3.0) {
            return middle < 108.0 ? 3405 : 3406;
        }
        auto const nearest = std::ranges::min_element(
            zones, {}, [middle](Zone const& zone) { return std::abs(zone.meridian - middle); });
        return nearest->epsg;
    }
    int const zone = static_cast<int>(std::floor((middle + 180.0) / 6.0)) % 60 + 1;
    return (box.centre().y < 0.0 ? 32700 : 32600) + zone;
}

}  // namespace

Crs Crs::parse(std::string const& text)
{
    refuse_swapped(text);
    auto const made = created(text);
    if (!is_crs(made.get())) {
        throw Error{Trouble::usage, "\"" + text +
                                        "\" is not a reference system that PROJ knows; expected "
                                        "something like EPSG:9215 or WKT"};
    }
    auto* const context = thread_context();
    Crs crs;
    auto const* const authority = proj_get_id_auth_name(made.get(), 0);
    auto const* const code = proj_get_id_code(made.get(), 0);
    crs.text_ =
        authority != nullptr && code != nullptr ? std::string{authority} + ":" + code : text;
    refuse_swapped(crs.text_);
    crs.name_ = proj_get_name(made.get());
    std::array<char const*, 2> const options{"MULTILINE=NO", nullptr};
    auto const* const wkt = proj_as_wkt(context, made.get(), PJ_WKT2_2019, options.data());
    crs.wkt_ = wkt != nullptr ? wkt : text;
    Operation const base{proj_crs_get_coordinate_system(context, made.get())};
    crs.in_degrees_ = proj_cs_get_type(context, base.get()) == PJ_CS_TYPE_ELLIPSOIDAL;
    return crs;
}

Crs Crs::wgs84()
{
    return parse("EPSG:4326");
}

struct Transform::Impl {
    Chosen chosen;
};

Transform::Transform(Crs const& from, Crs const& to)
    : impl_{std::make_unique<Impl const>(Impl{best_operation(from, to)})}
{
}
Transform::~Transform() = default;
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;

Point Transform::operator()(Point p) const
{
    Point moved = p;
    apply({&moved, 1});
    if (!std::isfinite(moved.x) || !std::isfinite(moved.y)) {
        throw Error{Trouble::failed, "a point lies outside the reach of " + description()};
    }
    return moved;
}

void Transform::apply(std::span<Point> points) const
{
    if (points.empty()) {
        return;
    }
    auto* const operation = thread_operation(impl_->chosen.definition);
    proj_trans_generic(operation, PJ_FWD, &points.front().x, sizeof(Point), points.size(),
                       &points.front().y, sizeof(Point), points.size(), nullptr, 0, 0, nullptr, 0,
                       0);
    for (auto& point : points) {
        if (point.x == HUGE_VAL || point.y == HUGE_VAL) {
            point = {infinite, infinite};
        }
    }
}

std::optional<double> Transform::accuracy_m() const noexcept
{
    return impl_->chosen.accuracy_m;
}
bool Transform::ballpark() const noexcept
{
    return impl_->chosen.ballpark;
}
std::string const& Transform::description() const noexcept
{
    return impl_->chosen.description;
}

Crs fitting_crs(Box const& lon_lat)
{
    if (lon_lat.empty() || lon_lat.min_x < -180.0 || lon_lat.max_x > 180.0 ||
        lon_lat.min_y < -90.0 || lon_lat.max_y > 90.0) {
        throw Error{Trouble::usage, "no reference system fits: the box is empty or off the globe"};
    }
    return Crs::parse("EPSG:" + std::to_string(fitting_code(lon_lat)));
}

}  // namespace marchland::geo
