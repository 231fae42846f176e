#include "ui/util/core_text.h"

#include "core/base/one_line.h"

#include <QCoreApplication>

namespace vbs {
namespace {

std::string translated(const Sentence& sentence)
{
    if (sentence.pattern().empty())
        return sentence.english();
    std::vector<std::string> parts;
    for (const Sentence& part : sentence.parts())
        parts.push_back(translated(part));
    return withParts(coreText(sentence.pattern()).toStdString(), parts);
}

} // namespace

QString coreText(const char* text)
{
    return *text ? QCoreApplication::translate("core", text) : QString();
}

QString coreText(const std::string& text)
{
    return coreText(text.c_str());
}

QString coreText(const Sentence& sentence)
{
    return QString::fromStdString(translated(sentence));
}

QString problemText(const ErrorInfo& problem)
{
    if (problem.said.pattern().empty())
        return coreText(problem.message);
    return QString::fromStdString(joinedLines(translated(problem.said)));
}

} // namespace vbs
