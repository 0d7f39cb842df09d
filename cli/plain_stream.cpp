#include "cli/plain_stream.hpp"

#include "geo/vocabulary/text.hpp"

namespace marchland::cli {

PlainBuffer::~PlainBuffer()
{
    hand_on();
}

void PlainBuffer::hand_on()
{
    to_ << geo::printable(held_);
    held_.clear();
}

PlainBuffer::int_type PlainBuffer::overflow(int_type letter)
{
    if (traits_type::eq_int_type(letter, traits_type::eof())) {
        return traits_type::not_eof(letter);
    }
    auto const byte = traits_type::to_char_type(letter);
    if (byte == '\n' || byte == '\t') {
        hand_on();
        to_.put(byte);
    } else {
        held_ += byte;
    }
    return to_ ? letter : traits_type::eof();
}

int PlainBuffer::sync()
{
    hand_on();
    to_.flush();
    return to_ ? 0 : -1;
}

}  // namespace marchland::cli
