#include "ui/services/ordinary_file.h"

#include "core/base/error.h"

#include <QFileInfo>

namespace vbs {

void requireOrdinaryFile(const QString& path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())
        throw Error(ErrorCode::FileUnreadable,
                    sentence("%1 is a pipe or a device. Choose a picture file instead.", path.toStdString()));
}

} // namespace vbs
