#include "ui/models/recent_files.h"

namespace vbs {
namespace {

constexpr int kKept = 12;

} // namespace

RecentFiles::RecentFiles(AppSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {}

void RecentFiles::add(const QString& path)
{
    QStringList files = m_settings.recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_settings.recentFiles.set(files.mid(0, kKept));
    Q_EMIT changed();
}

void RecentFiles::clear()
{
    m_settings.recentFiles.set({});
    Q_EMIT changed();
}

} // namespace vbs
