// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/shipment.hpp"

#include "formats/document_columns.hpp"
#include "formats/list_cell.hpp"

#include <fmt/format.h>

#include <string>

namespace datasync::formats {

namespace {

constexpr std::array k_own_columns = {
    Column{.name = "tracks"},
};

constexpr auto k_columns = joined(k_document_columns, k_own_columns);

constexpr std::array k_track_fields = {
    ListField{"carrier_code", CellKind::word},
    ListField{"track_number", CellKind::word},
    ListField{"title"},
    ListField{"carrier", CellKind::word, "carrier_code"},
    ListField{"number", CellKind::word, "track_number"},
};
constexpr std::array<std::size_t, 2> k_short_form = {0, 1};
constexpr std::size_t k_title = 2;

class ShipmentRules : public DocumentRules {
public:
    ShipmentRules(const Header& header, Shape& shape)
        : DocumentRules(header, shape, "sales_flat_shipment_item", {}),
          m_tracks(header.find("tracks"))
    {
        if (!m_tracks) { return; }
        m_table = shape.add_table("sales_flat_shipment_track");
        for (std::size_t i = 0; i <= k_title; ++i) {
            m_fields[i] = shape.add({.table = m_table,
                                     .name = std::string(k_track_fields[i].name),
                                     .store = {},
                                     .column = *m_tracks + 1});
        }
    }

    void read(const Cells& cells, FileRecord& record) override
    {
        DocumentRules::read(cells, record);
        if (!cells.has(m_tracks)) { return; }
        const auto list =
            read_list(cells, *m_tracks, k_track_fields, k_short_form, JsonNull::is_null);
        if (!list) { return; }
        const auto& tracks = *list;
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            for (const auto field : k_short_form) {
                if (tracks[i].find(field) != nullptr) { continue; }
                cells.refuse(*m_tracks, fmt::format("has a {}. track without {}", i + 1,
                                                    k_track_fields[field].name));
                return;
            }
            const auto row = record.add_row(m_table);
            for (const auto& entry : tracks[i].entries) {
                record.set(row, m_fields[entry.field], entry.value());
            }
            if (tracks[i].find(k_title) == nullptr) {
                record.set(row, m_fields[k_title], Value::of(*tracks[i].find(0)));
            }
        }
    }

private:
    std::optional<std::size_t> m_tracks;
    std::size_t m_table = 0;
    std::array<std::size_t, k_title + 1> m_fields{};
};

class ShipmentFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "shipment"; }
    std::string_view root_table() const override { return "sales_flat_shipment"; }
    std::span<const Column> columns() const override { return k_columns; }
    bool takes_further_columns() const override { return true; }
    std::span<const std::string_view> key() const override { return k_document_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<ShipmentRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_shipment_format()
{
    return std::make_unique<ShipmentFormat>();
}

} // namespace datasync::formats
