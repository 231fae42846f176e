#include "ui/window/pictures_panel.h"

#include "ui/window/picture_delegate.h"

#include <QItemSelectionModel>
#include <QListView>

namespace vbs {

PicturesPanel::PicturesPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench),
      m_page(this, m_model, new PictureDelegate, tr("Open a folder to see its pictures here.")), m_list(m_page.list())
{
    setObjectName("picturesPanel");
    m_list->setObjectName("pictures");
    m_list->setAccessibleName(tr("Pictures"));

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
    m_page.showListOrHint();
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
