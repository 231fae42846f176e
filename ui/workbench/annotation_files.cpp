#include "ui/workbench/annotation_files.h"

#include "core/base/error.h"
#include "core/base/one_line.h"
#include "ui/util/qt_bridge.h"

namespace vbs {

AnnotationFiles::AnnotationFiles(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

AnnotationFiles::~AnnotationFiles()
{
    m_pool.waitForDone();
}

AnnotationFiles::Ticket AnnotationFiles::lookBeside(const AnnotatedPicture& picture)
{
    const Ticket ticket = ++m_last;
    m_pool.start([this, ticket, picture] {
        const auto tell = [this, ticket, beside = annotationsBeside(picture)] { Q_EMIT looked(ticket, beside); };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
    return ticket;
}

AnnotationFiles::Ticket AnnotationFiles::save(AnnotationKind kind, const QString& file, const AnnotatedPicture& picture,
                                              const OwnBoxes& boxes)
{
    const Ticket ticket = ++m_last;
    m_pool.start([this, ticket, kind, file, picture, boxes] {
        const auto write = kind == AnnotationKind::Coco ? saveAsCoco : saveAsLabelme;
        try {
            const OwnBoxes now = write(toPath(file), picture, boxes);
            QMetaObject::invokeMethod(
                this, [this, ticket, file, now] { Q_EMIT saved(ticket, file, now); }, Qt::QueuedConnection);
        } catch (const Error& e) {
            const ErrorInfo error = infoOf(e);
            QMetaObject::invokeMethod(
                this, [this, ticket, error] { Q_EMIT failed(ticket, error); }, Qt::QueuedConnection);
        }
    });
    return ticket;
}

} // namespace vbs
