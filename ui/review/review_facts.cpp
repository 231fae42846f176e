#include "ui/review/review_facts.h"

#include "core/datasets/dataset_formats.h"
#include "ui/review/review_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

ReviewFacts::ReviewFacts(const ReviewState& state, QWidget* parent) : QDialog(parent)
{
    setObjectName("reviewFacts");
    setWindowTitle(tr("About This Review"));
    setMinimumWidth(480);
    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [form](const QString& name, const QString& value) {
        if (!value.isEmpty())
            form->addRow(headingLabel(name), selectableLabel(value, "fact"));
    };
    const ReviewProject& project = state.project;
    const ReviewCounts& counts = state.counts;
    const QLocale locale;
    const auto number = [&](std::size_t count) { return locale.toString(qulonglong(count)); };
    add(tr("Name"), toQString(project.name));
    add(tr("Where it is kept"), state.where);
    const auto format = std::ranges::find(datasetFormats(), project.format, &DatasetFormat::name);
    add(tr("Format"),
        format == datasetFormats().end() ? toQString(project.format) : toQString(std::string(format->title)));
    add(tr("Data set"), fromPath(project.files.dataset));
    add(tr("Annotations"), fromPath(project.files.annotations));
    add(tr("Pictures"), fromPath(project.files.images));
    add(tr("Items"), number(counts.total));
    add(tr("With faults"), counts.faulty > 0
                               ? tr("%1: a picture is missing, or the record is damaged").arg(number(counts.faulty))
                               : tr("none"));
    add(tr("Model"), project.model.empty()
                         ? tr("none was asked")
                         : tr("%1, asked about %2").arg(toQString(project.model), itemsText(counts.predicted)));
    add(tr("Reviewers an item"), QString::number(project.reviewersWanted));
    add(tr("Decided"), tr("%1 accepted (%2 of all are corrected), %3 rejected, %4 unsure, %5 undecided")
                           .arg(number(counts.accepted), number(counts.corrected), number(counts.rejected),
                                number(counts.unsure), number(counts.undecided)));
    QStringList reviewers;
    for (const auto& [name, count] : counts.reviewers)
        reviewers << tr("%1 (%2)").arg(toQString(name), number(count));
    add(tr("Reviewers"), reviewers.join(", "));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (counts.faulty > 0) {
        QPushButton* faulty = buttons->addButton(tr("Show Items with Faults"), QDialogButtonBox::ActionRole);
        connect(faulty, &QPushButton::clicked, this, [this] {
            accept();
            Q_EMIT faultyWanted();
        });
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

} // namespace vbs
