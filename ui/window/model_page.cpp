#include "ui/window/model_page.h"

#include "ui/util/core_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kWidth = 560, kHeight = 520;

QString finderText(const ExtractorInfo& extractor)
{
    if (extractor.kind.empty())
        return {};
    return ModelPage::tr("%1, %2 numbers for each region").arg(extractorName(extractor)).arg(extractor.featureSize);
}

/// What the engine calls a task; the window shows two of them on one page.
QString fullName(Task task)
{
    if (task == Task::CaptionMatch)
        return ModelPage::tr("Does a caption fit?");
    return taskName(task);
}

} // namespace

QString ModelPage::tasksText(const PackInfo& pack)
{
    QStringList names;
    for (const Task task : pack.tasks)
        names << fullName(task);
    return names.join(", ");
}

ModelPage::ModelPage(const PackInfo& pack, QWidget* parent) : QDialog(parent)
{
    setObjectName("modelPage");
    setWindowTitle(tr("About %1").arg(titleOf(pack)));
    auto* content = new QWidget;
    auto* form = new QFormLayout(content);
    form->setContentsMargins(24, 24, 24, 8);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(headingLabel(titleOf(pack)));
    if (!pack.description.empty())
        form->addRow(selectableLabel(coreText(pack.description), "modelDescription"));
    const auto row = [form](const QString& name, const QString& text, const char* object) {
        auto* label = plainLabel(name);
        label->setProperty("role", "muted");
        if (!text.isEmpty())
            form->addRow(label, selectableLabel(text, object));
    };
    row(tr("Tasks"), tasksText(pack), "modelTasks");
    const QString usual = finderText(pack.extractor);
    for (const PackTaskInfo& model : pack.models) {
        QStringList lines;
        if (!model.form.english().empty())
            lines << coreText(model.form);
        if (const QString own = finderText(model.extractor); !own.isEmpty() && own != usual)
            lines << tr("Regions: %1").arg(own);
        row(fullName(model.task), lines.join('\n'), "modelForm");
    }
    row(tr("Region finder"), usual, "modelExtractor");
    row(tr("Strange pictures"),
        pack.knowsStrangeness ? tr("It tells when a picture is unlike all that it was taught.")
                              : tr("It cannot tell when a picture is unlike what it was taught."),
        "modelStrangeness");
    row(tr("Licence"), pack.license.empty() ? tr("None stated") : toQString(pack.license), "modelLicence");
    if (pack.bytes > 0)
        row(tr("Size"), QLocale().formattedDataSize(qint64(pack.bytes), 0, QLocale::DataSizeSIFormat), "modelSize");
    row(tr("Folder"), fromPath(pack.folder), "modelFolder");

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setContentsMargins(24, 0, 24, 16);
    QPushButton* show = buttons->addButton(tr("Show &Folder"), QDialogButtonBox::ActionRole);
    show->setObjectName("modelShowFolder");
    connect(show, &QPushButton::clicked, this,
            [this, file = fromPath(pack.folder / "pack.json")] { Q_EMIT folderWanted(file); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(kWidth, kHeight);
}

} // namespace vbs
