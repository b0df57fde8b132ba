// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/input_file.hpp"

#include "datasync/error.hpp"
#include "files/file_fault.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

namespace datasync::files {

namespace {

constexpr std::size_t k_raw_size = 64U << 10U;
constexpr int k_gz_only = 16; // Added to the window's bits it makes zlib take gz and nothing else.
constexpr std::string_view k_gz_mark = "\x1F\x8B";

} // namespace

/// What is needed to decompress.
struct InputFile::Inflater {
    Inflater()
    {
        if (::inflateInit2(&stream, MAX_WBITS + k_gz_only) != Z_OK) { throw std::bad_alloc(); }
    }
    ~Inflater() { ::inflateEnd(&stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream stream = {};
    std::uint64_t fed = 0;    ///< Bytes of the file that zlib was given.
    bool is_at_start = false; ///< Between two compressed files: here the whole may end.
};

InputFile::InputFile(const std::string& path, const std::string& name)
    : m_name(!name.empty()               ? name
             : path == k_standard_stream ? k_standard_name
                                         : path)
{
    if (path == k_standard_stream) {
        m_descriptor = STDIN_FILENO;
        return;
    }
    m_file = util::FileHandle(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!m_file.is_open()) {
        usage_error("cannot read {}: {}; check its name and its rights", m_name,
                    std::strerror(errno));
    }
    m_descriptor = m_file.get();
    struct stat info = {};
    if (::fstat(m_descriptor, &info) == 0 && S_ISDIR(info.st_mode)) {
        usage_error("cannot read {}: it is a directory; give a file in it", m_name);
    }
}

InputFile::~InputFile() = default;

std::size_t InputFile::read(char* to, std::size_t size)
{
    if (!m_is_looked_at) { look_at_beginning(); }
    if (m_inflater) { return read_compressed(to, size); }
    if (m_raw_at < m_raw.size()) {
        const std::size_t length = std::min(size, m_raw.size() - m_raw_at);
        std::memcpy(to, m_raw.data() + m_raw_at, length);
        m_raw_at += length;
        return length;
    }
    return read_raw(to, size);
}

void InputFile::look_at_beginning()
{
    m_raw.resize(k_gz_mark.size());
    std::size_t length = 0;
    while (length < m_raw.size()) {
        const std::size_t more = read_raw(m_raw.data() + length, m_raw.size() - length);
        if (more == 0) { break; }
        length += more;
    }
    m_raw.resize(length);
    m_is_looked_at = true;
    if (std::string_view(m_raw.data(), length) == k_gz_mark) {
        m_inflater = std::make_unique<Inflater>();
        m_inflater->fed = length;
        m_inflater->stream.avail_in = static_cast<uInt>(length);
        m_raw.resize(k_raw_size);
        m_inflater->stream.next_in = reinterpret_cast<Bytef*>(m_raw.data());
    }
}

std::size_t InputFile::read_raw(char* to, std::size_t size)
{
    while (true) {
        const ssize_t length = ::read(m_descriptor, to, size);
        if (length >= 0) { return static_cast<std::size_t>(length); }
        if (errno == EINTR) { continue; }
        // Like a source that is lost on the way: what has come is there, the same command goes on.
        fatal(ExitCode::unreachable, "cannot read {} any further: {}", m_name,
              std::strerror(errno));
    }
}

std::size_t InputFile::read_compressed(char* to, std::size_t size)
{
    z_stream& stream = m_inflater->stream;
    const auto room = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30U));
    stream.next_out = reinterpret_cast<Bytef*>(to);
    stream.avail_out = room;
    const auto refuse = [&](std::string_view what) {
        FileFault fault;
        fault.file = m_name;
        fault.message =
            fmt::format("its compressed data {}, at byte {}; make or fetch the file again", what,
                        m_inflater->fed - stream.avail_in + 1);
        throw FileError(std::move(fault));
    };
    while (stream.avail_out == room) {
        if (stream.avail_in == 0) {
            const std::size_t length = read_raw(m_raw.data(), m_raw.size());
            if (length == 0 && m_inflater->is_at_start) { return 0; }
            m_inflater->fed += length;
            stream.next_in = reinterpret_cast<Bytef*>(m_raw.data());
            stream.avail_in = static_cast<uInt>(length);
        }
        if (std::exchange(m_inflater->is_at_start, false)) { ::inflateReset(&stream); }
        // Without further bytes it may still have some to give that there was no room for.
        const bool is_fed = stream.avail_in > 0;
        const int state = ::inflate(&stream, Z_NO_FLUSH);
        if (!is_fed && state == Z_BUF_ERROR) { refuse("ends too early"); }
        if (state == Z_STREAM_END) {
            m_inflater->is_at_start = true;
        } else if (state == Z_MEM_ERROR) {
            throw std::bad_alloc();
        } else if (state != Z_OK && state != Z_BUF_ERROR && stream.avail_out == room) {
            refuse(fmt::format("is damaged ({})", stream.msg ? stream.msg : "unknown reason"));
        } else if (state != Z_OK && state != Z_BUF_ERROR) {
            break; // What was before the damage comes first; zlib will say the same again.
        }
    }
    return room - stream.avail_out;
}

} // namespace datasync::files
