#pragma once

#include "core/data/own_boxes.h"
#include "ui/workbench/region_choice.h"

#include <QSize>
#include <QString>
#include <QUndoStack>

#include <cstddef>
#include <list>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace vbs {

class RegionEditor;

/// The way back through the edits of one picture's regions. It goes along with the picture, from side to side and into
/// the memory; its commands act on the editors that have the picture now: two where it is compared with itself.
struct EditHistory {
    QUndoStack stack;
    std::vector<RegionEditor*> editors; ///< the one of the last edit first
    bool quiet = false;                 ///< what is edited now needs no new answer and is not kept
    std::vector<AnnotatedBox>
        annotated; ///< what Region::annotation counts in; it only grows, so that it fits all steps
};

/// What the user made of a picture.
struct RememberedPicture {
    QSize size; ///< in pixels; another one: the file was replaced, and the boxes mean nothing
    RegionChoice choice;
    int describedBy = 0;                ///< the pack that described the own regions, counted; 0: none
    std::shared_ptr<EditHistory> edits; ///< absent: none
};

/// What is remembered of pictures that were open before, while the program runs: of the latest `atMost`. A picture is
/// either open or in here: take() gives it away.
class PictureMemory {
public:
    static constexpr std::size_t kUsual = 500;
    explicit PictureMemory(std::size_t atMost = kUsual) : m_atMost(atMost) {}

    void keep(const QString& key, RememberedPicture picture);
    /// Nothing for one that is not known, or was another size.
    std::optional<RememberedPicture> take(const QString& key, const QSize& size);
    /// The edits of a picture that is open at a side now; null: it is not.
    std::shared_ptr<EditHistory> open(const QString& key) const;
    void setOpen(const QString& key, const std::shared_ptr<EditHistory>& edits);
    std::size_t size() const { return m_pictures.size(); }

private:
    struct Entry {
        QString key;
        RememberedPicture picture;
    };
    std::size_t m_atMost;
    std::list<Entry> m_pictures; ///< the latest first
    std::unordered_map<QString, std::list<Entry>::iterator> m_places;
    std::unordered_map<QString, std::weak_ptr<EditHistory>> m_open;
};

} // namespace vbs
