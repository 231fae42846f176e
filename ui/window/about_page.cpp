#include "ui/window/about_page.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QIcon>
#include <QLabel>
#include <QLibraryInfo>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace vbs {

AboutPage::AboutPage(const WorkbenchState& state, QWidget* parent) : QDialog(parent)
{
    setObjectName("aboutPage");
    setWindowTitle(tr("About VisualBERT Studio"));
    auto* icon = new QLabel;
    icon->setPixmap(QApplication::windowIcon().pixmap(64, 64));
    auto* title = headingLabel(tr("VisualBERT Studio %1").arg(QApplication::applicationVersion()));
    auto* what = plainLabel(tr("Ask pictures questions with VisualBERT, and see why."));
    auto* about = plainLabel(facts(state));
    about->setObjectName("aboutFacts");
    about->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* licences = mutedLabel("aboutLicences");
    licences->setText(tr("VisualBERT Studio and its pack picture-book: Apache License 2.0. It stands on Qt (LGPL 3), "
                         "LibTorch (BSD), OpenCV (Apache 2.0), ICU (Unicode License), nlohmann/json, CLI11 and "
                         "yaml-cpp (MIT or BSD). Packs that you add have licences of their own."));
    auto* papers = new QLabel(tr("<a href=\"https://arxiv.org/abs/1908.03557\">VisualBERT, the paper (Li and others, "
                                 "2019)</a>"));
    papers->setOpenExternalLinks(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName("aboutCopy");
    copy->setToolTip(tr("Copy the versions, for a report of a fault"));
    connect(copy, &QPushButton::clicked, this,
            [text = title->text() + '\n' + about->text()] { QApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    auto* words = new QVBoxLayout;
    words->addWidget(title);
    words->addWidget(what);
    words->addStretch();
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(head);
    layout->addWidget(about);
    layout->addWidget(licences);
    layout->addWidget(papers);
    layout->addWidget(buttons);
    setMinimumWidth(480);
}

QString AboutPage::facts(const WorkbenchState& state) const
{
    QStringList lines;
    if (state.pack) {
        const QString title = titleOf(*state.pack);
        lines << tr("Model pack: %1 (%2)").arg(title, toQString(state.pack->folder.string()));
        lines << tr("Device: %1, %2; LibTorch %3")
                     .arg(toQString(state.device.device), toQString(state.device.precision),
                          toQString(state.device.libtorch));
    } else {
        lines << tr("Model pack: none");
    }
    lines << tr("Qt %1; %2 (%3)")
                 .arg(QLatin1String(qVersion()), QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
    return lines.join('\n');
}

} // namespace vbs
