// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/trigger_body.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace datasync::schema {

namespace {

constexpr std::string_view k_old = "OLD";
constexpr std::string_view k_new = "NEW";

/// What becomes of a record, and with it of a row that is pending already.
enum class Action { create, update, remove };

/// Statements end with a line break, so that a body can be read.
class BodyWriter {
public:
    explicit BodyWriter(const Announcement& announcement) : m_what(announcement) {}

    std::string write(std::string_view event)
    {
        if (m_what.is_root) {
            add_root(event);
        } else {
            add_part(event);
        }
        if (m_what.no_echo) {
            m_text = fmt::format("IF {} IS NULL THEN\n{}END IF;\n", k_own_work_variable, m_text);
        }
        // A tracker that is broken or gone must not break the shop. A lost lock or transaction is
        // not the tracker's: swallowed, the shop would go on without what it has written. The
        // servers tried let no handler take these, but promise it nowhere.
        return fmt::format("BEGIN\nDECLARE announced_id INT UNSIGNED;\n"
                           "DECLARE EXIT HANDLER FOR 1020, 1205, 1213 RESIGNAL;\n"
                           "DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;\n{}END",
                           m_text);
    }

private:
    void add_root(std::string_view event)
    {
        if (event == "INSERT") {
            add_if(conditions(k_new), upsert(k_new, Action::create));
        } else if (event == "DELETE") {
            add_if(conditions(k_old), upsert(k_old, Action::remove));
        } else {
            add_root_update();
        }
    }

    /// A row may cease to be a record, become one, or become another one.
    void add_root_update()
    {
        const auto id = db::quoted(m_what.id_column);
        auto stays = conditions(k_new);
        stays.push_back(fmt::format("OLD.{0} <=> NEW.{0}", id));
        auto goes = conditions(k_old);
        goes.push_back(fmt::format("NOT ({})", fmt::join(stays, " AND ")));
        add_if(goes, upsert(k_old, Action::remove));

        auto stayed = conditions(k_old);
        stayed.insert(stayed.end(), stays.begin(), stays.end());
        auto changed = stayed;
        changed.push_back(is_changed());
        add_if(changed, upsert(k_new, Action::update));

        auto comes = conditions(k_new);
        comes.push_back(fmt::format("NOT ({})", fmt::join(stayed, " AND ")));
        add_if(comes, upsert(k_new, Action::create));
    }

    void add_part(std::string_view event)
    {
        if (event == "INSERT") {
            m_text = part(k_new);
        } else if (event == "DELETE") {
            m_text = part(k_old);
        } else {
            add_if({is_changed()}, part(k_new));
            const auto id = db::quoted(m_what.id_column);
            add_if({fmt::format("NOT (OLD.{0} <=> NEW.{0})", id)}, part(k_old));
        }
    }

    std::vector<std::string> conditions(std::string_view row) const
    {
        std::vector<std::string> texts;
        for (const auto& condition : m_what.conditions) {
            texts.push_back(fmt::format("({}.{}) IS TRUE", row, condition));
        }
        return texts;
    }

    std::string is_changed() const
    {
        return fmt::format("NOT ({})", fmt::join(m_what.same, " AND "));
    }

    void add_if(const std::vector<std::string>& conditions, const std::string& statements)
    {
        m_text += conditions.empty() ? statements
                                     : fmt::format("IF {} THEN\n{}END IF;\n",
                                                   fmt::join(conditions, " AND "), statements);
    }

    /// Announces the record that a part belongs to; one that is gone has been announced itself.
    std::string part(std::string_view row) const
    {
        const auto value = fmt::format("{}.{}", row, db::quoted(m_what.id_column));
        const auto id = m_what.lookup.empty() ? value : fmt::format("({}{})", m_what.lookup, value);
        return fmt::format("SET announced_id = {};\nIF announced_id IS NOT NULL THEN\n{}END IF;\n",
                           id, upsert("announced_id", "update", Action::update, "NULL"));
    }

    std::string upsert(std::string_view row, Action action) const
    {
        const auto id = fmt::format("{}.{}", row, db::quoted(m_what.id_column));
        const bool keeps = action == Action::remove && !m_what.identifier.empty();
        const auto identifier =
            keeps ? fmt::format("LEFT({}.{}, 255)", row, db::quoted(m_what.identifier)) : "NULL";
        const auto* const word = action == Action::create   ? "create"
                                 : action == Action::update ? "update"
                                                            : "delete";
        return upsert(id, word, action, identifier);
    }

    /// One row is pending for each record. A change keeps what it says (new, or gone for good).
    std::string upsert(std::string_view id, std::string_view word, Action action,
                       std::string_view identifier) const
    {
        const auto with = [&](std::string_view text) {
            return m_what.has_identifier ? text : std::string_view{};
        };
        std::string change;
        if (action == Action::create) {
            change = fmt::format("action = IF({}.action = 'delete', 'update', {}.action), ",
                                 m_what.tracker, m_what.tracker);
        } else if (action == Action::remove) {
            change = "action = 'delete', ";
        }
        if (m_what.has_identifier && action != Action::update) {
            change += fmt::format("source_identifier = {}, ", identifier);
        }
        return fmt::format("INSERT INTO {} (entity_type, entity_id, action, created_at{}) VALUES "
                           "({}, {}, '{}', NOW(){}{}) ON DUPLICATE KEY UPDATE {}created_at = "
                           "NOW();\n",
                           m_what.tracker, with(", source_identifier"),
                           db::literal(m_what.entity_type), id, word, with(", "), with(identifier),
                           change);
    }

    const Announcement& m_what;
    std::string m_text;
};

} // namespace

std::string trigger_body(const Announcement& announcement, std::string_view event)
{
    return BodyWriter(announcement).write(event);
}

} // namespace datasync::schema
