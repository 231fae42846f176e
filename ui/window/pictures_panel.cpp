#include "ui/window/pictures_panel.h"

#include "ui/util/labels.h"
#include "ui/window/picture_delegate.h"
#include "ui/window/region_run_bar.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QScrollBar>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kWorthFiltering = 10; ///< pictures

/// Every word, anywhere in the name, in any order.
QRegularExpression patternOf(const QString& words)
{
    QString pattern;
    for (const QString& word : words.split(' ', Qt::SkipEmptyParts))
        pattern += QStringLiteral("(?=.*%1)").arg(QRegularExpression::escape(word));
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

} // namespace

PicturesPanel::PicturesPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_filter(new QLineEdit), m_delegate(new PictureDelegate),
      m_page(this, m_shown, m_delegate, tr("Open a folder to see its pictures here.")), m_list(m_page.list()),
      m_none(mutedLabel("noPictureOfThatName"))
{
    setObjectName("picturesPanel");
    m_shown.setSourceModel(&m_model);
    m_list->setObjectName("pictures");
    m_list->setAccessibleName(tr("Pictures"));
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->installEventFilter(this);
    m_filter->setObjectName("pictureFilter");
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter the pictures by name"));
    m_filter->setClearButtonEnabled(true);
    m_none->setText(tr("No picture has such a name."));
    auto* layout = static_cast<QVBoxLayout*>(this->layout());
    layout->insertWidget(0, m_filter);
    layout->insertWidget(1, m_none);
    layout->addWidget(new RegionRunBar(workbench.regionRun()));
    layout->setSpacing(6);

    connect(m_filter, &QLineEdit::textChanged, this, &PicturesPanel::filter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const int file = m_shown.mapToSource(index).row();
        if (index.isValid() && file != m_workbench.state().currentFile)
            m_workbench.showFile(file);
    });
    watch(workbench, Change::Files, this, [this] { showFiles(); });
    watch(workbench, Change::Files | Change::CurrentFile, this, [this] { showCurrent(); });
    watch(workbench, Change::LeftPicture, this, [this] { keepThumbnail(); });
    showFiles();
    showCurrent();
}

/// Columns follow the width of the view, which keeps room for its scroll bar whether that is there or not.
bool PicturesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        m_delegate->setWidth(m_list->maximumViewportSize().width() - m_list->verticalScrollBar()->sizeHint().width());
        m_list->doItemsLayout();
    }
    return QWidget::eventFilter(watched, event);
}

void PicturesPanel::filter(const QString& words)
{
    const QSignalBlocker blocker(m_list->selectionModel()); // another row is no wish for another picture
    m_shown.setFilterRegularExpression(patternOf(words));
    m_none->setVisible(m_shown.rowCount() == 0 && m_model.rowCount() > 0);
    showCurrent();
}

void PicturesPanel::showFiles()
{
    const QSignalBlocker blocker(m_list->selectionModel());
    const WorkbenchState& state = m_workbench.state();
    std::vector<PictureListModel::Pasted> pasted;
    for (const OpenPicture& picture : state.pasted)
        pasted.push_back({picture.key, picture.name, picture.pixels->thumbnail(m_model.thumbnailBox())});
    m_model.setFiles(state.files, pasted);
    m_filter->setVisible(m_model.rowCount() >= kWorthFiltering || !m_filter->text().isEmpty());
    filter(m_filter->text());
    m_page.showListOrHint(m_model.rowCount() > 0);
}

void PicturesPanel::showCurrent()
{
    const QModelIndex index = m_shown.mapFromSource(m_model.index(m_workbench.state().currentFile));
    if (!index.isValid()) {
        m_list->selectionModel()->clear();
        return;
    }
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
    m_list->viewport()->update();
}

void PicturesPanel::keepThumbnail()
{
    const auto& picture = m_workbench.state().left.picture;
    if (picture && !picture->path.isEmpty())
        m_model.setThumbnail(picture->path, picture->pixels->thumbnail(m_model.thumbnailBox()));
}

} // namespace vbs
