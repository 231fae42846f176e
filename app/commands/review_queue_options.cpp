#include "app/commands/review_queue_options.h"

#include "core/base/error.h"

namespace vbs {

namespace {

std::vector<std::string> orderNames()
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < kQueueOrders; ++i)
        names.emplace_back(nameOf(static_cast<QueueOrder>(i)));
    return names;
}

/// "true" and "false" are what they say, everything else is a text.
Json valueOf(const std::string& text)
{
    if (text == "true" || text == "false")
        return text == "true";
    return text;
}

} // namespace

void ReviewQueueOptions::declare(CLI::App& app)
{
    app.add_option("--order", order, "what comes first")->check(CLI::IsMember(orderNames()))->capture_default_str();
    app.add_option("--seed", seed, "of the random order")->capture_default_str();
    app.add_option(
        "--filter", filters,
        "only these items: KEY=VALUE, several times for all of them, or the name of a kept filter. Keys with "
        "true or false: decided, corrected, flagged, commented, model_right, people_disagree, conflict, "
        "faulty; with a text: verdict (undecided, accepted, rejected, unsure), reviewer, type, tag, words");
}

ReviewFilter ReviewQueueOptions::filter(const ReviewStore& store) const
{
    Json record = Json::object();
    for (const std::string& text : filters) {
        if (const std::size_t sign = text.find('='); sign != std::string::npos) {
            record[text.substr(0, sign)] = valueOf(text.substr(sign + 1));
            continue;
        }
        const auto kept = store.filters();
        const auto found = kept.find(text);
        if (found == kept.end())
            throw Error(ErrorCode::InvalidArgument, "The project has no filter \"" + text + "\": write KEY=VALUE.");
        record.update(Json::parse(jsonText(recordOf(found->second), -1)));
    }
    return reviewFilterOfRecord(record);
}

std::vector<std::uint32_t> ReviewQueueOptions::queue(const ReviewStore& store, const ReviewIndex& index) const
{
    const ReviewFilter wanted = filter(store);
    std::vector<std::uint32_t> found;
    if (!wanted.words.empty())
        found = store.search(wanted.words);
    return index.queue(*queueOrderNamed(order), seed, wanted, wanted.words.empty() ? nullptr : &found);
}

ReviewIndex indexOf(const ReviewStore& store)
{
    return {store.summaries(), store.decisions(), store.project().reviewersWanted};
}

std::uint32_t itemNamed(const ReviewStore& store, const std::string& id)
{
    const auto number = store.numberOf(id);
    if (!number)
        throw Error(ErrorCode::InvalidArgument, "The project has no item \"" + id + "\".");
    return *number;
}

} // namespace vbs
