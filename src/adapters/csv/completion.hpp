// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a new record needs that its file does not say: the shop's own defaults.
#pragma once

#include "adapters/csv/shop_names.hpp"
#include "datasync/sync_options.hpp"
#include "formats/entity_format.hpp"
#include "formats/file_record.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace datasync::adapters {

/// Destination ids of records of an entity type, in the order of the source ids asked for.
using KnownTargets = std::function<std::vector<std::uint32_t>(
    std::string_view type, std::span<const std::uint32_t> source_ids)>;

/// Makes a group of attributes in a set of the destination and returns its id; in a dry run it only
/// makes up the id.
using MakeGroup = std::function<std::uint32_t(std::uint32_t set, std::string_view name)>;

/// What a completion may ask.
struct CompletionTools {
    const schema::Shop& shop; ///< The destination, through the reader's own connection.
    const ShopNames& names;
    const SyncOptions& options;
    /// What records of an entity type have become by the source's own ids, 0 where nothing is
    /// known; to be asked once the first record is read.
    const KnownTargets& known;
    const MakeGroup& make_group; ///< Likewise.
};

/// Adds to the records of one file. Made once it is open; used by one thread.
class Completion {
public:
    virtual ~Completion() = default;
    /// Sees each record once, in the order of the file, before it is completed. Its new texts are
    /// stored in `arena`.
    virtual void look_at(formats::FileRecord& /*record*/, Arena& /*arena*/) {}
    /// Whether a record can come in the batch of that number: no where it hangs below one that is
    /// in the same batch, or has not come yet. Yes means that it does.
    virtual bool may_come(const formats::FileRecord& /*record*/, std::uint64_t /*batch*/)
    {
        return true;
    }
    /// Adds to the records of a batch, whose texts lie in `arena`, and refuses in them what the
    /// destination has no place for.
    virtual void complete(std::span<formats::FileRecord> records, Arena& arena) = 0;
    /// What the run should say about the records completed last, though nothing is wrong with them.
    std::vector<std::string> take_remarks() { return std::exchange(m_remarks, {}); }

protected:
    void remark(std::string words) { m_remarks.push_back(std::move(words)); }

private:
    std::vector<std::string> m_remarks;
};

/// The completion of an entity type, which adds its fields to `shape`; nothing where records need
/// none. `shape` and what `tools` refers to outlive it.
std::unique_ptr<Completion> make_completion(std::string_view entity, formats::Shape& shape,
                                            const CompletionTools& tools);

} // namespace datasync::adapters
