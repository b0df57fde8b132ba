// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Any bytes at all as options of an ordered product, conditions of a rule or a list of ids:
// references stay in order, a text with other ids is as sound as before and has the same
// references, and exchanging them again brings back every byte.
#include "texts/php_from_json.hpp"
#include "texts/serialized_tree.hpp"
#include "texts/text_references.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace {

using datasync::ReferencePlace;
using namespace datasync::texts;

const std::unordered_set<std::string> k_option_attributes = {"color", "manufacturer"};
const TextFacts k_facts = {"cart_price_rule", &k_option_attributes};

void require(bool holds)
{
    if (!holds) { std::abort(); }
}

void check_places(std::string_view text, const TextScan& scan)
{
    std::size_t end = 0;
    for (const auto& reference : scan.references) {
        require(reference.offset >= end && reference.length > 0);
        end = reference.offset + reference.length;
        require(end <= text.size());
        require(text.substr(reference.offset, reference.length) == std::to_string(reference.id));
    }
    for (std::size_t i = 0; i < scan.lengths.size(); ++i) {
        const LengthPrefix& length = scan.lengths[i];
        require(length.length > 0 && length.offset + length.length < length.content_offset);
        require(length.content_offset + length.content_length < text.size());
        require(i == 0 || length.offset > scan.lengths[i - 1].offset);
    }
}

/// Exchanges the ids, looks at the text in between, and exchanges them back.
void check_exchange(std::string_view text, ReferencePlace place, const TextScan& scan,
                    const std::vector<std::uint32_t>& new_ids, bool keeps_targets)
{
    const std::string changed = replace_ids(text, scan, new_ids);
    auto again = scan_text(changed, place, k_facts);
    check_places(changed, again);
    require(again.references.size() == scan.references.size());
    require(again.lengths.size() == scan.lengths.size());
    std::vector<std::uint32_t> old_ids;
    for (std::size_t i = 0; i < scan.references.size(); ++i) {
        old_ids.push_back(scan.references[i].id);
        require(!keeps_targets || again.references[i].target == scan.references[i].target);
        again.references[i].target = scan.references[i].target;
    }
    require(replace_ids(changed, again, old_ids) == text);
}

void check(std::string_view text, ReferencePlace place)
{
    const auto scan = scan_text(text, place, k_facts);
    check_places(text, scan);
    // Ids that differ still differ, so that every option keeps its type; then none of them does.
    std::vector<std::uint32_t> other_ids;
    for (const auto& reference : scan.references) { other_ids.push_back(~reference.id); }
    check_exchange(text, place, scan, other_ids, true);
    check_exchange(text, place, scan, std::vector<std::uint32_t>(other_ids.size(), 0), false);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(data, data + size);
    check(text, ReferencePlace::product_options);
    check(text, ReferencePlace::rule_conditions);
    check(text, ReferencePlace::id_list);
    check(text, ReferencePlace::serialized);
    if (const auto php = php_from_json(text)) {
        SerializedTree tree;
        require(tree.parse(*php) && tree.is_php());
    }
    return 0;
}
