#include "core/predict/run_pictures.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/image/image_io.h"

namespace vbs {

RunPicturePtr RunPictures::of(const std::filesystem::path& file, std::size_t side)
{
    RunPicturePtr& kept = m_kept.at(side);
    if (!kept || kept->file != file) {
        kept.reset();
        kept = std::make_shared<const RunPicture>(read(file));
    }
    return kept;
}

RunPicture RunPictures::read(const std::filesystem::path& file) const
{
    RunPicture picture;
    picture.file = file;
    if (m_store.isOnDisk()) {
        picture.fileHash = sha256OfFile(file);
        picture.key = m_store.keyOfFile(picture.fileHash, m_extractor);
        if (picture.key)
            return picture;
    }
    picture.image = std::make_shared<const RgbImage>(readImage(file, Orientation::AsMeant, &picture.fileHash));
    return picture;
}

} // namespace vbs
