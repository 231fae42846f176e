#pragma once

#include "ui/workbench/history_store.h"
#include "ui/workbench/workbench_state.h"

#include <QObject>

namespace vbs {

/// The cards of the questions that were asked, oldest first, in memory and on disk. A card that is asked again moves up
/// instead of standing there twice. Recalling one is the conductor's affair.
class HistoryBook : public QObject {
    Q_OBJECT
public:
    static constexpr int kUsual = 500;

    /// @param cards written by this book alone. @param folder where they outlive the program; empty: nowhere.
    /// The cards of earlier runs come in front of those that are added meanwhile.
    HistoryBook(std::vector<HistoryEntry>& cards, const QString& folder, int atMost = kUsual,
                QObject* parent = nullptr);
    ~HistoryBook() override;

    /// A card of the answer on display. @pre it has one, and a picture.
    void keep(const WorkbenchState& state);
    void remove(int index);
    void clear(); ///< starred cards stay
    void setStarred(int index, bool starred);
    /// A picture was found at another place: every card about it is, and is saved so.
    void relocate(const QString& from, const QString& to, const QString& digest);
    bool canRestore() const { return m_removed.has_value(); }
    void restore(); ///< the card that was removed last, to its place; nothing when there is none
    const HistoryTrouble& trouble() const { return m_trouble; }         ///< cards that know of it are marked, too
    void tryAgain() { m_store.tryAgain(); }                             ///< to save and delete what could not be
    bool owns(const QString& path) const { return m_store.owns(path); } ///< a picture that is kept with the cards

Q_SIGNALS:
    void changed();
    void removed();                    ///< a card, by the user; it can be restored
    void problem(const QString& text); ///< a whole sentence: cards left out, or that saving failed from now on

private:
    void forgetRemoved();
    QString digestOf(const OpenPicture& picture);
    OpenPicture lasting(OpenPicture picture);
    HistoryEntry cardOf(const WorkbenchState& state);
    void showTrouble(const HistoryTrouble& trouble);
    void markUnsaved();

    std::vector<HistoryEntry>& m_cards;
    int m_atMost;
    std::optional<HistoryEntry> m_removed; ///< by the user; still on disk, with its picture, until another one is
    std::size_t m_removedFrom = 0;
    HistoryTrouble m_trouble;
    struct Digested {
        std::weak_ptr<const PicturePyramid> pixels;
        QString digest;
    };
    Digested m_digested[2]; ///< the latest first
    HistoryStore m_store;
};

} // namespace vbs
