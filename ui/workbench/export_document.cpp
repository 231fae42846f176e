#include "ui/workbench/export_document.h"

#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "core/report/annotate_svg.h"
#include "core/report/heatmap.h"
#include "core/report/html_report.h"
#include "core/report/result_csv.h"
#include "core/report/result_json.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <map>
#include <ranges>

namespace vbs {
namespace {

constexpr int kAnswersWritten = 5;
constexpr int kReportSide = 1280; ///< a report's pictures are not larger

void cut(std::vector<Answer>* answers)
{
    if (answers->size() > std::size_t(kAnswersWritten))
        answers->resize(std::size_t(kAnswersWritten));
}

/// As the window counted them when this was asked.
QString regionsText(const Answered& answered, Side which)
{
    SideState side;
    side.choice = answered.choiceOf(which);
    side.regions = answered.regionsOf(which);
    if (!side.isOwn())
        side.hidden = hiddenBy(side.choice.filter, side.regions->regions);
    return regionCountText(side);
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
    exchange.origin = answered.origin;
    for (const Side side : kSides) {
        if (side == Side::Right && !taskSpec(answered.task).twoPictures())
            continue;
        exchange.regions += (exchange.regions.empty() ? "" : " · ") + regionsText(answered, side).toStdString();
    }
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

/// A picture's name and place alone.
ImagePtr withoutPixels(const ImagePtr& image, const std::filesystem::path& from)
{
    auto named = std::make_shared<RgbImage>();
    named->name = image && !image->name.empty() ? image->name : fromPath(from.filename()).toStdString();
    named->path = image && !image->path.empty() ? image->path : fromPath(from).toStdString();
    return named;
}

void writeJson(const std::filesystem::path& path, std::vector<Exchange>& exchanges, const ExportLook&)
{
    Exchange& exchange = exchanges.front();
    if (exchange.smallCopies) { // their pixels are not the pictures'
        exchange.request.image = withoutPixels(nullptr, exchange.picture);
        if (exchange.request.rightImage)
            exchange.request.rightImage = withoutPixels(nullptr, exchange.rightPicture);
    }
    writeFileAtomically(path, jsonText(resultJson(exchange.request, exchange.result, exchange.origin)) + '\n');
}

void writeCsv(const std::filesystem::path& path, std::vector<Exchange>& exchanges, const ExportLook&)
{
    std::string table = csvHeader();
    for (Exchange& exchange : exchanges) {
        exchange.request.image = withoutPixels(exchange.request.image, exchange.picture);
        if (exchange.request.rightImage || !exchange.rightPicture.empty())
            exchange.request.rightImage = withoutPixels(exchange.request.rightImage, exchange.rightPicture);
        table += csvRows(exchange.request, exchange.result);
    }
    writeFileAtomically(path, table);
}

/// Pictures of a report, each read once. One that is gone leaves its entries without one.
class ReportPictures {
public:
    void read(ImagePtr* image, const std::filesystem::path& path)
    {
        if (*image || path.empty())
            return;
        const auto [place, isNew] = m_known.try_emplace(path);
        if (isNew) {
            try {
                place->second = std::make_shared<const RgbImage>(readThumbnail(path, kReportSide));
            } catch (const Error&) {
                // Its answers are there all the same.
            }
        }
        *image = place->second;
    }

private:
    std::map<std::filesystem::path, ImagePtr> m_known;
};

std::string shownDate(const AnswerOrigin& origin)
{
    const QDateTime date = QDateTime::fromString(toQString(origin.date), Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat).toStdString() : std::string();
}

void writeHtml(const std::filesystem::path& path, std::vector<Exchange>& exchanges, const ExportLook& look)
{
    std::vector<ReportEntry> entries;
    ReportPictures pictures;
    for (Exchange& exchange : exchanges | std::views::reverse) { // the latest first, as in the window
        pictures.read(&exchange.request.image, exchange.picture);
        pictures.read(&exchange.request.rightImage, exchange.rightPicture);
        entries.push_back({exchange.title, &exchange.request, &exchange.result, exchange.names,
                           shownDate(exchange.origin), exchange.origin.packTitle, exchange.regions});
    }
    const QString title = QCoreApplication::translate("vbs::Export", "Questions and answers");
    writeFileAtomically(path, htmlReport(title.toStdString(), entries, look.heat));
}

} // namespace

Exchange exchangeOf(const WorkbenchState& state)
{
    Exchange exchange = exchangeOf(*state.answered);
    exchange.request.image = pixelsOf(*state.left.picture);
    exchange.picture = toPath(state.left.picture->path);
    exchange.smallCopies = state.left.picture->smallCopy;
    if (state.twoPictures() && state.right.picture) {
        exchange.request.rightImage = pixelsOf(*state.right.picture);
        exchange.rightPicture = toPath(state.right.picture->path);
        exchange.smallCopies = exchange.smallCopies || state.right.picture->smallCopy;
    }
    return exchange;
}

std::vector<Exchange> historyOf(const WorkbenchState& state)
{
    std::vector<Exchange> exchanges;
    for (const HistoryEntry& entry : state.history) {
        exchanges.push_back(exchangeOf(entry.answered));
        exchanges.back().request.image = pixelsOf(entry.picture);
        exchanges.back().picture = toPath(entry.picture.path);
        exchanges.back().names.push_back(entry.picture.name.toStdString());
        if (entry.rightPicture) {
            exchanges.back().names.push_back(entry.rightPicture->name.toStdString());
            exchanges.back().request.rightImage = pixelsOf(*entry.rightPicture);
            exchanges.back().rightPicture = toPath(entry.rightPicture->path);
        }
    }
    return exchanges;
}

QImage pictureInHand(const WorkbenchState& state, const ExportLook& look)
{
    const SideState& side = state.inHand();
    const ImagePtr image = side.picture->pixels->image();
    const bool heat = look.heatmap && answerFitsRegions(state, state.sideInHand());
    const Explanation none, &why = heat ? state.answered->result.explanation : none;
    const std::vector<double>& all = state.sideInHand() == Side::Left ? why.regions : why.rightRegions;
    RegionSet shown{image->width, image->height, {}};
    std::vector<double> weights;
    for (int i = 0; side.regions && i < int(side.regions->regions.size()); ++i) {
        if (!side.isShown(i))
            continue;
        shown.regions.push_back(side.regions->regions[std::size_t(i)]);
        if (all.size() == side.regions->regions.size())
            weights.push_back(all[std::size_t(i)]);
    }
    const double greatest = heat ? std::max(greatestWeight(state.answered->result.regions, why.regions),
                                            greatestWeight(state.answered->result.rightRegions, why.rightRegions))
                                 : 0;
    AnnotationOptions options;
    options.boxes = look.boxes;
    options.look = look.heat;
    const auto drawn = std::make_shared<const RgbImage>(
        overlaidPicture(*image, shown, weights, options, heatMaximum(look.heat, greatest)));
    return wrapImage(drawn).copy();
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

QStringList exportNames(ExportKind kind)
{
    QStringList names;
    for (const ExportFormat& format : exportFormats(kind))
        names << QString(QLatin1String(format.suffix)).toUpper();
    return names;
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
                    sentence("%1 cannot be written: its name should end in %2.", target.filename().string(), known));
    };
}

} // namespace vbs
