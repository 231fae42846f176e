#pragma once

#include "ui/models/picture_list_model.h"
#include "ui/util/list_page.h"
#include "ui/workbench/workbench.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace vbs {

class PictureDelegate;

/// Thumbnails of the folder or list that is open, those with certain words in their names when the user wants few.
class PicturesPanel : public QWidget {
    Q_OBJECT
public:
    explicit PicturesPanel(Workbench& workbench, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showFiles();
    void showCurrent();
    void keepThumbnail();
    void filter(const QString& words);

    Workbench& m_workbench;
    PictureListModel m_model;
    QSortFilterProxyModel m_shown;
    QLineEdit* m_filter;
    PictureDelegate* m_delegate;
    ListPage m_page;
    QListView* m_list;
    QLabel* m_none;
};

} // namespace vbs
