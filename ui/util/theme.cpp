#include "ui/util/theme.h"

#include "ui/util/studio_style.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>
#include <QRegularExpression>

// The resources sit in a static library: without this the linker would leave them out.
static void initResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace vbs {
namespace {

const QString kPortal = "org.freedesktop.portal.Desktop";
const QString kPortalPath = "/org/freedesktop/portal/desktop";
const QString kPortalSettings = "org.freedesktop.portal.Settings";
const QString kAppearance = "org.freedesktop.appearance";
const QString kColorScheme = "color-scheme";

const ThemeColors kLight = {.dark = false,
                            .window = "#f4f5f8",
                            .base = "#ffffff",
                            .text = "#1c2026",
                            .muted = "#58616e",
                            .border = "#d3d8e0",
                            .accent = "#3557d0",
                            .onAccent = "#ffffff",
                            .canvas = "#e4e7ec",
                            .chip = "#e8ecfb",
                            .infoFill = "#e8ecfb",
                            .warningFill = "#fdf2d8",
                            .errorFill = "#fde7e6",
                            .warningMark = "#8a5a00",
                            .errorMark = "#b3261e"};

const ThemeColors kDark = {.dark = true,
                           .window = "#1d2026",
                           .base = "#262a31",
                           .text = "#e7eaef",
                           .muted = "#a3acb9",
                           .border = "#3d434e",
                           .accent = "#93aaff",
                           .onAccent = "#10131a",
                           .canvas = "#14161a",
                           .chip = "#313a57",
                           .infoFill = "#2a3350",
                           .warningFill = "#43361a",
                           .errorFill = "#4b2625",
                           .warningMark = "#f3c969",
                           .errorMark = "#ffaba5"};

int g_textPercent = 100; // as the palette: one for the application

QPalette paletteOf(const ThemeColors& c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.base);
    p.setColor(QPalette::AlternateBase, c.window);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Button, c.dark ? QColor("#2c313a") : QColor("#fbfbfd"));
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.errorMark);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::ToolTipBase, c.base);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Light, c.base);
    p.setColor(QPalette::Midlight, c.border);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.dark ? QColor("#111317") : QColor("#a9b0bb"));
    p.setColor(QPalette::Shadow, Qt::black);
    const QColor faint = c.dark ? QColor("#747d8a") : QColor("#8b93a0");
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
    return p;
}

QString styleSheetOf(const ThemeColors& c)
{
    QFile file(":/style.qss");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> names[] = {{"@window", c.window},
                                                    {"@base", c.base},
                                                    {"@text", c.text},
                                                    {"@muted", c.muted},
                                                    {"@border", c.border},
                                                    {"@accent", c.accent},
                                                    {"@onAccent", c.onAccent},
                                                    {"@canvas", c.canvas},
                                                    {"@chip", c.chip},
                                                    {"@infoFill", c.infoFill},
                                                    {"@warningFill", c.warningFill},
                                                    {"@errorFill", c.errorFill},
                                                    {"@warningMark", c.warningMark},
                                                    {"@faint", c.dark ? QColor("#747d8a") : QColor("#8b93a0")},
                                                    {"@handle", c.dark ? QColor("#5a6270") : QColor("#aab1bd")},
                                                    {"@edge", c.dark ? QColor("#5a6270") : QColor("#aab1bd")}};
    for (const auto& [name, color] : names)
        sheet.replace(QLatin1String(name) + ';', color.name() + ';');
    static const QRegularExpression kSize("font-size: (\\d+)px");
    for (auto match = kSize.match(sheet); match.hasMatch(); match = kSize.match(sheet, match.capturedEnd()))
        sheet.replace(match.capturedStart(1), match.capturedLength(1),
                      QString::number(textPixels(match.captured(1).toInt())));
    return sheet;
}

/// Before any theme changed it.
const QFont& systemFont()
{
    static const QFont font = QApplication::font();
    return font;
}

/// What the platform's own palette says, where it has one.
bool platformPaletteIsDark()
{
    QApplication::setPalette(QPalette());
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

const ThemeColors& themeColors(bool dark)
{
    return dark ? kDark : kLight;
}

const ThemeColors& themeColors()
{
    return themeColors(QApplication::palette().color(QPalette::Window).lightness() < 128);
}

int textPixels(int usual)
{
    return (usual * g_textPercent + 50) / 100;
}

Theme::Theme(QObject* parent) : QObject(parent), m_systemFont(systemFont())
{
    initResources();
    QApplication::setStyle(new StudioStyle);
    m_systemDark = platformPaletteIsDark();
    askPortal();
    apply();
}

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    apply();
}

void Theme::setTextSize(int percent)
{
    g_textPercent = percent;
    QFont font = m_systemFont;
    if (font.pixelSize() > 0)
        font.setPixelSize(textPixels(font.pixelSize()));
    else
        font.setPointSizeF(font.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    apply();
}

void Theme::apply()
{
    m_dark = m_mode == ThemeMode::System ? m_systemDark : m_mode == ThemeMode::Dark;
    const ThemeColors& colors = themeColors(m_dark);
    QApplication::setPalette(paletteOf(colors));
    qApp->setStyleSheet(styleSheetOf(colors));
    Q_EMIT changed(m_dark);
}

// Desktops tell light or dark through the settings portal; the answer and every change arrive as messages.
void Theme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kPortal, kPortalPath, kPortalSettings, "SettingChanged", this,
                SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    auto message = QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, "Read");
    message.setArguments({kAppearance, kColorScheme});
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            portalSettingChanged(kAppearance, kColorScheme, reply.value());
        watcher->deleteLater();
    });
}

void Theme::portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group != kAppearance || key != kColorScheme)
        return;
    QVariant scheme = value.variant();
    if (scheme.canConvert<QDBusVariant>()) // Read wraps its answer twice
        scheme = scheme.value<QDBusVariant>().variant();
    const uint number = scheme.toUInt();
    if (number != 1 && number != 2) // 0: no preference
        return;
    m_systemDark = number == 1;
    if (m_mode == ThemeMode::System)
        apply();
}

} // namespace vbs
