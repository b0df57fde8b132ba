// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/incremental_options.hpp"

#include "cli/media_options.hpp"
#include "cli/not_built.hpp"
#include "cli/option_values.hpp"
#include "cli/removal_options.hpp"
#include "cli/run_options.hpp"
#include "datasync/error.hpp"
#include "engine/catalogue.hpp"
#include "engine/removal_policy.hpp"

namespace datasync::cli {

namespace {

constexpr std::string_view k_default_source = "live";

} // namespace

void add_incremental_options(CLI::App& app, IncrementalCommandOptions& options)
{
    auto& sync = options.incremental.sync;
    add_text(app, "-e,--entity", options.incremental.only_entity, "only this entity type");
    add_removal_options(app, options.incremental.removal);
    app.add_flag_callback(
        "--pull-dependencies", [&options] { options.incremental.pulls = true; },
        "bring what changed records need and has never come (default)");
    app.add_flag_callback(
        "--no-pull-dependencies", [&options] { options.incremental.pulls = false; },
        "leave it: records are held, or wait for it");
    add_text(app, "--source", sync.source_system,
             "name of the source system (default: DATASYNC_LIVE_NAME, else live)");
    app.add_flag("--no-lock", options.lock.is_skipped,
                 "do not keep other runs of this destination away (not recommended)");
    add_product_options(app, sync);
    add_mapping_options(app, sync);
    add_pace_options(app, sync);
    add_lock_options(app, options.lock);
    add_media_options(app, sync.media);
    add_run_report_options(app, options.report);
    add_monitoring_options(app, options.monitoring);
    add_both_sides(app, options.connections);
}

void complete_incremental(IncrementalCommandOptions& options, const Surroundings& around)
{
    auto& sync = options.incremental.sync;
    sync.on_duplicate = OnDuplicate::update;
    sync.unmapped_scope_fails_record = true;
    if (sync.source_system.empty()) {
        sync.source_system = configured_source_name(options.connections, around)
                                 .value_or(std::string(k_default_source));
    }
    check_source_name(sync.source_system);
    auto& entity = options.incremental.only_entity;
    if (!entity.empty()) { entity = check_entity(entity, engine::built_entities()); }
    if (sync.stock == StockMode::exclude && entity == "stock") {
        usage_error("--entity stock and --stock exclude leave nothing to do");
    }
    if (sync.stock == StockMode::only && !entity.empty() && entity != "stock") {
        usage_error("--stock only and --entity {} leave nothing to do", entity);
    }
    if (sync.dry_run && !options.monitoring.metrics_file.empty()) {
        usage_error("--metrics-file tells of runs that write: leave it out with --dry-run");
    }
    engine::check_removal_options(options.incremental.removal);
    sync.media.dry_run = sync.dry_run;
    complete_media(sync.media, options.connections.shop_root, around);
}

} // namespace datasync::cli
