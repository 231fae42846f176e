#pragma once

#include "core/base/progress.h"
#include "core/data/picture_list.h"
#include "core/datasets/box_file.h"
#include "core/regions/extraction_output.h"
#include "core/regions/region_store.h"

#include <map>
#include <string>
#include <vector>

namespace vbs {

struct ExtractionOptions {
    std::size_t batch = 1;          ///< pictures in one pass of the network; several leave the store aside
    const BoxFile* boxes = nullptr; ///< describe these boxes instead of finding regions
};

struct ExtractionReport {
    struct Failure {
        std::string picture; ///< its path
        std::string reason;
    };

    /// Shapes of one kind that are no boxes, or boxes that cannot be described.
    struct LeftOut {
        int count = 0, pictures = 0;
        std::string where; ///< the first of them: file, and record where it has one
    };
    struct OtherName {
        std::string picture, name; ///< its path, and what the boxes' file calls it
    };

    std::size_t total = 0;
    std::size_t written = 0;     ///< in this run
    std::size_t alreadyDone = 0; ///< by an earlier run, and found whole
    std::size_t known = 0;       ///< of the written ones: their regions had been found before
    std::size_t redone = 0;      ///< of the written ones: what was there was damaged or made in another way
    std::int64_t regions = 0;    ///< of the written pictures
    double seconds = 0;          ///< of this run
    std::vector<Failure> failures;
    std::map<std::string, LeftOut> leftOut; ///< of the written pictures' boxes, by kind
    std::vector<OtherName> otherNames;      ///< pictures that the boxes' file has in another folder
    bool stopped = false;                   ///< on request, before the end
    std::string abandoned; ///< why the run was given up (the output cannot be written); empty otherwise
};

/// Writes the regions of pictures one after the other to the output, known ones from the store: decoding runs ahead, a
/// picture that cannot be read or extracted is noted and the others go on, and what an earlier run finished is passed
/// over. A stop request ends it between two pictures; what is written stays. Progress tells count, rate and
/// the time that is left.
ExtractionReport runExtraction(const std::vector<ListedPicture>& pictures, RegionExtractor& extractor,
                               RegionStore& store, ExtractionOutput& output, const ExtractionOptions& options,
                               const JobControl& control);

} // namespace vbs
