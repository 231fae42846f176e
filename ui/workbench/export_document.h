#pragma once

#include "core/report/heat_look.h"
#include "ui/workbench/workbench_state.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <vector>

namespace vbs {

/// Something that was asked and answered, with all that is needed to write it down on another thread.
struct Exchange {
    InferenceRequest request; ///< with pictures where they are at hand
    InferenceResult result;   ///< its first answers
    AnswerOrigin origin{};
    std::filesystem::path picture, rightPicture; ///< to be read where the request has none
    bool smallCopies = false;       ///< the request has thumbnails in place of pictures that are not there any more
    std::string title;              ///< of a report's entry
    std::vector<std::string> names; ///< of the pictures
    std::string regions;            ///< how many, in words
};

/// What is on display; without an answer there is nothing to export.
Exchange exchangeOf(const WorkbenchState& state);
std::vector<Exchange> historyOf(const WorkbenchState& state);

/// What is drawn over exported pictures.
struct ExportLook {
    bool boxes = true, heatmap = true;
    HeatLook heat; ///< of the heatmap
};

/// The picture in hand with the regions that the canvas shows over it. @pre there is one.
QImage pictureInHand(const WorkbenchState& state, const ExportLook& look);

/// One way of writing exchanges; the suffix of the file's name chooses it.
struct ExportFormat {
    const char* suffix;
    const char* filter; ///< of a file dialog; translated by exportFilters
    void (*write)(const std::filesystem::path& path, std::vector<Exchange>& exchanges, const ExportLook& look);
};

enum class ExportKind { Picture, Result, History };

/// The first is the usual one.
const std::vector<ExportFormat>& exportFormats(ExportKind kind);
QStringList exportFilters(ExportKind kind);
QStringList exportNames(ExportKind kind); ///< "JSON", "CSV"

/// What writes the file. It throws Error: FileUnwritable, or InvalidArgument for a suffix that no format has.
std::function<void()> exportJob(ExportKind kind, const QString& path, std::vector<Exchange> exchanges,
                                const ExportLook& look);

} // namespace vbs
