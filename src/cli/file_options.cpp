// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/file_options.hpp"

#include "cli/option_values.hpp"
#include "datasync/error.hpp"
#include "files/csv_format.hpp"
#include "files/text_decoder.hpp"
#include "util/text.hpp"

namespace datasync::cli {

namespace {

const std::string k_group = "File";

} // namespace

void add_delimiter_option(CLI::App& app, char& delimiter)
{
    app.add_option_function<std::string>(
           "--delimiter",
           [&delimiter](const std::string& word) {
               const auto mark = files::delimiter_of(word);
               if (!mark) {
                   usage_error("--delimiter: \"{}\" is not a single mark such as , or ; or the "
                               "word tab",
                               util::printable(word));
               }
               delimiter = *mark;
           },
           "what stands between cells (default: a comma); tab")
        ->type_name("C")
        ->group(k_group);
}

void add_file_options(CLI::App& app, FileOptions& options)
{
    add_text(app, "-f,--file", options.path, "CSV file, also gz; - is standard input")
        ->type_name("FILE")
        ->group(k_group);
    add_delimiter_option(app, options.delimiter);
    app.add_option_function<std::string>(
           "--encoding",
           [&options](const std::string& word) {
               if (!files::encoding_of(word)) {
                   usage_error("--encoding: \"{}\" is none of {}", util::printable(word),
                               files::k_encoding_names);
               }
               options.encoding = word;
           },
           "of the file: utf-8 (default), latin1, windows-1252")
        ->type_name("NAME")
        ->group(k_group);
    app.add_flag("--ignore-unknown-columns", options.ignores_unknown_columns,
                 "pass over columns that nobody knows instead of refusing the file")
        ->group(k_group);
}

} // namespace datasync::cli
