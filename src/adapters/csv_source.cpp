// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv_source.hpp"

#include "adapters/csv/csv_adapter.hpp"
#include "adapters/csv/field_places.hpp"
#include "adapters/csv/shop_names.hpp"
#include "files/csv_reader.hpp"
#include "formats/form_reader.hpp"
#include "formats/open_format.hpp"
#include "schema/catalog_settings.hpp"
#include "schema/settings.hpp"
#include "util/edit_distance.hpp"

#include <fmt/format.h>

#include <map>

namespace datasync::adapters {

struct CsvSource::Impl {
    Impl(const SyncOptions& wanted, const EntitySpec& entity, const schema::Shop& names_of,
         KnownTargets known_targets, MakeGroup group_maker)
        : options(wanted),
          known(std::move(known_targets)),
          make_group(std::move(group_maker)),
          spec(entity),
          format(formats::open_format(entity.name, *wanted.file)),
          settings(names_of, names_of, {}, {}),
          sets(attribute_sets_of(entity, settings, names_of)),
          names(names_of, settings, sets, wanted),
          input(wanted.file->path, wanted.file->shown_as),
          reader(input, formats::csv_options(*wanted.file)),
          form(reader, *format, wanted.file->ignores_unknown_columns || !format->part_of().empty())
    {
        if (schema::names_catalog_settings(spec)) {
            schema::add_catalog_settings(names_of, names_of, settings,
                                         [](std::string_view /*type*/, bool /*is_part*/,
                                            std::span<const std::uint32_t> ids) {
                                             return std::vector<std::uint32_t>(ids.size(), 0);
                                         });
        }
        if (!form.header_faults().empty()) { throw files::FileError(form.header_faults().front()); }
        settings.settle_on_one_shop();
        completion =
            make_completion(spec.name, form.shape(), {names_of, names, wanted, known, make_group});
        places.emplace(form.shape(), spec, names_of);
        places->set_stores([&](std::string_view code) { return names.find("store", code, {}); });
        // What is wrong with the header of a file that is read again has been said.
        if (!format->part_of().empty()) { return; }
        if (wanted.file->ignores_unknown_columns) {
            ignore_unknown();
        } else {
            refuse_unknown();
        }
        for (const auto& column : form.ignored()) {
            warnings.push_back(fmt::format("{}: the column {} is unknown and passed over",
                                           reader.file_name(), column));
        }
    }

    /// Says which columns of the file nobody takes.
    void ignore_unknown()
    {
        for (std::size_t i = 0; i < places->size(); ++i) {
            const auto column = form.shape().fields()[i].column;
            if (column == 0 || (*places)[i].problem.empty()) { continue; }
            warnings.push_back(fmt::format("{}: the column {} {} and is passed over",
                                           reader.file_name(), reader.header()[column - 1],
                                           (*places)[i].problem));
        }
    }

    /// Refuses the first column of the file that has no place; what a completion adds may have none
    /// in an older shop.
    void refuse_unknown() const
    {
        for (std::size_t i = 0; i < places->size(); ++i) {
            const auto& field = form.shape().fields()[i];
            if (field.column == 0 || (*places)[i].problem.empty()) { continue; }
            auto names_there = places->known_names();
            for (const auto& column : format->columns()) { names_there.emplace_back(column.name); }
            files::FileFault fault;
            fault.file = reader.file_name();
            fault.line = reader.header_line();
            fault.column = field.column;
            fault.column_name = reader.header()[field.column - 1];
            fault.message = (*places)[i].problem + util::did_you_mean(field.name, names_there);
            throw files::FileError(std::move(fault));
        }
    }

    const SyncOptions& options;
    KnownTargets known;
    MakeGroup make_group;
    const EntitySpec& spec;
    std::unique_ptr<formats::EntityFormat> format;
    schema::Settings settings;
    std::map<std::string, schema::SettingMap> sets;
    ShopNames names;
    files::InputFile input;
    files::CsvReader reader;
    formats::FormReader form;
    std::unique_ptr<Completion> completion;
    std::optional<FieldPlaces> places;
    std::vector<std::string> warnings;
};

CsvSource::CsvSource(const SyncOptions& options, const EntitySpec& spec, const schema::Shop& shop,
                     KnownTargets known, MakeGroup make_group)
    : m_impl(std::make_unique<Impl>(options, spec, shop, std::move(known), std::move(make_group)))
{
}

CsvSource::~CsvSource() = default;

schema::SourceShape CsvSource::shape() const
{
    return m_impl->places->source_shape();
}

const std::vector<std::string>& CsvSource::warnings() const
{
    return m_impl->warnings;
}

std::unique_ptr<SourceAdapter> CsvSource::open(const schema::AggregatePlan& plan,
                                               const std::vector<schema::NaturalTarget>& referenced,
                                               const schema::AttributeCodes& option_attributes,
                                               unsigned batch_size, const TakesLine& takes_line)
{
    m_impl->places->bind(plan);
    return std::make_unique<CsvAdapter>(
        CsvAdapter::Parts{m_impl->form, *m_impl->places, m_impl->names, m_impl->completion.get()},
        plan, referenced, option_attributes,
        CsvAdapter::Limits{batch_size, m_impl->options.filter.limit, takes_line});
}

} // namespace datasync::adapters
