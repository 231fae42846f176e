#pragma once

#include "core/base/geometry.h"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// A phrase of a caption and the thing that it means.
struct EntityPhrase {
    std::string id; ///< of the thing; phrases of all captions of a picture share it. "0": nothing to be seen
    std::vector<std::string> types; ///< "people", "clothing", "other" …
    std::size_t begin = 0, end = 0; ///< bytes of EntitySentence::text

    friend bool operator==(const EntityPhrase&, const EntityPhrase&) = default;
};

struct EntitySentence {
    std::string text; ///< without the marks
    std::vector<EntityPhrase> phrases;
};

/// One line of a Sentences file: "[/EN#1/people Two young guys] look at [/EN#0/notvisual that]".
/// @param place names the line in messages. @throws Error (CorruptData) for a mark without end, number or words.
EntitySentence parseEntitySentence(std::string_view line, const std::string& place);

/// Sentences/ID.txt; empty lines are passed over.
std::vector<EntitySentence> readEntitySentences(const std::filesystem::path& path);

/// The text of a Sentences/ID.txt without some of its sentences, counted as readEntitySentences does.
std::string withoutEntityLines(const std::filesystem::path& path, const std::set<std::size_t>& left);

/// Annotations/ID.xml.
struct EntityAnnotation {
    std::string filename; ///< of the picture; may be empty
    int width = 0, height = 0;
    std::map<std::string, std::vector<Box>> boxes; ///< by id, in the file's order and coordinates
    std::set<std::string> withoutBox;              ///< scenes and things that nobody drew
    std::size_t emptyBoxes = 0;                    ///< boxes without area
};

/// An object with several names is every one of them. A box without area counts as none.
/// @throws Error naming file, object and key, also for a box that ends before it begins or lies beyond every picture.
EntityAnnotation readEntityAnnotation(const std::filesystem::path& path);

/// Copies an Annotations/ID.xml with the boxes of some things replaced (no boxes: nobody drew it); everything else
/// stays.
/// @throws Error (FileUnreadable, CorruptData, FileUnwritable).
void writeEntityBoxes(const std::filesystem::path& path, const std::filesystem::path& to,
                      const std::map<std::string, std::vector<Box>>& changed);

/// One picture of Flickr30k Entities.
struct EntityPicture {
    std::string id;
    std::vector<EntitySentence> sentences;
    EntityAnnotation annotation;
    std::string fault; ///< why a file of it, or its line in the list, cannot be used; empty when all can
};

/// @param folder that holds Sentences/ and Annotations/.
/// @param list a file with one picture's id a line (train.txt); empty: every Sentences/ID.txt, by name.
/// @throws Error naming the list or the folder when that cannot be read; a picture's own files are its fault.
void forEachEntityPicture(const std::filesystem::path& folder, const std::filesystem::path& list,
                          const std::function<void(EntityPicture)>& visit);
std::vector<EntityPicture> readFlickrEntities(const std::filesystem::path& folder,
                                              const std::filesystem::path& list = {});

} // namespace vbs
