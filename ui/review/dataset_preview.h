#pragma once

#include "ui/review/dataset_look.h"
#include "ui/services/thumbnail_loader.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QListWidget;
class QStackedLayout;

namespace vbs {

/// What a look at a data set found: how much it holds, what is wrong with it, and its first item.
class DatasetPreview : public QFrame {
    Q_OBJECT
public:
    explicit DatasetPreview(QWidget* parent = nullptr);

    void showSentence(const QString& sentence); ///< in the place of all else
    void showLook(const DatasetLook& look);

private:
    QWidget* foundPage();
    void showFaults(const DraftSummary& summary);
    void showFirst(const Example& first);
    void showThumbnail(const QString& path, const QImage& thumbnail); ///< null: there is none

    ThumbnailLoader m_thumbnails;
    QStackedLayout* m_pages;
    QLabel *m_sentence, *m_head, *m_faultsHead, *m_remarks, *m_firstHead, *m_text, *m_truth;
    QListWidget* m_faults;
    QHBoxLayout* m_pictures;
    QStringList m_shown; ///< files whose thumbnails are wanted
};

} // namespace vbs
