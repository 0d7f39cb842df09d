// Rates of three communes, computed by an installed Marchland.
#include "analysis/rates/rates.hpp"
#include "geo/shapes/crs.hpp"

#include <iostream>

int main()
{
    using namespace marchland;
    geo::PerCommune<double> const cases{std::vector{1.0, 2.0, 3.0}};
    geo::PerCommune<double> const people{std::vector{1000.0, 1000.0, 1000.0}};
    auto const rates =
        analysis::rates::rates_of(cases, people, analysis::neighbours::Neighbours{3});
    std::cout << rates.overall << " " << geo::Crs::parse("EPSG:9215").name() << "\n";
    return rates.overall == 0.002 ? 0 : 1;
}
