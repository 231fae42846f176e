#include "app/cli_doc.h"

#include <sstream>

namespace vbs {
namespace {

/// "INT:INT in [1 - 100]" is a type and its limits, "TEXT:{a,b}" a type and choices.
void readType(ArgumentDoc& doc, const std::string& type)
{
    const std::size_t colon = type.find(':');
    doc.value = type.substr(0, colon);
    if (colon == std::string::npos)
        return;
    const std::string rest = type.substr(colon + 1);
    if (!rest.starts_with('{') || !rest.ends_with('}')) {
        doc.limits = rest;
        return;
    }
    std::istringstream list(rest.substr(1, rest.size() - 2));
    for (std::string choice; std::getline(list, choice, ',');)
        doc.choices.push_back(choice);
}

ArgumentDoc argumentDoc(const CLI::Option& option)
{
    ArgumentDoc doc;
    doc.help = option.get_description();
    doc.isPositional = option.get_positional();
    doc.isRequired = option.get_required();
    doc.isRepeated = option.get_items_expected_max() > 1;
    doc.standard = option.get_default_str();
    if (doc.isPositional) {
        doc.names = {option.get_name(true)};
    } else {
        for (const std::string& name : option.get_snames())
            doc.names.push_back('-' + name);
        for (const std::string& name : option.get_lnames())
            doc.names.push_back("--" + name);
    }
    if (option.get_items_expected_max() > 0)
        readType(doc, option.get_type_name());
    return doc;
}

void addArguments(ProgramDoc& doc, const CLI::App& app)
{
    for (const CLI::Option* option : app.get_options())
        if (!option->get_group().empty()) // hidden ones have none
            doc.arguments.push_back(argumentDoc(*option));
}

} // namespace

ProgramDoc cliDoc(const CLI::App& app, const std::string& name)
{
    ProgramDoc doc{name, app.get_description(), {}, {}, app.get_footer()};
    addArguments(doc, app);
    for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (sub->get_name().empty()) // a group of options
            addArguments(doc, *sub);
        else
            doc.commands.push_back(cliDoc(*sub, name + ' ' + sub->get_name()));
    }
    return doc;
}

} // namespace vbs
