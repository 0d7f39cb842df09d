// A stream that hands on what a terminal shows and nothing that it obeys.
#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace marchland::cli {

/// Control characters of names and messages that came from a file become "?", line by line.
class PlainBuffer : public std::streambuf {
public:
    explicit PlainBuffer(std::ostream& to) : to_{to} {}
    ~PlainBuffer() override;
    PlainBuffer(PlainBuffer const&) = delete;
    PlainBuffer& operator=(PlainBuffer const&) = delete;

protected:
    int_type overflow(int_type letter) override;
    int sync() override;

private:
    void hand_on();

    std::ostream& to_;
    std::string held_;
};

class PlainStream {
public:
    explicit PlainStream(std::ostream& to) : buffer_{to}, stream_{&buffer_} {}
    std::ostream& stream() { return stream_; }

private:
    PlainBuffer buffer_;
    std::ostream stream_;
};

}  // namespace marchland::cli
