// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/sync_run.hpp"

#include "engine/entity_run.hpp"
#include "engine/file_parts.hpp"
#include "engine/rights_refusal.hpp"
#include "engine/shop_session.hpp"

namespace datasync::engine {

SyncResult run_sync(const SyncOptions& options, const RunConnections& connections,
                    RunListener& listener, const std::atomic<bool>& stop)
{
    return with_rights_named(connections, [&] {
        ShopSession session({.source_system = options.source_system,
                             .command_line = options.command_line,
                             .dry_run = options.dry_run,
                             .reads_file = options.file.has_value(),
                             .lock = connections.lock},
                            connections.source, connections.destination);
        for (const auto& warning : session.warnings()) { listener.warning(warning); }
        session.begin_snapshot();
        return options.file ? run_from_file(session, options, listener, stop)
                            : run_entity(session, options, listener, stop);
    });
}

} // namespace datasync::engine
