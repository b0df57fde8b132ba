// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that say where files come from and go to.
#include "cli/media_options.hpp"

#include "cli/option_values.hpp"
#include "media/media_check.hpp"

#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace datasync::cli {

namespace {

/// Where shops keep their media: Magento and OpenMage, then Maho.
constexpr std::array<std::string_view, 2> k_media_folders = {"media", "public/media"};

} // namespace

void add_media_options(CLI::App& app, MediaOptions& media)
{
    const std::string group = "Files";
    add_text(app, "--image-base-path", media.base_path,
             "the source shop's media folder on this machine; its files are brought along")
        ->type_name("DIR")
        ->group(group);
    add_text(app, "--image-base-url", media.base_url,
             "the same folder over the web, such as https://old.example.com/media")
        ->type_name("URL")
        ->group(group);
    add_text(app, "--media-path", media.media_path,
             "the destination's media folder (default: that of the shop in --shop-root or here)")
        ->type_name("DIR")
        ->group(group);
    app.add_flag("--force-image-import", media.force,
                 "bring files that are there and unchanged, too")
        ->group(group);
}

void complete_media(MediaOptions& media, const std::string& shop_root, const Surroundings& around)
{
    if (media.is_enabled() && media.media_path.empty()) {
        for (const std::string_view folder : k_media_folders) {
            const std::filesystem::path path = around.directory / shop_root / folder;
            const auto shop = around.directory / shop_root / "app";
            std::error_code error;
            if (!std::filesystem::is_directory(path, error) ||
                !std::filesystem::is_directory(shop, error)) {
                continue;
            }
            media.media_path = path.string();
            break;
        }
    }
    media::check(media);
}

} // namespace datasync::cli
