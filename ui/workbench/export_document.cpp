#include "ui/workbench/export_document.h"

#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "core/report/annotate_svg.h"
#include "core/report/html_report.h"
#include "core/report/result_csv.h"
#include "core/report/result_json.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kAnswersWritten = 5;
constexpr int kReportSide = 1280; ///< a report's pictures are not larger

void cut(std::vector<Answer>* answers)
{
    if (answers->size() > std::size_t(kAnswersWritten))
        answers->resize(std::size_t(kAnswersWritten));
}

Exchange exchangeOf(const Answered& answered)
{
    Exchange exchange;
    exchange.request.explanation = answered.why;
    taskSpec(answered.task).fill({answered.question, answered.choices}, &exchange.request);
    exchange.request.topK = kAnswersWritten;
    exchange.result = answered.result;
    cut(&exchange.result.answers);
    cut(&exchange.result.blindAnswers);
    for (MaskedWord& mask : exchange.result.masks)
        cut(&mask.words);
    exchange.title = taskName(answered.task).toStdString();
    return exchange;
}

ImagePtr pixelsOf(const OpenPicture& picture)
{
    return picture.pixels ? picture.pixels->image() : nullptr;
}

AnnotationOptions optionsOf(const Exchange& exchange, const ExportLook& look)
{
    AnnotationOptions options = optionsFor(exchange.result);
    options.boxes = look.boxes;
    options.look = look.heat;
    if (!look.heatmap) {
        options.weights = {};
        options.rightWeights = {};
    }
    return options;
}

void writePng(const std::filesystem::path& path, std::vector<Exchange>& exchanges, const ExportLook& look)
{
    const Exchange& exchange = exchanges.front();
    writeImage(path, annotateResult(exchange.request, exchange.result, optionsOf(exchange, look)));
}

void writeSvg(const std::filesystem::path& path, std::vector<Exchange>& exchanges, const ExportLook& look)
{
    const Exchange& exchange = exchanges.front();
    writeFileAtomically(path, annotateSvg(exchange.request, exchange.result, optionsOf(exchange, look)));
}

void writeJson(const std::filesystem::path& path, std::vector<Exchange>& exchanges, const ExportLook&)
{
    writeFileAtomically(path, jsonText(resultJson(exchanges.front().request, exchanges.front().result)) + '\n');
}

void writeCsv(const std::filesystem::path& path, std::vector<Exchange>& exchanges, const ExportLook&)
{
    std::string table = csvHeader();
    for (Exchange& exchange : exchanges) {
        const auto name = [](ImagePtr& image, const std::filesystem::path& from) { // the table needs no pixels
            auto named = std::make_shared<RgbImage>();
            named->name = image ? image->name : fromPath(from.filename()).toStdString();
            image = named;
        };
        name(exchange.request.image, exchange.picture);
        if (exchange.request.rightImage || !exchange.rightPicture.empty())
            name(exchange.request.rightImage, exchange.rightPicture);
        table += csvRows(exchange.request, exchange.result);
    }
    writeFileAtomically(path, table);
}

/// A picture that is gone leaves its entry without one.
void readPicture(ImagePtr* image, const std::filesystem::path& path)
{
    if (*image || path.empty())
        return;
    try {
        *image = std::make_shared<const RgbImage>(readThumbnail(path, kReportSide));
    } catch (const Error&) {
        image->reset();
    }
}

void writeHtml(const std::filesystem::path& path, std::vector<Exchange>& exchanges, const ExportLook& look)
{
    std::vector<ReportEntry> entries;
    for (Exchange& exchange : exchanges) {
        readPicture(&exchange.request.image, exchange.picture);
        readPicture(&exchange.request.rightImage, exchange.rightPicture);
        entries.push_back({exchange.title, &exchange.request, &exchange.result});
    }
    const QString title = QCoreApplication::translate("vbs::Export", "Questions and answers");
    writeFileAtomically(path, htmlReport(title.toStdString(), entries, look.heat));
}

} // namespace

Exchange exchangeOf(const WorkbenchState& state)
{
    Exchange exchange = exchangeOf(*state.answered);
    exchange.request.image = pixelsOf(*state.left.picture);
    if (state.twoPictures() && state.right.picture)
        exchange.request.rightImage = pixelsOf(*state.right.picture);
    return exchange;
}

std::vector<Exchange> historyOf(const WorkbenchState& state)
{
    std::vector<Exchange> exchanges;
    for (const HistoryEntry& entry : state.history) {
        exchanges.push_back(exchangeOf(entry.answered));
        exchanges.back().request.image = pixelsOf(entry.picture);
        exchanges.back().picture = toPath(entry.picture.path);
        if (entry.rightPicture) {
            exchanges.back().request.rightImage = pixelsOf(*entry.rightPicture);
            exchanges.back().rightPicture = toPath(entry.rightPicture->path);
        }
    }
    return exchanges;
}

const std::vector<ExportFormat>& exportFormats(ExportKind kind)
{
    static const std::vector<ExportFormat> picture = {
        {"png", QT_TRANSLATE_NOOP("vbs::Export", "PNG picture (*.png)"), writePng},
        {"svg", QT_TRANSLATE_NOOP("vbs::Export", "SVG drawing (*.svg)"), writeSvg}};
    static const std::vector<ExportFormat> result = {
        {"json", QT_TRANSLATE_NOOP("vbs::Export", "JSON document (*.json)"), writeJson},
        {"csv", QT_TRANSLATE_NOOP("vbs::Export", "Table (*.csv)"), writeCsv}};
    static const std::vector<ExportFormat> history = {
        {"html", QT_TRANSLATE_NOOP("vbs::Export", "HTML report (*.html)"), writeHtml},
        {"csv", QT_TRANSLATE_NOOP("vbs::Export", "Table (*.csv)"), writeCsv}};
    return kind == ExportKind::Picture ? picture : kind == ExportKind::Result ? result : history;
}

QStringList exportFilters(ExportKind kind)
{
    QStringList filters;
    for (const ExportFormat& format : exportFormats(kind))
        filters << QCoreApplication::translate("vbs::Export", format.filter);
    return filters;
}

std::function<void()> exportJob(ExportKind kind, const QString& path, std::vector<Exchange> exchanges,
                                const ExportLook& look)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return [kind, suffix, target = toPath(path), exchanges = std::move(exchanges), look]() mutable {
        for (const ExportFormat& format : exportFormats(kind)) {
            if (suffix == QLatin1String(format.suffix)) {
                format.write(target, exchanges, look);
                return;
            }
        }
        std::string known;
        for (const ExportFormat& format : exportFormats(kind))
            known += (known.empty() ? "." : " or .") + std::string(format.suffix);
        throw Error(ErrorCode::InvalidArgument,
                    target.filename().string() + " cannot be written: its name should end in " + known + ".");
    };
}

} // namespace vbs
