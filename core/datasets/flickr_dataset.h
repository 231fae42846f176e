#pragma once

#include "core/datasets/dataset.h"

namespace vbs {

bool isFlickrDataset(const DatasetFiles& files);

/// Captions with the phrases that have boxes. Changed may be: truth.phraseBoxes; the boxes belong to the thing that
/// the phrase names, so that other captions' phrases of it change with it.
std::unique_ptr<Dataset> openFlickrDataset(const DatasetFiles& files, const DatasetOptions& options);

inline constexpr DatasetFormat kFlickrFormat{
    "flickr30k-entities",
    "Flickr30k Entities",
    Task::RegionToPhrase,
    "--dataset list of picture ids (or the folder), --annotations folder with Sentences and Annotations",
    isFlickrDataset,
    openFlickrDataset};

} // namespace vbs
