// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/output_file.hpp"

#include "datasync/error.hpp"
#include "files/input_file.hpp"
#include "util/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <system_error>

namespace datasync::files {

namespace {

constexpr std::size_t k_buffer_size = 64U << 10U;
constexpr std::string_view k_gz_ending = ".gz";

/// Renames without ever replacing a file, where the file system can say so.
bool rename_as_new(const char* from, const char* to)
{
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) { return true; }
    if (errno != EINVAL && errno != ENOSYS) { return false; }
    if (::access(to, F_OK) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from, to) == 0;
}

[[noreturn]] void refuse_existing(const std::string& name)
{
    usage_error("{} is there already; remove it, or give another name", name);
}

} // namespace

/// What is needed to compress.
struct OutputFile::Deflater {
    Deflater()
    {
        constexpr int k_gz = 16; // Added to the window's bits it makes zlib write gz.
        constexpr int k_memory = 8;
        if (::deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + k_gz, k_memory,
                           Z_DEFAULT_STRATEGY) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~Deflater() { ::deflateEnd(&stream); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    z_stream stream = {};
    std::array<char, k_buffer_size> out = {};
};

OutputFile::OutputFile(const std::string& path, ExistingFile existing)
    : m_name(path == k_standard_stream ? "standard output" : path),
      m_path(path),
      m_existing(existing)
{
    m_buffer.reserve(k_buffer_size);
    if (path == k_standard_stream) {
        m_descriptor = STDOUT_FILENO;
        return;
    }
    struct stat info = {};
    const bool is_there = ::stat(path.c_str(), &info) == 0;
    if (is_there && S_ISDIR(info.st_mode)) {
        usage_error("cannot write {}: it is a directory; give the name of a file in it", path);
    }
    if (is_there && !S_ISREG(info.st_mode)) {
        usage_error("cannot write {}: it is no plain file; standard output is \"-\"", path);
    }
    if (is_there && existing == ExistingFile::refuse) { refuse_existing(path); }
    if (is_there) {
        // What a link leads to is replaced, not the link.
        std::error_code error;
        const auto real = std::filesystem::canonical(m_path, error);
        if (!error) { m_path = real; }
    }
    m_file = util::FileHandle(util::make_beside(m_path, m_temporary));
    if (!m_file.is_open()) {
        m_temporary.clear();
        usage_error("cannot write {}: {}; give a file in a directory that exists and that you may "
                    "write to",
                    path, std::strerror(errno));
    }
    m_descriptor = m_file.get();
    if (path.ends_with(k_gz_ending)) { m_deflater = std::make_unique<Deflater>(); }
}

OutputFile::~OutputFile()
{
    if (!m_temporary.empty()) { ::unlink(m_temporary.c_str()); }
}

void OutputFile::write(std::string_view bytes)
{
    if (m_buffer.size() + bytes.size() > k_buffer_size) { flush(); }
    if (bytes.size() > k_buffer_size) {
        hand_on(bytes, false);
    } else {
        m_buffer += bytes;
    }
}

void OutputFile::commit()
{
    hand_on(m_buffer, true);
    m_buffer.clear();
    if (m_temporary.empty()) { return; }
    // A full disk may only show now. The other descriptor goes with this object.
    if (::close(::dup(m_descriptor)) != 0) { fail(errno); }
    const bool is_renamed = m_existing == ExistingFile::refuse
                                ? rename_as_new(m_temporary.c_str(), m_path.c_str())
                                : ::rename(m_temporary.c_str(), m_path.c_str()) == 0;
    if (!is_renamed && errno == EEXIST) { refuse_existing(m_name); }
    if (!is_renamed) { fail(errno); }
    m_temporary.clear();
}

void OutputFile::flush()
{
    hand_on(m_buffer, false);
    m_buffer.clear();
}

void OutputFile::hand_on(std::string_view bytes, bool is_end)
{
    if (!m_deflater) {
        write_raw(bytes);
        return;
    }
    z_stream& stream = m_deflater->stream;
    auto& out = m_deflater->out;
    // zlib only reads from there.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    do {
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        ::deflate(&stream, is_end ? Z_FINISH : Z_NO_FLUSH);
        write_raw({out.data(), out.size() - stream.avail_out});
    } while (stream.avail_out == 0);
}

void OutputFile::write_raw(std::string_view bytes)
{
    if (!util::write_all(m_descriptor, bytes)) { fail(errno); }
}

void OutputFile::fail(int error) const
{
    fatal(ExitCode::internal_error, "cannot write {}: {}; check the free space there", m_name,
          std::strerror(error));
}

} // namespace datasync::files
