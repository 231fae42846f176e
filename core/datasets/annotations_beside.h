#pragma once

#include "core/base/sentence.h"
#include "core/datasets/labelled_box.h"
#include "core/datasets/own_box_files.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

enum class AnnotationKind { Labelme, Coco };

/// What people have drawn on a picture already, in a file beside it.
struct Annotations {
    AnnotationKind kind = AnnotationKind::Labelme;
    std::filesystem::path file;
    std::vector<LabelledBox> boxes;    ///< as in the file, not clipped; may be none
    std::map<std::string, int> others; ///< shapes that are no boxes, by their kind: {"polygon", 2}
};

struct AnnotationsBeside {
    std::optional<Annotations> found;
    /// Sentences on files that may be the picture's and cannot be used: damaged, too large, of another size.
    std::vector<Sentence> remarks;
};

/// Looks for a picture's own annotations:
///   1. labelme's (or X-AnyLabeling's) NAME.json beside it, unless its "imagePath" is another picture that is there;
///   2. a COCO file that lists it, among the .json files of its folder, of the folder "annotations" in it and of the
///      one beside it, in this order and by name.
/// Opening a picture must not wait for long, so that COCO files are looked at up to kMostBesideBytes together: at most
/// about a second. Call it off the GUI's thread all the same. Throws nothing.
AnnotationsBeside annotationsBeside(const AnnotatedPicture& picture);

constexpr std::uintmax_t kMostBesideBytes = 32u << 20;

/// Boxes to go on with from a picture's annotations: clipped to the picture, those without area left out. Saving them
/// with saveAsLabelme or saveAsCoco to the same file changes what the user changed and nothing else.
OwnBoxes ownBoxesOf(const Annotations& annotations, const AnnotatedPicture& picture);

} // namespace vbs
