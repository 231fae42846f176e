#include "ui/canvas/empty_page.h"

#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/util/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace vbs {

EmptyPage::EmptyPage(QWidget* parent)
    : QWidget(parent), m_iconPlace(new QWidget), m_title(plainLabel()), m_text(plainLabel()), m_buttons(new QWidget)
{
    setObjectName("emptyPage");
    m_iconPlace->setFixedSize(64, 64);
    m_title->setProperty("role", "title");
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setProperty("role", "muted");
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);

    auto* open = new QPushButton(tr("Open Picture…"));
    open->setProperty("role", "primary");
    auto* folder = new QPushButton(tr("Open Folder…"));
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested(m_openAction); });
    connect(folder, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested("open-folder"); });
    m_folder = folder;
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(open);
    buttons->addWidget(folder);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(m_iconPlace, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(16);
    layout->addWidget(m_buttons, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    auto* review = new QPushButton(tr("Or try a review of annotations"));
    review->setObjectName("tryReview");
    review->setProperty("role", "link");
    review->setCursor(Qt::PointingHandCursor);
    connect(review, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested("review-sample"); });
    m_review = review;
    layout->addWidget(m_review, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    showWelcome();
}

void EmptyPage::show(const QString& icon, const QString& title, const QString& text, bool buttons)
{
    m_icon = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_buttons->setVisible(buttons);
    m_review->hide();
    update();
}

void EmptyPage::showWelcome()
{
    const QString key = m_keyOf("paste");
    show("picture", tr("Drop a picture here"),
         key.isEmpty() ? tr("or open one, paste one, or open a folder. Then ask a question about it.")
                       : tr("or open one, paste one with %1, or open a folder. Then ask a question about it.").arg(key),
         true);
    m_review->setVisible(m_reviewOffered);
}

void EmptyPage::setReviewOffered(bool offered)
{
    m_reviewOffered = offered;
    showWelcome();
}

void EmptyPage::showRight()
{
    m_openAction = "open-right";
    m_folder->hide();
    show("picture", tr("Drop a second picture here"), tr("or open one. The statement is about both."), true);
}

void EmptyPage::showOpening(const QString& text)
{
    show("picture", tr("%1…").arg(text), {}, false);
}

void EmptyPage::showUnopened(const QString& name, bool more)
{
    const QString key = more ? m_keyOf("next") : QString();
    show("broken", tr("%1 could not be opened").arg(name),
         key.isEmpty() ? tr("Open another picture or a folder.")
                       : tr("Open another picture, or go on with %1.").arg(key),
         true);
}

void EmptyPage::showMissing(const QString& name, const QString& hint)
{
    show("broken", tr("%1 could not be opened").arg(name), hint, false);
}

void EmptyPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColors().canvas);
    paintLineIcon(painter, m_icon, QRectF(m_iconPlace->geometry()), themeColors().muted);
}

} // namespace vbs
