// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Any bytes at all as CMS text, layout XML or path of the shop: references stay in order,
// exchanging ids is undone by exchanging them again, and no other byte changes.
#include "texts/text_references.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

void require(bool holds)
{
    if (!holds) { std::abort(); }
}

void check(std::string_view text, datasync::ReferencePlace place)
{
    const auto scan = datasync::texts::scan_text(text, place);
    std::vector<std::uint32_t> old_ids;
    std::vector<std::uint32_t> new_ids;
    std::size_t end = 0;
    for (const auto& reference : scan.references) {
        require(reference.offset >= end && reference.length > 0);
        end = reference.offset + reference.length;
        require(end <= text.size());
        require(text.substr(reference.offset, reference.length) == std::to_string(reference.id));
        old_ids.push_back(reference.id);
        new_ids.push_back(old_ids.size() % 2 == 0 ? 0U : ~reference.id);
    }
    const std::string changed = datasync::texts::replace_ids(text, scan, new_ids);
    const auto again = datasync::texts::scan_text(changed, place);
    require(again.references.size() == scan.references.size());
    require(datasync::texts::replace_ids(changed, again, old_ids) == text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(data, data + size);
    check(text, datasync::ReferencePlace::directives);
    check(text, datasync::ReferencePlace::layout_xml);
    check(text, datasync::ReferencePlace::url_path);
    return 0;
}
