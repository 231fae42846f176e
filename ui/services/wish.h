#pragma once

#include <QString>
#include <QStringList>

namespace vbs {

/// What a start of the program asks of its window, be it a new one or the one that is open.
struct Wish {
    QStringList paths; ///< pictures, a folder, a lesson, a review: absolute; or a review's address on a server
    QString action;    ///< the id of one of the window's actions, such as "review"; empty: none
    QString token;     ///< the desktop's permission to come to the front (XDG_ACTIVATION_TOKEN); may be empty

    bool operator==(const Wish&) const = default;
};

} // namespace vbs
