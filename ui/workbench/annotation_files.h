#pragma once

#include "core/datasets/annotations_beside.h"
#include "core/engine/inference_types.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <cstdint>

namespace vbs {

/// Reads and writes the labelme and COCO files beside pictures, without the window waiting for them.
/// All methods and signals belong to the GUI thread.
class AnnotationFiles : public QObject {
    Q_OBJECT
public:
    using Ticket = std::uint64_t; ///< never 0

    explicit AnnotationFiles(QObject* parent = nullptr);
    ~AnnotationFiles() override; ///< waits for what is being written

    /// Answered by looked(), unless another look came after it.
    Ticket lookBeside(const AnnotatedPicture& picture);
    /// Answered by saved() or failed().
    Ticket save(AnnotationKind kind, const QString& file, const AnnotatedPicture& picture, const OwnBoxes& boxes);

Q_SIGNALS:
    void looked(vbs::AnnotationFiles::Ticket ticket, const vbs::AnnotationsBeside& beside);
    void saved(vbs::AnnotationFiles::Ticket ticket, const QString& file, const vbs::OwnBoxes& boxes);
    void failed(vbs::AnnotationFiles::Ticket ticket, const vbs::ErrorInfo& error);

private:
    Ticket m_last = 0;
    QThreadPool m_pool;
};

} // namespace vbs
