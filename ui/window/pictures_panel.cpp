#include "ui/window/pictures_panel.h"

#include "ui/window/picture_delegate.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace vbs {

PicturesPanel::PicturesPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_list(new QListView),
      m_empty(new QLabel(tr("Open a folder to see its pictures here.")))
{
    setObjectName("picturesPanel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 8);
    layout->setSpacing(0);
    m_empty->setProperty("role", "muted");
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(8, 0, 8, 0);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_empty, 1);
    m_list->setObjectName("pictures");
    m_list->setAccessibleName(tr("Pictures"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PictureDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_list, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && index.row() != m_workbench.state().currentFile)
            m_workbench.showFile(index.row());
    });
    watch(workbench, Change::Files, this, [this] { showFiles(); });
    watch(workbench, Change::Files | Change::CurrentFile, this, [this] { showCurrent(); });
    watch(workbench, Change::LeftPicture, this, [this] { keepThumbnail(); });
    showFiles();
    showCurrent();
}

void PicturesPanel::showFiles()
{
    m_model.setFiles(m_workbench.state().files);
    m_empty->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
}

void PicturesPanel::showCurrent()
{
    const QModelIndex index = m_model.index(m_workbench.state().currentFile);
    if (!index.isValid()) {
        m_list->selectionModel()->clear();
        return;
    }
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
}

void PicturesPanel::keepThumbnail()
{
    const auto& picture = m_workbench.state().left.picture;
    if (picture && !picture->path.isEmpty())
        m_model.setThumbnail(picture->path, picture->pixels->thumbnail(m_model.thumbnailBox()));
}

} // namespace vbs
