#include "ui/widgets/key_editor.h"

#include "ui/util/labels.h"
#include "ui/util/theme.h"
#include "ui/widgets/key_capture.h"
#include "ui/widgets/key_map.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace vbs {
namespace {

constexpr int kCaptureWidth = 140, kHeight = 56; ///< pixels

} // namespace

KeyEditor::KeyEditor(KeyMap& keys, QWidget* parent)
    : QFrame(parent), m_keys(keys), m_text(plainLabel()), m_capture(new KeyCapture), m_yes(new QPushButton),
      m_no(new QPushButton)
{
    setObjectName("keyEditor");
    setMinimumHeight(textPixels(kHeight)); // two lines, and nothing jumps when buttons come
    m_text->setObjectName("keyText");
    m_text->setWordWrap(true);
    m_capture->setObjectName("keyCapture");
    m_capture->setFixedWidth(textPixels(kCaptureWidth));
    m_yes->setObjectName("keyYes");
    m_no->setObjectName("keyNo");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_capture);
    layout->addWidget(m_yes);
    layout->addWidget(m_no);
    connect(m_capture, &KeyCapture::pressed, this, &KeyEditor::take);
    connect(m_capture, &KeyCapture::cancelled, this, [this] {
        if (m_capturing)
            finish({});
    });
    connect(m_capture, &KeyCapture::cleared, this, [this] {
        if (m_adds)
            finish({});
        else
            removeAll(m_id);
    });
    connect(m_yes, &QPushButton::clicked, this, [this] { m_then(); });
    connect(m_no, &QPushButton::clicked, this, [this] { finish({}); });
    setBusy(false);
}

void KeyEditor::setHint(const QString& hint)
{
    m_hint = hint;
    if (!m_busy)
        m_text->setText(hint);
}

void KeyEditor::setBusy(bool busy)
{
    m_capturing = false; // first: hiding the field takes the focus from it
    const bool was = std::exchange(m_busy, busy);
    m_capture->hide();
    m_yes->hide();
    m_no->hide();
    if (was != busy)
        Q_EMIT busyChanged(busy);
}

void KeyEditor::finish(const QString& text)
{
    setBusy(false);
    m_text->setText(text.isEmpty() ? m_hint : text);
}

void KeyEditor::change(const QString& id)
{
    capture(id, false,
            tr("Press the new key for “%1”. Escape leaves it as it is, Backspace takes the key away.")
                .arg(m_keys.textOf(id)));
}

void KeyEditor::add(const QString& id)
{
    capture(id, true, tr("Press one more key for “%1”. Escape leaves it as it is.").arg(m_keys.textOf(id)));
}

void KeyEditor::capture(const QString& id, bool adds, const QString& question)
{
    m_id = id;
    m_adds = adds;
    setBusy(true);
    m_capturing = true;
    m_text->setText(question);
    m_capture->show();
    m_capture->setFocus();
}

void KeyEditor::take(const QKeySequence& key)
{
    if (const QString refusal = m_keys.refusal(m_id, key); !refusal.isEmpty()) {
        m_text->setText(tr("%1 Press another key, or Escape.").arg(refusal));
        return;
    }
    QList<QKeySequence> keys = m_adds ? m_keys.keysOf(m_id) : QList<QKeySequence>();
    if (!keys.contains(key))
        keys << key;
    const QStringList losers = m_keys.conflictsOf(m_id, key);
    askOrDo(losers, tr("%1 already means %2.").arg(KeyMap::text(key), quotedTexts(losers)),
            [this, keys] { give(m_id, keys); });
}

void KeyEditor::askOrDo(const QStringList& losers, const QString& conflict, std::function<void()> then)
{
    if (losers.isEmpty())
        then();
    else
        ask(conflict, tr("&Move It Here"), tr("&Keep It There"), std::move(then));
}

void KeyEditor::ask(const QString& question, const QString& yes, const QString& no, std::function<void()> then)
{
    m_then = std::move(then);
    setBusy(true);
    m_text->setText(question);
    m_yes->setText(yes);
    m_no->setText(no);
    m_yes->show();
    m_no->show();
    m_yes->setFocus();
}

void KeyEditor::give(const QString& id, const QList<QKeySequence>& keys)
{
    m_keys.setKeys(id, keys);
    finish(keys.isEmpty() ? tr("“%1” has no key now.").arg(m_keys.textOf(id))
                          : tr("The key of “%1” is %2 now.").arg(m_keys.textOf(id), KeyMap::text(keys)));
}

void KeyEditor::remove(const QString& id, const QKeySequence& key)
{
    QList<QKeySequence> keys = m_keys.keysOf(id);
    keys.removeAll(key);
    give(id, keys);
}

void KeyEditor::removeAll(const QString& id)
{
    give(id, {});
}

void KeyEditor::restore(const QString& id)
{
    QStringList losers, sentences;
    for (const QKeySequence& key : m_keys.standardKeysOf(id)) {
        const QStringList holders = m_keys.conflictsOf(id, key);
        if (!holders.isEmpty())
            sentences << tr("%1 already means %2.").arg(KeyMap::text(key), quotedTexts(holders));
        losers += holders;
    }
    askOrDo(losers, sentences.join(' '), [this, id] { give(id, m_keys.standardKeysOf(id)); });
}

void KeyEditor::restoreAll()
{
    ask(tr("Should every action have its standard keys again? The keys that you chose are forgotten."),
        tr("&Restore All"), tr("&Keep My Keys"), [this] {
            m_keys.restoreAll();
            finish(tr("Every action has its standard keys."));
        });
}

QString KeyEditor::quotedTexts(const QStringList& ids) const
{
    QStringList texts;
    for (const QString& id : ids)
        texts << tr("“%1”").arg(m_keys.textOf(id));
    return texts.join(tr(" and "));
}

/// Escape at a question keeps everything as it is; the page stays.
void KeyEditor::keyPressEvent(QKeyEvent* event)
{
    if (m_busy && event->key() == Qt::Key_Escape)
        finish({});
    else
        QFrame::keyPressEvent(event);
}

} // namespace vbs
