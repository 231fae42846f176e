#pragma once

#include "core/datasets/dataset.h"
#include "core/review/decision.h"
#include "ui/store/sql_connection.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// What a project on a server keeps on this computer: acts that wait for the server, and where files lie. Several
/// programs may have one open.
class TeamFile {
public:
    /// An act that waits. Its decision's id is above all that a server gives.
    struct Waiting {
        std::string token;
        Decision decision;
    };

    /// Makes the file where it is missing. @throws Error naming it.
    explicit TeamFile(const std::filesystem::path& file);

    /// Keeps an act, also through a power cut. @return it with its id.
    Decision add(const Decision& decision, const std::string& token);
    std::optional<Waiting> first() const;
    /// All of a reviewer's, in their order.
    std::vector<Decision> of(const std::string& reviewer) const;
    std::size_t count() const;
    void setUndone(const Decision& decision, bool undone);
    /// Once it is sent; unless it was undone or redone since.
    void remove(const Waiting& sent);

    /// Where the data set lies on this computer; empty paths where nothing was said.
    DatasetFiles files() const;
    void setFiles(const DatasetFiles& files);

private:
    SqlConnection m_connection;
};

} // namespace vbs
