#pragma once

#include "ui/settings/app_settings.h"

#include <QObject>

namespace vbs {

/// The pictures opened last, kept in the settings.
class RecentFiles : public QObject {
    Q_OBJECT
public:
    explicit RecentFiles(AppSettings& settings, QObject* parent = nullptr);

    QStringList files() const { return m_settings.recentFiles(); }
    void add(const QString& path);
    void clear();

Q_SIGNALS:
    void changed();

private:
    AppSettings& m_settings;
};

} // namespace vbs
