#pragma once

#include <QString>

#include <functional>

namespace vbs {

/// The key of an action, by its id, as it is called on this system; empty: it has none. Texts that name keys ask for
/// them, since the user may change them.
using KeyText = std::function<QString(const QString& actionId)>;

/// "Comment (C)"; the text alone where there is no key.
inline QString withKey(const QString& text, const QString& key)
{
    return key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key);
}

/// While nobody says what keys there are.
inline QString noKey(const QString&)
{
    return {};
}

} // namespace vbs
