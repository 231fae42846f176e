#pragma once

#include "core/data/own_boxes.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace vbs {

/// Keeps the user's own boxes of every picture on disk, without the window waiting for it: looks them up when a picture
/// was opened, and saves them after each edit. What cannot be saved is tried again with the next one, and at the end.
/// All methods and signals belong to the GUI thread.
class BoxKeeper : public QObject {
    Q_OBJECT
public:
    using Ticket = std::uint64_t; ///< never 0

    /// @param folder made when needed; empty: nothing is kept.
    explicit BoxKeeper(const QString& folder, QObject* parent = nullptr);
    ~BoxKeeper() override; ///< saves what is waiting

    bool isKeeping() const { return !m_store->folder().empty(); }
    /// Answered by looked(), unless the keeper goes before.
    Ticket lookFor(const ImagePtr& image);
    /// @param boxes nothing: those that were kept are forgotten.
    void keep(const ImagePtr& image, const std::optional<OwnBoxes>& boxes);
    void tryAgain(); ///< what could not be saved
    /// Why the boxes of some pictures are not on disk, as a sentence; empty: all are.
    const QString& unsaved() const { return m_unsaved; }

Q_SIGNALS:
    void looked(vbs::BoxKeeper::Ticket ticket, const std::optional<vbs::OwnBoxes>& boxes);
    void unsavedChanged();
    void problem(const QString& text); ///< boxes that were kept cannot be read

private:
    struct Waiting {
        ImagePtr image;
        std::optional<OwnBoxes> boxes;
    };
    struct Known {
        std::weak_ptr<const RgbImage> image;
        std::string key;
    };

    std::string keyOf(const ImagePtr& image);
    void saveAll();
    void tellUnsaved(const QString& reason);

    const std::unique_ptr<const OwnBoxStore> m_store;
    std::mutex m_mutex;
    std::vector<Waiting> m_waiting; ///< to be saved, one for each picture; guarded by m_mutex
    std::vector<Known> m_known;     ///< keys of open pictures; the pool's thread's own
    QString m_unsaved;
    Ticket m_last = 0;
    QThreadPool m_pool; ///< of one thread, so that the last edit is the last to be written
};

} // namespace vbs
