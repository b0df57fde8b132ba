// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The pictures of a product and the roles they have.
#pragma once

#include "formats/entity_format.hpp"
#include "formats/member_rows.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// Attributes whose values are pictures of the gallery.
inline constexpr std::array<std::string_view, 3> k_image_roles = {"image", "small_image",
                                                                  "thumbnail"};

/// The columns `media_gallery`, `image`, `small_image` and `thumbnail`. A picture with a role
/// is in the gallery, whether `media_gallery` names it or not.
class ImageRules : public RecordRules {
public:
    ImageRules(const Header& header, Shape& shape);
    void read(const Cells& cells, FileRecord& record) override;

private:
    /// A role in one store, or by default.
    struct Role {
        std::size_t column;
        std::size_t field;
    };
    void read_gallery(const Cells& cells, FileRecord& record);
    void read_roles(const Cells& cells, FileRecord& record);
    void add(FileRecord& record, const ListMember& picture, std::string_view path);

    std::optional<std::size_t> m_gallery; ///< Column.
    std::vector<Role> m_roles;
    std::optional<MemberRows> m_rows;
    std::size_t m_path = 0;
    std::size_t m_attribute = 0;
    std::optional<StoreRows> m_values;
    std::vector<std::string_view> m_seen; ///< Pictures of the record in work.
};

} // namespace datasync::formats
