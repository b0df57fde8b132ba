// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/open_format.hpp"

#include "datasync/error.hpp"
#include "formats/catalogue.hpp"

#include <fmt/ranges.h>

namespace datasync::formats {

std::unique_ptr<EntityFormat> open_format(std::string_view entity)
{
    auto format = make_format(entity);
    if (format == nullptr) {
        usage_error("{} is not read from files; there are: {}", entity,
                    fmt::join(entities_with_format(), ", "));
    }
    return format;
}

files::CsvOptions csv_options(const FileOptions& options)
{
    files::CsvOptions csv;
    csv.delimiter = options.delimiter;
    csv.encoding = *files::encoding_of(options.encoding);
    return csv;
}

} // namespace datasync::formats
