#include "datasets/lang-son/make/checksums.hpp"

#include "geo/vocabulary/error.hpp"

#include <sodium.h>

#include <array>
#include <fstream>
#include <iterator>

namespace marchland::lang_son {
namespace {

std::string sha256_of(std::filesystem::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    std::vector<char> const bytes{std::istreambuf_iterator<char>{file}, {}};
    std::vector<unsigned char> const message(bytes.begin(), bytes.end());
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), message.data(), message.size());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return text.data();
}

}  // namespace

void write_checksums(std::filesystem::path const& folder, std::vector<std::string> const& files)
{
    std::ofstream list{folder / "SHA256SUMS", std::ios::binary};
    for (auto const& name : files) {
        list << sha256_of(folder / name) << "  " << name << '\n';
    }
    if (!list.flush()) {
        throw geo::Error{geo::Trouble::failed, "SHA256SUMS cannot be written"};
    }
}

}  // namespace marchland::lang_son
