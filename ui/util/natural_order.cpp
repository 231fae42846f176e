#include "ui/util/natural_order.h"

namespace vbs {
namespace {

/// The run of digits at the start, without leading zeros; text is moved behind it.
QStringView takeNumber(QStringView& text)
{
    qsizetype end = 0;
    while (end < text.size() && text[end].isDigit())
        ++end;
    QStringView number = text.first(end);
    text = text.sliced(end);
    while (number.size() > 1 && number.front() == u'0')
        number = number.sliced(1);
    return number;
}

} // namespace

bool naturallyBefore(QStringView a, QStringView b)
{
    const QStringView wholeA = a, wholeB = b;
    while (!a.isEmpty() && !b.isEmpty()) {
        if (a.front().isDigit() && b.front().isDigit()) {
            const QStringView x = takeNumber(a), y = takeNumber(b);
            if (x.size() != y.size())
                return x.size() < y.size();
            if (const int order = x.compare(y))
                return order < 0;
            continue;
        }
        const QChar x = a.front().toCaseFolded(), y = b.front().toCaseFolded();
        if (x != y)
            return x < y;
        a = a.sliced(1);
        b = b.sliced(1);
    }
    if (a.isEmpty() != b.isEmpty())
        return a.isEmpty();
    return wholeA < wholeB; // a strict order for names that differ in case or zeros only
}

} // namespace vbs
