#include "core/lesson/lesson_markdown.h"

#include "core/report/xml_text.h"

#include <algorithm>
#include <cmark.h>
#include <cstdlib>
#include <memory>

namespace vbs {
namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using NodePtr = std::unique_ptr<cmark_node, FreeNode>;
using IteratorPtr = std::unique_ptr<cmark_iter, FreeIterator>;

std::string textOf(const char* text)
{
    return text ? text : "";
}

/// The words under a node, for a picture's description.
std::string wordsIn(cmark_node* node)
{
    std::string words;
    const IteratorPtr iterator(cmark_iter_new(node));
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node* const at = cmark_iter_get_node(iterator.get());
        if (event == CMARK_EVENT_ENTER && cmark_node_get_type(at) != CMARK_NODE_HTML_INLINE)
            words += textOf(cmark_node_get_literal(at));
    }
    return words;
}

bool leadsToTheWeb(std::string address)
{
    std::ranges::transform(address, address.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return address.starts_with("https://") || address.starts_with("http://") || address.starts_with("mailto:");
}

/// A picture of the lesson, or, for any other, its description alone.
void replacePicture(cmark_node* image, const Lesson& lesson)
{
    const std::string key = textOf(cmark_node_get_url(image));
    const std::string words = xmlText(wordsIn(image));
    const std::string html =
        lesson.pictures.contains(key) ? "<img data-picture=\"" + xmlText(key) + "\" alt=\"" + words + "\">" : words;
    cmark_node* const instead = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    cmark_node_set_on_enter(instead, html.c_str());
    cmark_node_replace(image, instead);
    cmark_node_free(image);
}

} // namespace

std::string lessonMarkdownHtml(std::string_view markdown, const Lesson& lesson)
{
    const NodePtr document(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_VALIDATE_UTF8));
    std::vector<cmark_node*> pictures;
    const IteratorPtr iterator(cmark_iter_new(document.get()));
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node* const node = cmark_iter_get_node(iterator.get());
        const cmark_node_type type = cmark_node_get_type(node);
        if (event == CMARK_EVENT_ENTER && type == CMARK_NODE_LINK && !leadsToTheWeb(textOf(cmark_node_get_url(node))))
            cmark_node_set_url(node, "");
        if (event == CMARK_EVENT_EXIT && type == CMARK_NODE_IMAGE)
            pictures.push_back(node); // those inside another's description come before it
    }
    for (cmark_node* const picture : pictures)
        replacePicture(picture, lesson);
    const std::unique_ptr<char, decltype(&std::free)> html(cmark_render_html(document.get(), CMARK_OPT_DEFAULT),
                                                           &std::free);
    return html.get();
}

} // namespace vbs
