#pragma once

#include "ui/models/picture_list_model.h"
#include "ui/util/list_page.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

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
    ListPage m_page;
    QListView* m_list;
};

} // namespace vbs
