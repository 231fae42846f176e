#pragma once

#include "core/datasets/dataset.h"

#include <array>

namespace vbs {

/// Pictures of one example after the other. The last ones are kept, since questions on a picture mostly follow each
/// other.
class ExamplePictures {
public:
    /// Gives a request the example's pictures. @throws Error naming a file that cannot be read.
    void give(const Example& example, InferenceRequest& request);

private:
    struct Kept {
        std::filesystem::path file;
        ImagePtr image;
    };

    ImagePtr of(const Example& example, std::size_t which);

    std::array<Kept, 2> m_kept;
};

/// Whether an error belongs to one example (its picture, its text), so that others can be asked; else it would come
/// back at every one.
bool isOfExample(ErrorCode code);

} // namespace vbs
