#pragma once

#include "ui/models/picture_list_model.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

class QLabel;
class QListView;

namespace vbs {

/// Thumbnails of the folder or list that is open.
class PicturesPanel : public QWidget {
    Q_OBJECT
public:
    explicit PicturesPanel(Workbench& workbench, QWidget* parent = nullptr);

private:
    void showFiles();
    void showCurrent();
    void keepThumbnail();

    Workbench& m_workbench;
    PictureListModel m_model;
    QListView* m_list;
    QLabel* m_empty;
};

} // namespace vbs
