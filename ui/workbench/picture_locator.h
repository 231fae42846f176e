#pragma once

#include "ui/workbench/workbench_state.h"

#include <QObject>
#include <QThreadPool>

namespace vbs {

/// Looks, on a thread of its own, whether a file is the picture that a card was about. Methods and signals belong to
/// the GUI thread.
class PictureLocator : public QObject {
    Q_OBJECT
public:
    explicit PictureLocator(QObject* parent = nullptr);
    ~PictureLocator() override; ///< waits for the file under way

    /// @param wanted with its digest where that is known; else a file of its name and size counts as the same.
    /// @param size of the picture that was asked about.
    void look(const QString& path, const OpenPicture& wanted, const QSize& size);

Q_SIGNALS:
    /// @param difference why it is another picture, as a whole sentence; empty: it is the same.
    void looked(const QString& path, const QString& digest, const QString& difference);
    void failed(const vbs::ErrorInfo& error);

private:
    QThreadPool m_pool;
};

} // namespace vbs
