// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completion.hpp"

#include "adapters/csv/completions/category.hpp"
#include "adapters/csv/completions/cms.hpp"
#include "adapters/csv/completions/customer.hpp"
#include "adapters/csv/completions/customer_group.hpp"
#include "adapters/csv/completions/document.hpp"
#include "adapters/csv/completions/newsletter.hpp"
#include "adapters/csv/completions/order.hpp"
#include "adapters/csv/completions/product.hpp"
#include "adapters/csv/completions/product_link.hpp"
#include "adapters/csv/completions/review.hpp"

namespace datasync::adapters {

std::unique_ptr<Completion> make_completion(std::string_view entity, formats::Shape& shape,
                                            const CompletionTools& tools)
{
    if (entity == "category") { return std::make_unique<CategoryCompletion>(shape, tools); }
    if (entity == "customer") { return std::make_unique<CustomerCompletion>(shape, tools); }
    if (entity == "customer_group") {
        return std::make_unique<CustomerGroupCompletion>(shape, tools);
    }
    if (entity == "cms_block" || entity == "cms_page") {
        return std::make_unique<CmsCompletion>(shape, entity == "cms_page");
    }
    if (entity == "product") { return std::make_unique<ProductCompletion>(shape, tools); }
    if (entity == "product_links" || entity == "product_parents") {
        return std::make_unique<ProductLinkCompletion>(shape, tools);
    }
    if (entity == "review") { return std::make_unique<ReviewCompletion>(shape, tools); }
    if (entity == "newsletter") { return std::make_unique<NewsletterCompletion>(shape, tools); }
    if (entity == "order") { return std::make_unique<OrderCompletion>(shape, tools); }
    if (const auto* kind = find_document_kind(entity)) {
        return std::make_unique<DocumentCompletion>(shape, tools, *kind);
    }
    return nullptr;
}

} // namespace datasync::adapters
