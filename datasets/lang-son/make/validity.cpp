#include "datasets/lang-son/make/validity.hpp"

#include "datasets/lang-son/make/ogr_shapes.hpp"

#include <cpl_error.h>

namespace marchland::lang_son {

bool is_valid(geo::Area const& area)
{
    CPLPushErrorHandler(CPLQuietErrorHandler);  // the reason is of no interest
    bool const valid = ogr_shape(area)->IsValid() != 0;
    CPLPopErrorHandler();
    return valid;
}

}  // namespace marchland::lang_son
