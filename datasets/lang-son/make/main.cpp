#include "datasets/lang-son/make/make.hpp"
#include "geo/vocabulary/error.hpp"

#include <iostream>

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "use: make-lang-son FACTS_DIR OUT_DIR\n";
        return 2;
    }
    try {
        marchland::lang_son::make(argv[1], argv[2]);
    } catch (std::exception const& trouble) {
        std::cerr << trouble.what() << '\n';
        return 3;
    }
    return 0;
}
