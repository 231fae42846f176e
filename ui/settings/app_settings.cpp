#include "ui/settings/app_settings.h"

#include "core/base/threads.h"
#include "ui/util/language.h"

#include <QStandardPaths>

#include <limits>

namespace vbs {
namespace {

// Increased when docks or tool bars change so much that an older layout would not fit.
constexpr int kLayoutVersion = 1;
constexpr int kMost = std::numeric_limits<int>::max();

SettingForm<ThemeMode> themeForm()
{
    return {[](const QVariant& stored) {
                const QString name = stored.toString();
                return name == "light" ? ThemeMode::Light : name == "dark" ? ThemeMode::Dark : ThemeMode::System;
            },
            [](const ThemeMode& mode) {
                return mode == ThemeMode::Light ? "light" : mode == ThemeMode::Dark ? "dark" : "system";
            }};
}

SettingForm<HeatStyle> heatStyleForm()
{
    return {[](const QVariant& stored) {
                const std::string name = stored.toString().toStdString();
                for (const HeatStyleInfo& info : heatStyles())
                    if (info.name == name)
                        return info.style;
                return heatStyles().front().style;
            },
            [](const HeatStyle& style) {
                const std::string_view name = heatStyleInfo(style).name;
                return QString::fromUtf8(name.data(), qsizetype(name.size()));
            }};
}

SettingForm<QString> languageForm()
{
    SettingForm<QString> form;
    form.read = [](const QVariant& stored) {
        return languageChoices().contains(stored.toString()) ? stored.toString() : languageChoices().front();
    };
    return form;
}

SettingForm<QString> precisionForm()
{
    SettingForm<QString> form;
    form.read = [](const QVariant& stored) {
        const QString name = stored.toString();
        return name == "float32" || name == "bfloat16" ? name : QString();
    };
    return form;
}

QString picturesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
}

QString loginName()
{
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"})
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    return QStringLiteral("reviewer");
}

} // namespace

AppSettings::AppSettings(const QString& path)
    : m_file(path, QSettings::IniFormat),
      language(m_file, "view/language", tr("The window's language: system, en or de."), QStringLiteral("system"),
               languageForm()),
      theme(m_file, "view/theme", tr("The window's colors: system, light or dark."), ThemeMode::System, themeForm()),
      textSize(m_file, "view/textSize", tr("The size of the window's texts, in per cent."), 100, boundedForm(75, 200)),
      boxesShown(m_file, "view/boxes", tr("Whether region boxes are drawn."), true),
      annotationsShown(m_file, "view/annotations", tr("Whether the boxes of the file beside the picture are drawn."),
                       true),
      heatmapShown(m_file, "view/heatmap", tr("Whether the heatmap is drawn."), true),
      heatmapOpacity(m_file, "view/heatmapOpacity", tr("How opaque the heatmap is, in per cent."), 50,
                     boundedForm(0, 100)),
      heatmapStyle(m_file, "view/heatmapStyle", tr("How the heatmap is drawn: dim, frames or map."), HeatStyle::Dim,
                   heatStyleForm()),
      heatmapFullScale(m_file, "view/heatmapFullScale",
                       tr("Whether 100 % is drawn strongest, instead of the greatest share."), false),
      wordPiecesShown(m_file, "view/wordPieces", tr("Whether texts are shown in the model's word pieces."), false),
      historyGrouped(m_file, "view/historyGrouped", tr("Whether the history is grouped by picture."), false),
      question(m_file, "task/question",
               tr("The text in the window when it was closed; the next start shows it again.")),
      task(m_file, "task/inHand", tr("The task the window starts with; not set: the pack's first.")),
      pack(m_file, "model/pack", tr("The folder of the model pack chosen last; not set: the shipped one.")),
      precision(m_file, "model/precision", tr("What the network computes in: float32 or bfloat16; not set: float32."),
                QString(), precisionForm()),
      threads(m_file, "model/threads", tr("How many threads compute; 0: as many as there are cores."), 0,
              boundedForm(0, mostThreads())),
      method(m_file, "why/method", tr("How answers are explained; not set: the program's choice.")),
      layer(m_file, "why/layer", tr("The layer explained, counted from 0; -1: the mean of all."), -1,
            boundedForm(-1, kMost)),
      head(m_file, "why/head", tr("The attention head explained, counted from 0; -1: the mean of all."), -1,
           boundedForm(-1, kMost)),
      findByHiding(m_file, "find/byHiding",
                   tr("Whether packs without a model for phrases find them by hiding regions, not by names."), false),
      recentFiles(m_file, "files/recent", tr("The pictures opened last, latest first.")),
      lastFolder(m_file, "files/lastFolder", tr("The folder in which the next file dialog starts."), picturesFolder()),
      reviewer(m_file, "review/reviewer", tr("Under which name decisions of reviews are kept; not set: the login's."),
               loginName()),
      recentReviews(m_file, "review/recent", tr("The reviews opened last, latest first.")),
      student(m_file, "lessons/student", tr("Under which name answers to lessons are kept; it may be empty.")),
      reviewGeometry(m_file, "review/geometry", tr("The review window's place and size.")),
      reviewLayout(m_file, "review/layout", tr("Where the review window's panels are.")),
      keys(m_file, "keys/changed",
           tr("The keys that you gave to actions, as action=key; key. Every other action has its standard keys."),
           KeyChanges(), keyChangesForm()),
      m_geometry(m_file, "window/geometry", tr("The window's place and size.")),
      m_layout(m_file, "window/layout", tr("Where the window's panels are.")),
      m_layoutVersion(m_file, "window/layoutVersion", tr("The version of the program's panels that the layout fits.")),
      m_items{&m_geometry,
              &m_layout,
              &m_layoutVersion,
              &language,
              &theme,
              &textSize,
              &boxesShown,
              &annotationsShown,
              &heatmapShown,
              &heatmapOpacity,
              &heatmapStyle,
              &heatmapFullScale,
              &wordPiecesShown,
              &historyGrouped,
              &question,
              &task,
              &pack,
              &precision,
              &threads,
              &method,
              &layer,
              &head,
              &findByHiding,
              &recentFiles,
              &lastFolder,
              &reviewer,
              &recentReviews,
              &student,
              &reviewGeometry,
              &reviewLayout,
              &keys}
{
}

HeatLook AppSettings::heatLook() const
{
    return {heatmapStyle(), heatmapFullScale(), heatmapOpacity() / 100.0};
}

QByteArray AppSettings::windowLayout() const
{
    return m_layoutVersion() == kLayoutVersion ? m_layout() : QByteArray();
}

void AppSettings::setWindow(const QByteArray& geometry, const QByteArray& layout)
{
    m_geometry.set(geometry);
    m_layout.set(layout);
    m_layoutVersion.set(kLayoutVersion);
}

void AppSettings::forgetWindow()
{
    for (SettingItem* item : {static_cast<SettingItem*>(&m_geometry), static_cast<SettingItem*>(&m_layout),
                              static_cast<SettingItem*>(&m_layoutVersion)})
        item->reset();
}

void AppSettings::resetAll()
{
    for (SettingItem* item : m_items)
        item->reset();
}

} // namespace vbs
