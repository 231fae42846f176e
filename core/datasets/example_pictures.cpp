#include "core/datasets/example_pictures.h"

#include "core/image/image_io.h"

namespace vbs {

ImagePtr ExamplePictures::of(const Example& example, std::size_t which)
{
    Kept& kept = m_kept.at(which);
    if (!kept.image || kept.file != example.pictures.at(which)) {
        kept.image.reset();
        kept.image = std::make_shared<const RgbImage>(readImage(example.pictures[which]));
        kept.file = example.pictures[which];
    }
    return kept.image;
}

void ExamplePictures::give(const Example& example, InferenceRequest& request)
{
    request.image = of(example, 0);
    if (example.pictures.size() > 1)
        request.rightImage = of(example, 1);
}

bool isOfExample(ErrorCode code)
{
    return code != ErrorCode::Cancelled && code != ErrorCode::UnsupportedFormat && code != ErrorCode::Mismatch &&
           code != ErrorCode::Internal;
}

} // namespace vbs
