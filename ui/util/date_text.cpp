#include "ui/util/date_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace vbs {

QString dateText(const QDateTime& when, const QDateTime& now)
{
    if (!when.isValid())
        return {};
    const auto tr = [](const char* text) { return QCoreApplication::translate("vbs::dateText", text); };
    const QDate day = when.toLocalTime().date(), today = now.toLocalTime().date();
    const QString format = QLocale().timeFormat(QLocale::ShortFormat).remove(":ss"); // some have seconds there
    const QString time = QLocale().toString(when.toLocalTime().time(), format);
    if (day == today)
        return tr("today %1").arg(time);
    if (day == today.addDays(-1))
        return tr("yesterday %1").arg(time);
    return QLocale().toString(day, day.year() == today.year() ? tr("d MMM") : tr("d MMM yyyy"));
}

} // namespace vbs
