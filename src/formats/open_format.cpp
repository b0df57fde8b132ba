// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/open_format.hpp"

#include "datasync/error.hpp"
#include "files/input_file.hpp"
#include "formats/catalogue.hpp"
#include "formats/form_reader.hpp"

#include <fmt/ranges.h>

namespace datasync::formats {

std::vector<std::string> entities_from_files()
{
    auto names = entities_with_format();
    std::erase_if(names, [](const auto& name) { return !make_format(name)->part_of().empty(); });
    return names;
}

std::unique_ptr<EntityFormat> open_format(std::string_view entity, const FileOptions& options)
{
    auto format = make_format(entity);
    if (format == nullptr) {
        usage_error("{} is not read from files; there are: {}", entity,
                    fmt::join(entities_from_files(), ", "));
    }
    format->heed(options);
    return format;
}

bool has_part(std::string_view entity, const FileOptions& options)
{
    const auto format = open_format(entity, options);
    files::InputFile input(options.path, options.shown_as);
    files::CsvReader reader(input, csv_options(options));
    const FormReader form(reader, *format, true);
    return form.shape().tables().size() > 1;
}

files::CsvOptions csv_options(const FileOptions& options)
{
    files::CsvOptions csv;
    csv.delimiter = options.delimiter;
    csv.encoding = *files::encoding_of(options.encoding);
    return csv;
}

} // namespace datasync::formats
