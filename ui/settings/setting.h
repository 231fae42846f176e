#pragma once

#include <QObject>
#include <QSettings>
#include <QString>
#include <QVariant>

#include <algorithm>
#include <functional>
#include <utility>

namespace vbs {

/// One setting in a settings file, whatever its type: what a page of all settings needs. A setting that was never set
/// is absent from the file, so that a later version may change its default.
class SettingItem : public QObject {
    Q_OBJECT
public:
    /// @param key in the file: "group/name". @param doc what it is for, a whole sentence.
    SettingItem(QSettings& file, QString key, QString doc);

    const QString& key() const { return m_key; }
    const QString& doc() const { return m_doc; }
    bool isSet() const { return m_file.contains(m_key); }
    virtual QVariant current() const = 0;  ///< what holds now, set or not
    virtual QVariant standard() const = 0; ///< what holds while it is not set

    /// Removes it from the file.
    void reset();

Q_SIGNALS:
    void changed(); ///< another value holds

protected:
    QVariant stored() const { return m_file.value(m_key); }
    void store(const QVariant& value);

private:
    QSettings& m_file;
    QString m_key, m_doc;
};

/// How a value looks in the file. What read cannot make sense of becomes a value that makes sense.
template <typename T> struct SettingForm {
    std::function<T(const QVariant&)> read = [](const QVariant& stored) { return stored.value<T>(); };
    std::function<QVariant(const T&)> write = [](const T& value) { return QVariant::fromValue(value); };
};

/// A setting with a type: `settings.theme()` reads, `settings.theme.set(mode)` writes.
template <typename T> class Setting : public SettingItem {
public:
    Setting(QSettings& file, const QString& key, const QString& doc, T standard = T(), SettingForm<T> form = {})
        : SettingItem(file, key, doc), m_standard(std::move(standard)), m_form(std::move(form))
    {
    }

    T operator()() const { return isSet() ? m_form.read(stored()) : m_standard; }

    /// Nothing is written when the value holds already.
    void set(const T& value)
    {
        if (value != (*this)())
            store(m_form.write(value));
    }

    QVariant current() const override { return m_form.write((*this)()); }
    QVariant standard() const override { return m_form.write(m_standard); }

private:
    T m_standard;
    SettingForm<T> m_form;
};

/// Whole numbers that are kept between two bounds.
inline SettingForm<int> boundedForm(int least, int greatest)
{
    SettingForm<int> form;
    form.read = [least, greatest](const QVariant& stored) { return std::clamp(stored.toInt(), least, greatest); };
    return form;
}

} // namespace vbs
