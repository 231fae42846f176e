#include "ui/util/date_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace vbs {
namespace {

struct DateText {
    Q_DECLARE_TR_FUNCTIONS(vbs::DateText)
};

} // namespace

QString dateText(const QDateTime& when, const QDateTime& now)
{
    if (!when.isValid())
        return {};
    const QDate day = when.toLocalTime().date(), today = now.toLocalTime().date();
    const QString format = QLocale().timeFormat(QLocale::ShortFormat).remove(":ss"); // some have seconds there
    const QString time = QLocale().toString(when.toLocalTime().time(), format);
    if (day == today)
        return DateText::tr("today %1").arg(time);
    if (day == today.addDays(-1))
        return DateText::tr("yesterday %1").arg(time);
    return QLocale().toString(day, day.year() == today.year() ? DateText::tr("d MMM") : DateText::tr("d MMM yyyy"));
}

} // namespace vbs
