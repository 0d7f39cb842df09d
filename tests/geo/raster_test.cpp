#include "geo/raster.hpp"

#include "tests/support/study_folder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
