#pragma once

#include "core/base/json.h"
#include "ui/workbench/workbench_state.h"

namespace vbs {

/// Names of the files beside a record that hold pictures without a file of their own; empty: none.
struct PictureFiles {
    QString left, right;
};

/// A card as it is kept on disk, all of it but for the pixels of its pictures.
Json recordOf(const HistoryEntry& entry, const PictureFiles& own);

/// The files beside it that a record names.
/// @throws Error (CorruptData).
PictureFiles pictureFilesOfRecord(const Json& record);

/// The card that was kept; pictures of its own are then ordinary files.
/// @param folder where the record's own pictures lie.
/// Keys that another version left out keep their defaults, unknown ones are passed over.
/// @throws Error (CorruptData) for anything else, and for a later version's format.
HistoryEntry entryOfRecord(const Json& record, const QString& folder);

} // namespace vbs
