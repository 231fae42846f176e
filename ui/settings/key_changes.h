#pragma once

#include "ui/settings/setting.h"

#include <QKeySequence>
#include <QList>
#include <QMap>

namespace vbs {

/// The keys of the actions, by their ids, that do not have their standard keys; an empty list: no key.
using KeyChanges = QMap<QString, QList<QKeySequence>>;

/// A list of "id=key; key" with portable names of keys. What cannot be read as such is passed over; whether there is an
/// action of that id is not looked at.
SettingForm<KeyChanges> keyChangesForm();

} // namespace vbs
