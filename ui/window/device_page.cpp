#include "ui/window/device_page.h"

#include "core/base/threads.h"
#include "core/engine/precision_text.h"
#include "ui/util/core_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kWidth = 560, kFiguresHeight = 150;

QString sizeText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}

QString memoryText(const WorkbenchState& state)
{
    QStringList parts;
    parts << (state.device.memoryBytes > 0 ? DevicePage::tr("%1 in all.").arg(sizeText(state.device.memoryBytes))
                                           : DevicePage::tr("Not known."));
    if (state.pack && state.pack->bytes > 0)
        parts << DevicePage::tr("The weights of “%1” take %2 of it.")
                     .arg(titleOf(*state.pack), sizeText(state.pack->bytes));
    return parts.join(' ');
}

/// What is computed in what, since extractors keep to float32 where bfloat16 is slower.
QString precisionText(const WorkbenchState& state)
{
    const QString network = toQString(state.device.precision);
    if (precisionNote(state.device.precision, state.pack->extractor.precision).empty())
        return network;
    return DevicePage::tr("%1; regions in float32, since bfloat16 is slower on this processor").arg(network);
}

} // namespace

DevicePage::DevicePage(const WorkbenchState& state, AppSettings& settings, DeviceBench& bench, QWidget* parent)
    : QDialog(parent), m_settings(settings), m_bench(bench), m_precision(new QComboBox), m_threads(new QSpinBox),
      m_figures(new QPlainTextEdit), m_measure(new QPushButton)
{
    setObjectName("devicePage");
    setWindowTitle(tr("Device"));
    setMinimumWidth(kWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(14);
    layout->addWidget(buildFacts(state));
    layout->addWidget(buildSettings());
    layout->addWidget(buildBench());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    connect(&m_bench, &DeviceBench::changed, this, &DevicePage::showBench);
    showBench();
}

QWidget* DevicePage::buildFacts(const WorkbenchState& state)
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    const DeviceInfo& device = state.device;
    const bool known = state.pack.has_value();
    form->addRow(tr("Device"),
                 selectableLabel(!known                   ? tr("Not known until a model pack is loaded.")
                                 : device.device == "cpu" ? tr("The processor, %n thread(s)", nullptr, device.threads)
                                                          : toQString(device.device).toUpper(),
                                 "deviceName"));
    if (known) {
        form->addRow(tr("Why"), selectableLabel(coreText(device.reason), "deviceReason"));
        form->addRow(tr("Memory"), selectableLabel(memoryText(state), "deviceMemory"));
        form->addRow(tr("Precision"), selectableLabel(precisionText(state), "devicePrecision"));
        form->addRow(tr("LibTorch"), selectableLabel(toQString(device.libtorch), "deviceLibtorch"));
    }
    form->addRow(
        tr("GPU"),
        selectableLabel(tr("For an NVIDIA GPU the program is built with a LibTorch that has CUDA: start it with "
                           "./run.sh --torch DIR, or --torch python to take the one of an installed PyTorch."),
                        "deviceGpu"));
    return box;
}

QWidget* DevicePage::buildSettings()
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    m_precision->setObjectName("precisionSetting");
    m_precision->addItem(tr("float32 (the published numbers)"), QString());
    m_precision->addItem(tr("bfloat16 (faster where the processor has it; rounded)"), QString("bfloat16"));
    m_precision->setCurrentIndex(std::max(0, m_precision->findData(m_settings.precision())));
    m_threads->setObjectName("threadsSetting");
    m_threads->setRange(0, mostThreads());
    m_threads->setSpecialValueText(tr("All cores"));
    m_threads->setValue(m_settings.threads());
    form->addRow(tr("Compute in"), m_precision);
    form->addRow(tr("Threads"), m_threads);
    auto* change = mutedLabel("deviceChange");
    change->setText(
        tr("Both take effect at the next start of the program; --precision and --threads on the command line "
           "come before them."));
    form->addRow(change);
    connect(m_precision, &QComboBox::activated, this,
            [this] { m_settings.precision.set(m_precision->currentData().toString()); });
    connect(m_threads, &QSpinBox::valueChanged, this, [this](int count) { m_settings.threads.set(count); });
    return box;
}

QWidget* DevicePage::buildBench()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    m_measure->setObjectName("measure");
    m_measure->setAutoDefault(false);
    m_figures->setObjectName("figures");
    m_figures->setReadOnly(true);
    m_figures->setAccessibleName(tr("What was measured"));
    m_figures->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_figures->setMinimumHeight(kFiguresHeight);
    m_figures->setPlaceholderText(
        tr("Measures a network of full size with made-up weights: answers for 36 and 100 "
           "regions, and finding the regions of a photo, in both precisions. It takes about two "
           "minutes, in which answers come more slowly."));
    layout->addWidget(m_measure, 0, Qt::AlignLeft);
    layout->addWidget(m_figures, 1);
    box->setVisible(m_bench.isAvailable());
    connect(m_measure, &QPushButton::clicked, this,
            [this] { m_bench.isRunning() ? m_bench.cancel() : m_bench.start(); });
    return box;
}

void DevicePage::showBench()
{
    m_measure->setText(m_bench.isStopping()  ? tr("Stopping…")
                       : m_bench.isRunning() ? tr("Cancel")
                                             : tr("Measure This Machine"));
    m_measure->setEnabled(!m_bench.isStopping());
    m_figures->setPlainText(m_bench.text());
}

} // namespace vbs
