#include "ui/window/get_models_window.h"

#include "ui/util/labels.h"
#include "ui/util/theme.h"
#include "ui/window/model_card_view.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kWidth = 720, kHeight = 640;

QPushButton* button(const QString& text, const char* name)
{
    auto* result = new QPushButton(text);
    result->setObjectName(name);
    result->setAutoDefault(false);
    return result;
}

} // namespace

GetModelsWindow::GetModelsWindow(ModelService& service, FileChooser& chooser, QWidget* parent)
    : QDialog(parent), m_service(service), m_chooser(chooser), m_column(new QVBoxLayout),
      m_said(mutedLabel("getModelsSaid")), m_folder(mutedLabel("getModelsFolder")),
      m_add(button(tr("&Add Files…"), "getModelsAdd")), m_usualFolder(button(tr("&Usual Places"), "getModelsUsual"))
{
    setObjectName("getModels");
    setWindowTitle(tr("Get Models"));
    setModal(false);
    build();
    connect(&m_service, &ModelService::changed, this, &GetModelsWindow::showCards);
    connect(&m_service, &ModelService::jobChanged, this, [this](const QString& name) {
        for (ModelCardView* card : std::as_const(m_cards))
            if (card->name() == name)
                card->showJob();
    });
    connect(&m_service, &ModelService::said, this, [this](const QString& sentence, bool isProblem) {
        m_said->setText(sentence);
        m_said->setProperty("role", isProblem ? "" : "muted");
        m_said->show();
    });
    showCards();
}

void GetModelsWindow::build()
{
    auto* intro = mutedLabel("getModelsIntro");
    intro->setText(
        tr("The shipped model knows drawn scenes only. These were taught with photos. Downloads go on while you "
           "work and when this window is closed; what is there already, of other programs too, is not "
           "downloaded again."));
    auto* content = new QWidget;
    content->setLayout(m_column);
    m_column->setContentsMargins(16, 4, 16, 4);
    m_column->setSpacing(12);
    m_column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName("getModelsScroll");
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    m_said->setContentsMargins(16, 0, 16, 0);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_said->hide();
    QPushButton* choose = button(tr("Choose &Folder…"), "getModelsChooseFolder");
    QPushButton* close = button(tr("Close"), "getModelsClose");
    m_add->setToolTip(
        tr("Files that you downloaded or copied yourself, and checkpoints, are recognised by their content, "
           "whatever they are called."));
    m_usualFolder->setToolTip(tr("Keep models where Hugging Face's and PyTorch's programs keep theirs"));
    intro->setContentsMargins(16, 16, 16, 4);
    m_folder->setContentsMargins(16, 0, 16, 0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 16);
    row->addWidget(m_add);
    row->addWidget(choose);
    row->addWidget(m_usualFolder);
    row->addStretch(1);
    row->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(intro);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_said);
    layout->addWidget(m_folder);
    layout->addLayout(row);
    resize(kWidth, kHeight);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_add, &QPushButton::clicked, this,
            [this] { m_service.addFiles(m_chooser.chooseModelFiles(this, QDir::homePath())); });
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString start = m_service.folder().isEmpty() ? QDir::homePath() : m_service.folder();
        if (const QString folder = m_chooser.chooseFolder(this, start); !folder.isEmpty())
            m_service.setFolder(folder);
    });
    connect(m_usualFolder, &QPushButton::clicked, this, [this] { m_service.setFolder({}); });
}

void GetModelsWindow::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_service.refresh(); // other programs may have got or removed some
}

void GetModelsWindow::showCards()
{
    const auto& cards = m_service.cards();
    while (m_cards.size() > qsizetype(cards.size()))
        m_cards.takeLast()->deleteLater();
    while (m_cards.size() < qsizetype(cards.size())) {
        auto* card = new ModelCardView(m_service);
        connect(card, &ModelCardView::useWanted, this, &GetModelsWindow::useWanted);
        connect(card, &ModelCardView::removeWanted, this, &GetModelsWindow::askToRemove);
        m_column->insertWidget(int(m_cards.size()), card);
        m_cards << card;
    }
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setCard(cards[std::size_t(i)]);
    if (!m_service.problem().isEmpty()) {
        m_said->setText(m_service.problem());
        m_said->show();
    }
    m_add->setEnabled(!m_service.isAdding());
    m_folder->setText(m_service.folder().isEmpty()
                          ? tr("Models are kept where Hugging Face's and PyTorch's programs keep theirs.")
                          : tr("Models are kept in %1.").arg(QDir::toNativeSeparators(m_service.folder())));
    m_usualFolder->setVisible(!m_service.folder().isEmpty());
}

void GetModelsWindow::askToRemove(const QString& name)
{
    QString title = name;
    for (const ModelCard& card : m_service.cards())
        if (card.name == name)
            title = card.title;
    auto* question =
        new QMessageBox(QMessageBox::NoIcon, tr("Remove a Model"),
                        tr("Remove “%1” from this computer? Files that other programs or models use stay.").arg(title),
                        QMessageBox::Cancel, this);
    question->setObjectName("removeModelQuestion");
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* remove = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName("removeModel");
    question->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, name] { m_service.remove(name); });
    question->open();
}

} // namespace vbs
