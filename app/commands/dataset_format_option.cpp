#include "app/commands/dataset_format_option.h"

#include "core/datasets/dataset_formats.h"

#include <vector>

namespace vbs {

void addDatasetFormatOption(CLI::App& app, std::string& format)
{
    std::vector<std::string> names;
    std::string list;
    for (const DatasetFormat& row : datasetFormats()) {
        if (!row.task)
            continue;
        names.emplace_back(row.name);
        list += (list.empty() ? "" : ", ") + names.back();
    }
    app.add_option("--format", format, "of the data set: " + list + "; default: told by the files")
        ->check(CLI::IsMember(names));
}

} // namespace vbs
