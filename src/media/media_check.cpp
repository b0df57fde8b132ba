// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/media_check.hpp"

#include "datasync/error.hpp"
#include "util/text.hpp"

#include <curl/curl.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace datasync::media {

namespace {

namespace fs = std::filesystem;

struct UrlDeleter {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
struct CurlDeleter {
    void operator()(char* text) const { curl_free(text); }
};

bool is_folder(const fs::path& path)
{
    std::error_code ignored; // What cannot be asked is not there for us.
    return fs::is_directory(path, ignored);
}

/// The media folder that was probably meant, when `path` is one beside it; nothing when `path` may
/// well be the one.
std::optional<fs::path> meant_folder(const fs::path& path)
{
    if (is_folder(path / "catalog" / "product")) { return std::nullopt; }
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) { return std::nullopt; }
    // Somewhere in the folder of the images, or in a product's letter folders below it.
    for (fs::path part = real; part.has_relative_path(); part = part.parent_path()) {
        if (part.filename() == "product" && part.parent_path().filename() == "catalog") {
            return part.parent_path().parent_path();
        }
    }
    if (real.filename() == "catalog" && is_folder(real / "product")) { return real.parent_path(); }
    // The shop itself; Maho keeps its media below `public`.
    for (const char* const below : {"media", "public/media"}) {
        if (is_folder(real / below / "catalog" / "product")) { return real / below; }
    }
    return std::nullopt;
}

void check_folder(std::string_view option, const std::string& path, int rights,
                  std::string_view advice)
{
    const auto refuse = [&](std::string_view why) {
        usage_error("{} {}: {}; {}", option, util::printable(path), why, advice);
    };
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error) { refuse(error.message()); }
    if (!fs::is_directory(status)) { refuse("this is no folder"); }
    if (::faccessat(AT_FDCWD, path.c_str(), rights, AT_EACCESS) != 0) {
        refuse(std::strerror(errno));
    }
    if (const auto meant = meant_folder(path)) {
        usage_error("{} {}: this is not the media folder itself, below which catalog/product lies; "
                    "give {}",
                    option, util::printable(path), util::printable(meant->string()));
    }
}

std::string url_part(CURLU* url, CURLUPart part)
{
    char* text = nullptr;
    const CURLUcode code = curl_url_get(url, part, &text, 0);
    const std::unique_ptr<char, CurlDeleter> owner(text);
    return code == CURLUE_OK && text != nullptr ? text : "";
}

/// Never repeats the address: it may hold a password.
void check_url(const std::string& base_url)
{
    const std::unique_ptr<CURLU, UrlDeleter> url(curl_url());
    const CURLUcode code =
        curl_url_set(url.get(), CURLUPART_URL, base_url.c_str(), CURLU_NON_SUPPORT_SCHEME);
    const std::string scheme = code == CURLUE_OK ? url_part(url.get(), CURLUPART_SCHEME) : "";
    if (scheme != "http" && scheme != "https") {
        usage_error("--image-base-url is no address of a web server ({}); give one like "
                    "https://old.example.com/media",
                    code != CURLUE_OK ? curl_url_strerror(code) : "it begins with " + scheme + ":");
    }
    const bool has_more = !url_part(url.get(), CURLUPART_QUERY).empty() ||
                          !url_part(url.get(), CURLUPART_FRAGMENT).empty();
    if (has_more) {
        usage_error("--image-base-url has a part behind \"?\" or \"#\", but names of files are put "
                    "behind it; leave that part out");
    }
    std::string path = url_part(url.get(), CURLUPART_PATH);
    while (path.ends_with('/')) { path.pop_back(); }
    if (path.ends_with("/catalog/product")) {
        usage_error("--image-base-url is the address of the product images; give that of the media "
                    "folder itself, without /catalog/product");
    }
}

} // namespace

void check(const MediaOptions& options)
{
    if (!options.base_path.empty() && !options.base_url.empty()) {
        usage_error("--image-base-path and --image-base-url are both given, but files come from "
                    "one place; give the folder if it is on this machine, else the address");
    }
    if (options.is_enabled() && options.media_path.empty()) {
        usage_error("{} needs --media-path, the media folder of the shop that is written to",
                    options.base_url.empty() ? "--image-base-path" : "--image-base-url");
    }
    if (!options.is_enabled()) {
        const bool is_any_given = !options.media_path.empty() || options.force;
        if (!is_any_given) { return; }
        usage_error("{} needs --image-base-path or --image-base-url, which say where the files "
                    "come from",
                    options.media_path.empty() ? "--force-image-import" : "--media-path");
    }
    if (!options.base_path.empty()) {
        check_folder("--image-base-path", options.base_path, R_OK | X_OK,
                     "give the media folder of the source's shop, as a user who may read it");
    } else {
        check_url(options.base_url);
    }
    check_folder("--media-path", options.media_path, W_OK | X_OK,
                 "give the media folder of the shop that is written to, as a user who may write "
                 "there");
}

} // namespace datasync::media
