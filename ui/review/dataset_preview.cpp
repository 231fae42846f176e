#include "ui/review/dataset_preview.h"

#include "core/review/example_record.h"
#include "ui/review/review_text.h"
#include "ui/util/core_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QStackedLayout>

namespace vbs {
namespace {

constexpr QSize kThumbnail(184, 138);
constexpr int kPicturesShown = 2;
constexpr qsizetype kMostShown = 280; ///< characters of the first item's text

QString shortened(const std::string& text)
{
    const QString whole = toQString(text).simplified();
    return whole.size() <= kMostShown ? whole : whole.left(kMostShown - 1) + QChar(0x2026);
}

QLabel* wrappingLabel(const char* name)
{
    return selectableLabel({}, name);
}

} // namespace

DatasetPreview::DatasetPreview(QWidget* parent)
    : QFrame(parent), m_thumbnails(kThumbnail), m_pages(new QStackedLayout(this)),
      m_sentence(mutedLabel("datasetSentence")), m_head(wrappingLabel("datasetHead")),
      m_faultsHead(wrappingLabel("datasetFaultsHead")), m_remarks(mutedLabel("datasetRemarks")),
      m_firstHead(headingLabel(tr("The first item"))), m_text(wrappingLabel("datasetFirstText")),
      m_truth(wrappingLabel("datasetFirstTruth")), m_faults(new QListWidget), m_pictures(new QHBoxLayout)
{
    setObjectName("datasetPreview");
    setProperty("role", "card");
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setContentsMargins(32, 16, 32, 16);
    m_pages->addWidget(m_sentence);
    m_pages->addWidget(foundPage());
    connect(&m_thumbnails, &ThumbnailLoader::ready, this, &DatasetPreview::showThumbnail);
}

void DatasetPreview::showThumbnail(const QString& path, const QImage& thumbnail)
{
    for (int i = 0; i < m_shown.size(); ++i) { // both pictures of a pair may be one
        auto* label = qobject_cast<QLabel*>(m_pictures->itemAt(i)->widget());
        if (m_shown[i] != path || label == nullptr)
            continue;
        if (thumbnail.isNull()) {
            label->setText(tr("no picture"));
        } else {
            label->setPixmap(QPixmap::fromImage(thumbnail));
            label->setFixedWidth(thumbnail.width());
        }
    }
}

QWidget* DatasetPreview::foundPage()
{
    m_head->setProperty("role", "panelTitle");
    m_faultsHead->setProperty("role", "hint");
    m_remarks->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_faults->setObjectName("datasetFaults");
    m_faults->setAccessibleName(tr("What is wrong with items"));
    m_faults->setFrameShape(QFrame::NoFrame);
    m_faults->setWordWrap(true);
    m_faults->setTextElideMode(Qt::ElideNone);
    m_faults->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_faults->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_faults->setSpacing(2);
    m_faults->setSelectionMode(QAbstractItemView::SingleSelection);
    m_faults->setMinimumHeight(56);
    m_pictures->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(6);
    for (QLabel* each : {m_firstHead, m_text, m_truth})
        words->addWidget(each);
    words->addStretch(1);
    auto* first = new QHBoxLayout;
    first->setSpacing(12);
    first->addLayout(m_pictures);
    first->setAlignment(m_pictures, Qt::AlignTop);
    first->addLayout(words, 1);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_head);
    layout->addWidget(m_remarks);
    layout->addLayout(first);
    layout->addWidget(m_faultsHead);
    layout->addWidget(m_faults, 1);
    layout->addStretch();
    return page;
}

void DatasetPreview::showSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    m_pages->setCurrentIndex(0);
}

void DatasetPreview::showLook(const DatasetLook& look)
{
    const DraftSummary& summary = look.summary;
    m_head->setText(
        tr("%1: %2 about %Ln picture(s)", nullptr, int(summary.pictures)).arg(look.format, itemsText(summary.items)));
    QStringList remarks;
    for (const Sentence& remark : summary.remarks)
        remarks << coreText(remark);
    m_remarks->setText(remarks.mid(0, 3).join('\n'));
    m_remarks->setToolTip(plainToolTip(remarks.join('\n')));
    m_remarks->setVisible(!remarks.isEmpty());
    showFaults(summary);
    showFirst(summary.first);
    m_pages->setCurrentIndex(1);
}

void DatasetPreview::showFaults(const DraftSummary& summary)
{
    const bool any = summary.faulty > 0;
    m_faultsHead->setVisible(any);
    m_faults->setVisible(any);
    m_faults->clear();
    if (!any)
        return;
    QString head = summary.faulty == 1
                       ? tr("1 item can be reviewed as text only, without its picture.")
                       : tr("%1 can be reviewed as text only, without their pictures.").arg(itemsText(summary.faulty));
    if (summary.faulty > summary.faults.size())
        head += ' ' + tr("The first of them:");
    m_faultsHead->setText(head);
    for (const std::string& fault : summary.faults)
        m_faults->addItem(toQString(fault));
}

void DatasetPreview::showFirst(const Example& first)
{
    m_text->setText(shortened(first.text));
    m_text->setVisible(!first.text.empty());
    const std::string truth = truthInWords(first);
    m_truth->setText(truth.empty() ? tr("Without an annotation") : tr("Annotated: %1").arg(shortened(truth)));
    m_thumbnails.forgetRequests();
    m_shown.clear();
    while (QLayoutItem* old = m_pictures->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const std::filesystem::path& picture : first.pictures) {
        if (m_shown.size() == kPicturesShown)
            break;
        auto* label = plainLabel();
        label->setObjectName("datasetPicture");
        label->setProperty("role", "muted");
        label->setFixedSize(kThumbnail);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        label->setAccessibleName(tr("The first item's picture"));
        m_pictures->addWidget(label);
        m_shown << fromPath(picture);
    }
    for (const QString& file : std::as_const(m_shown))
        m_thumbnails.request(file);
}

} // namespace vbs
