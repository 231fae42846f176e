#pragma once

#include "core/base/error.h"

#include <QString>

namespace vbs::test {

/// What an action that is refused says; empty when it is not. Other exceptions pass.
template <typename Action> QString messageOf(Action&& action)
{
    try {
        action();
    } catch (const Error& e) {
        return QString::fromUtf8(e.what());
    }
    return {};
}

} // namespace vbs::test
