#include "core/datasets/flickr_entities.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/coordinate.h"
#include "core/datasets/json_record.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

#include <pugixml.hpp>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMaxFileBytes = 16u << 20;
constexpr std::size_t kMaxObjects = 10'000;

[[noreturn]] void corrupt(const std::string& place, const std::string& what)
{
    throw Error(ErrorCode::CorruptData, sentence("%1 %2", place, what));
}

/// "[/EN#12/clothing/other" up to the first space, without the bracket.
EntityPhrase phraseOfMark(std::string_view mark, const std::string& place)
{
    constexpr std::string_view kBegin = "/EN#";
    const std::string shown = "\"[" + std::string(mark.substr(0, 40)) + "\"";
    if (!mark.starts_with(kBegin))
        corrupt(place, "holds " + shown + ", which should be as in \"[/EN#12/people a man]\".");
    mark.remove_prefix(kBegin.size());
    EntityPhrase phrase;
    std::size_t slash = mark.find('/');
    phrase.id = mark.substr(0, slash);
    if (phrase.id.empty() || phrase.id.find_first_not_of("0123456789") != std::string::npos)
        corrupt(place, "holds " + shown + ", which lacks the number after \"/EN#\".");
    while (slash != std::string_view::npos) {
        mark.remove_prefix(slash + 1);
        slash = mark.find('/');
        if (std::string type(mark.substr(0, slash)); !type.empty())
            phrase.types.push_back(std::move(type));
    }
    return phrase;
}

float numberOf(const pugi::xml_node& node, const char* key, const std::string& place)
{
    const std::string_view text = node.child_value(key);
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    float number = 0;
    const auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), number);
    if (error == std::errc::invalid_argument)
        corrupt(place, "has no number under <" + std::string(key) + ">.");
    if (error == std::errc::result_out_of_range)
        number = HUGE_VALF;
    if (const auto fault = coordinateFault(double(number)))
        corrupt(place + ": <" + key + ">", std::string(*fault) + ".");
    return number;
}

std::vector<std::string> namesOf(const pugi::xml_node& object, const std::string& place)
{
    std::vector<std::string> names;
    for (const pugi::xml_node& name : object.children("name")) {
        if (names.size() == kMaxObjects)
            corrupt(place, "has more than 10000 names.");
        names.emplace_back(name.child_value());
    }
    if (names.empty())
        corrupt(place, "has no <name>.");
    return names;
}

void readObject(const pugi::xml_node& object, const std::string& place, EntityAnnotation& annotation)
{
    const std::vector<std::string> names = namesOf(object, place);
    const pugi::xml_node box = object.child("bndbox");
    if (!box) {
        annotation.withoutBox.insert(names.begin(), names.end());
        return;
    }
    const Box corners{numberOf(box, "xmin", place), numberOf(box, "ymin", place), numberOf(box, "xmax", place),
                      numberOf(box, "ymax", place)};
    if (corners.x2 < corners.x1 || corners.y2 < corners.y1)
        corrupt(place, "has a box that ends before it begins.");
    if (corners.x2 == corners.x1 || corners.y2 == corners.y1) {
        ++annotation.emptyBoxes;
        return;
    }
    for (const std::string& name : names)
        annotation.boxes[name].push_back(corners);
}

/// The thing's objects go; of one with several names the name alone.
void takeOut(pugi::xml_node root, const std::string& id)
{
    for (pugi::xml_node object = root.child("object"), next; object; object = next) {
        next = object.next_sibling("object");
        std::size_t names = 0;
        pugi::xml_node own;
        for (const pugi::xml_node& name : object.children("name")) {
            ++names;
            if (id == name.child_value())
                own = name;
        }
        if (own && names == 1)
            root.remove_child(object);
        else if (own)
            object.remove_child(own);
    }
}

/// @param box null: nobody drew it.
void appendObject(pugi::xml_node root, const std::string& id, const Box* box)
{
    pugi::xml_node object = root.append_child("object");
    object.append_child("name").text().set(id.c_str());
    if (box == nullptr) {
        object.append_child("nobndbox").text().set(1);
        return;
    }
    pugi::xml_node corners = object.append_child("bndbox");
    corners.append_child("xmin").text().set(box->x1);
    corners.append_child("ymin").text().set(box->y1);
    corners.append_child("xmax").text().set(box->x2);
    corners.append_child("ymax").text().set(box->y2);
}

std::vector<EntityPicture> picturesOf(const fs::path& sentences)
{
    std::vector<EntityPicture> pictures;
    try {
        for (const auto& entry : fs::directory_iterator(sentences))
            if (entry.path().extension() == ".txt")
                pictures.push_back({entry.path().stem().string(), {}, {}, {}});
    } catch (const fs::filesystem_error& e) {
        throw Error(ErrorCode::FileNotFound,
                    sentence("%1 cannot be listed (%2): name the folder that holds Sentences and Annotations.",
                             sentences.string(), e.code().message()));
    }
    std::ranges::sort(pictures, {}, &EntityPicture::id);
    return pictures;
}

std::vector<EntityPicture> picturesOfList(const fs::path& list)
{
    std::vector<EntityPicture> pictures;
    const std::vector<std::string> lines = readLines(list);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string id = lines[i];
        id.erase(id.find_last_not_of(" \t") + 1);
        if (id.empty())
            continue;
        std::string fault;
        if (id.find('/') != std::string::npos || id == "." || id == "..") {
            const std::string place = "line " + std::to_string(i + 1);
            fault = list.string() + ": " + place + " should be a picture's id, not \"" + id + "\".";
            id = place; // so that nothing is looked for elsewhere
        }
        pictures.push_back({std::move(id), {}, {}, std::move(fault)});
    }
    return pictures;
}

} // namespace

EntitySentence parseEntitySentence(std::string_view line, const std::string& place)
{
    EntitySentence sentence;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] != '[') {
            sentence.text.push_back(line[at++]);
            continue;
        }
        const std::size_t close = line.find(']', at), space = line.find(' ', at);
        if (close == std::string_view::npos)
            corrupt(place, "holds a mark without its \"]\".");
        if (space == std::string_view::npos || space > close)
            corrupt(place, "holds a mark without words: \"" + std::string(line.substr(at, close - at + 1)) + "\".");
        EntityPhrase phrase = phraseOfMark(line.substr(at + 1, space - at - 1), place);
        phrase.begin = sentence.text.size();
        sentence.text += line.substr(space + 1, close - space - 1);
        phrase.end = sentence.text.size();
        sentence.phrases.push_back(std::move(phrase));
        at = close + 1;
    }
    return sentence;
}

std::string withoutEntityLines(const fs::path& path, const std::set<std::size_t>& left)
{
    const std::string text = readTextFile(path, kMaxFileBytes);
    std::string kept;
    std::size_t sentence = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string_view line(text.data() + at, end - at);
        const bool empty = line.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (empty || !left.contains(sentence++))
            kept += line;
        at = end;
    }
    return kept;
}

std::vector<EntitySentence> readEntitySentences(const fs::path& path)
{
    std::vector<EntitySentence> sentences;
    const std::vector<std::string> lines = readLines(path, kMaxFileBytes);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].find_first_not_of(" \t") != std::string::npos)
            sentences.push_back(parseEntitySentence(lines[i], path.string() + ": line " + std::to_string(i + 1)));
    return sentences;
}

EntityAnnotation readEntityAnnotation(const fs::path& path)
{
    const std::string text = readTextFile(path, kMaxFileBytes);
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(text.data(), text.size());
    if (!parsed) {
        corrupt(path.string(), "is not valid XML at byte " + std::to_string(parsed.offset) + " (" +
                                   parsed.description() + "): take it from the data set again.");
    }
    const pugi::xml_node root = document.child("annotation");
    if (!root)
        corrupt(path.string(), "has no <annotation>: it is no annotation of Flickr30k Entities.");
    EntityAnnotation annotation;
    annotation.filename = root.child_value("filename");
    annotation.width = std::clamp(root.child("size").child("width").text().as_int(), 0, 1 << 24);
    annotation.height = std::clamp(root.child("size").child("height").text().as_int(), 0, 1 << 24);
    std::size_t number = 0;
    for (const pugi::xml_node& object : root.children("object")) {
        if (number == kMaxObjects)
            corrupt(path.string(), "holds more than 10000 objects.");
        readObject(object, path.string() + ": object " + std::to_string(++number), annotation);
    }
    return annotation;
}

void writeEntityBoxes(const fs::path& path, const fs::path& to, const std::map<std::string, std::vector<Box>>& changed)
{
    const std::string text = readTextFile(path, kMaxFileBytes);
    pugi::xml_document document;
    if (!document.load_buffer(text.data(), text.size(), pugi::parse_full | pugi::parse_ws_pcdata))
        corrupt(path.string(), "is not valid XML any more: take it from the data set again.");
    pugi::xml_node root = document.child("annotation");
    for (const auto& [id, boxes] : changed) {
        takeOut(root, id);
        for (const Box& box : boxes)
            appendObject(root, id, &box);
        if (boxes.empty())
            appendObject(root, id, nullptr);
    }
    std::ostringstream written;
    document.save(written, "", pugi::format_raw | pugi::format_no_declaration);
    writeFileAtomically(to, written.str());
}

void forEachEntityPicture(const fs::path& folder, const fs::path& list, const std::function<void(EntityPicture)>& visit)
{
    for (EntityPicture& picture : list.empty() ? picturesOf(folder / "Sentences") : picturesOfList(list)) {
        if (picture.fault.empty()) {
            picture.fault = faultOf([&] {
                picture.sentences = readEntitySentences(folder / "Sentences" / (picture.id + ".txt"));
                picture.annotation = readEntityAnnotation(folder / "Annotations" / (picture.id + ".xml"));
            });
        }
        visit(std::move(picture));
    }
}

std::vector<EntityPicture> readFlickrEntities(const fs::path& folder, const fs::path& list)
{
    std::vector<EntityPicture> pictures;
    forEachEntityPicture(folder, list, [&](EntityPicture picture) { pictures.push_back(std::move(picture)); });
    return pictures;
}

} // namespace vbs
