#pragma once

#include "core/base/file_io.h"
#include "core/engine/region_name.h"
#include "core/lesson/lesson.h"
#include "core/look/attention_grid.h"
#include "core/look/single_answer.h"
#include "tests/support/test_paths.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace vbs::test {

/// What a recorded step says about a quantity that a text speaks of, in words or as a number. Each function is one
/// quantity; what follows its name ("share red": "red") is the argument.
class Measured {
public:
    explicit Measured(const LessonStep& step) : m_step(step) {}

    std::string operator()(const std::string& quantity) const
    {
        const std::size_t blank = std::min(quantity.find(' '), quantity.size());
        const std::string name = quantity.substr(0, blank);
        const std::string argument = blank < quantity.size() ? quantity.substr(blank + 1) : std::string();
        static const std::vector<std::pair<const char*, std::string (Measured::*)(const std::string&) const>> known = {
            {"answer", &Measured::answer},       {"second", &Measured::second},     {"sure", &Measured::sure},
            {"blind", &Measured::blind},         {"blindly", &Measured::blindly},   {"regions", &Measured::regions},
            {"region", &Measured::region},       {"named", &Measured::named},       {"tokens", &Measured::tokens},
            {"explained", &Measured::explained}, {"settled", &Measured::settled},   {"layer", &Measured::layer},
            {"flip", &Measured::flip},           {"worst", &Measured::worst},       {"best", &Measured::best},
            {"unlucky", &Measured::unlucky},     {"area", &Measured::area},         {"place", &Measured::place},
            {"watched", &Measured::watched},     {"watch", &Measured::watch},       {"words", &Measured::words},
            {"flow", &Measured::flow},           {"nearest", &Measured::nearest},   {"alone", &Measured::alone},
            {"phrase", &Measured::phrase},       {"stripe", &Measured::stripe},     {"heads", &Measured::heads},
            {"card", &Measured::card},           {"accuracy", &Measured::accuracy}, {"lines", &Measured::lines},
            {"told", &Measured::told},           {"voters", &Measured::voters}};
        for (const auto& [one, measure] : known)
            if (name == one)
                return (this->*measure)(argument);
        throw std::runtime_error("No quantity is called " + name);
    }

private:
    static std::string percent(double share)
    {
        char text[32];
        std::snprintf(text, sizeof text, "%.1f", 100 * share);
        return text;
    }

    const InferenceResult& result() const { return m_step.recorded.value(); }
    const RecordedLook& look() const { return m_step.look.value(); }
    std::size_t words() const { return result().tokens.size(); }
    std::string nameAt(std::size_t position) const
    {
        return position < words() ? result().tokens[position].text
                                  : nameOf(result().regions.regions.at(position - words()));
    }
    static std::size_t greatest(const std::vector<double>& values)
    {
        return std::size_t(std::ranges::max_element(values) - values.begin());
    }

    std::string answer(const std::string&) const { return singleAnswerOf(result()).text; }
    std::string second(const std::string&) const
    {
        return (result().masks.empty() ? result().answers : result().masks[0].words).at(1).text;
    }
    std::string sure(const std::string&) const { return percent(singleAnswerOf(result()).probability); }
    std::string blind(const std::string&) const { return result().blindAnswers.at(0).text; }
    std::string blindly(const std::string&) const { return percent(result().blindAnswers.at(0).probability); }

    /// How many there are besides the whole picture, on the left.
    std::string regions(const std::string&) const { return std::to_string(result().regions.regions.size() - 1); }
    std::string region(const std::string& number) const
    {
        return nameOf(result().regions.regions.at(std::stoul(number)));
    }
    /// How many regions of both pictures are called so: "left, right".
    std::string named(const std::string& name) const
    {
        const auto count = [&](const RegionSet& set) {
            return std::to_string(std::ranges::count_if(
                set.regions, [&](const Region& one) { return nameOf(one).find(name) != std::string::npos; }));
        };
        return count(result().regions) + ", " + count(result().rightRegions);
    }
    std::string tokens(const std::string&) const
    {
        std::string text;
        for (const TextToken& token : result().tokens)
            text += (text.empty() ? "" : " ") + token.text;
        return text;
    }

    /// The region with the greatest weight, or the weight of one: "explained 3".
    std::string explained(const std::string& number) const
    {
        const std::vector<double> weights(result().explanation.regions.begin(), result().explanation.regions.end());
        return number.empty() ? region(std::to_string(greatest(weights))) : percent(weights.at(std::stoul(number)));
    }

    std::string settled(const std::string&) const { return std::to_string(settledLayer(look().inspection)); }
    std::string layer(const std::string& number) const
    {
        return look().inspection.answersByLayer.at(std::stoul(number)).at(0).text;
    }
    std::string flip(const std::string&) const
    {
        const SmallestFlip& flip = look().flip.value();
        if (!flip.found)
            return "none";
        std::string names;
        for (const std::size_t one : flip.regions)
            names += region(std::to_string(one)) + ", ";
        for (const HiddenWord& word : flip.words)
            names += "the word " + word.text + ", ";
        return names + "then " + flip.after.text;
    }

    const HidingCurve& curve(const std::string& method) const
    {
        return *std::ranges::find(look().curves->curves, method, &HidingCurve::method);
    }
    std::string worst(const std::string&) const
    {
        return std::ranges::max_element(look().curves->curves, {}, &HidingCurve::deletionArea)->method;
    }
    std::string best(const std::string&) const
    {
        return std::ranges::min_element(look().curves->curves, {}, &HidingCurve::deletionArea)->method;
    }
    /// The orders that are worse than the random one.
    std::string unlucky(const std::string&) const
    {
        std::string names;
        for (const HidingCurve& one : look().curves->curves)
            if (one.deletionArea > curve("random").deletionArea)
                names += (names.empty() ? "" : ", ") + one.method;
        return names;
    }
    std::string area(const std::string& method) const { return percent(curve(method).deletionArea); }
    /// "relevance 2": how many regions come after region 2 in that order.
    std::string place(const std::string& what) const
    {
        const std::size_t blank = what.find(' ');
        const std::vector<std::size_t>& order = curve(what.substr(0, blank)).order;
        const auto found = std::ranges::find(order, std::stoul(what.substr(blank + 1)));
        return std::to_string(order.end() - found - 1);
    }

    /// What position number looks at most.
    std::string watched(const std::string& number) const
    {
        return nameAt(greatest(look().attention.at(std::stoul(number))));
    }
    /// How many positions look most at this one; "itself": at themselves, with all but a hundredth.
    std::string voters(const std::string& number) const
    {
        std::size_t count = 0;
        for (std::size_t from = 0; from < look().attention.size(); ++from) {
            const std::vector<double>& row = look().attention[from];
            count += number == "itself" ? row.at(from) > .99 : greatest(row) == std::stoul(number);
        }
        return std::to_string(count) + " of " + std::to_string(look().attention.size());
    }
    /// The least share that any position gives to this one, in whole per cents, rounded down.
    std::string watch(const std::string& number) const
    {
        double least = 1;
        for (const auto& row : look().attention)
            least = std::min(least, row.at(std::stoul(number)));
        return std::to_string(int(std::floor(100 * least)));
    }
    /// The share that position number gives to words and marks.
    std::string words(const std::string& number) const
    {
        double share = 0;
        for (std::size_t i = 0; i < words(); ++i)
            share += look().attention.at(std::stoul(number)).at(i);
        return percent(share);
    }
    /// Where most of the position's information is from in the end, of the regions.
    std::string flow(const std::string&) const
    {
        const std::vector<double>& last = look().flow.back();
        return nameAt(words() + greatest({last.begin() + std::ptrdiff_t(words()), last.end()}));
    }

    /// The two regions whose points lie nearest in this layer.
    std::string nearest(const std::string& layer) const
    {
        const auto& points = look().points.at(std::stoul(layer));
        double least = 1e9;
        std::string names;
        for (std::size_t i = words(); i < points.size(); ++i)
            for (std::size_t j = i + 1; j < points.size(); ++j)
                if (const double apart = std::hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
                    apart < least)
                    least = apart, names = nameAt(i) + ", " + nameAt(j);
        return names;
    }
    /// Those that stand on the side of the first direction where fewer stand, with a gap to all others.
    std::string alone(const std::string& layer) const
    {
        std::vector<std::pair<double, std::size_t>> order;
        const auto& points = look().points.at(std::stoul(layer));
        for (std::size_t i = 0; i < points.size(); ++i)
            order.emplace_back(points[i][0], i);
        std::ranges::sort(order);
        std::size_t gap = 1;
        for (std::size_t i = 1; i < order.size(); ++i)
            if (order[i].first - order[i - 1].first > order[gap].first - order[gap - 1].first)
                gap = i;
        const bool above = gap > order.size() / 2;
        std::vector<std::size_t> few;
        for (std::size_t i = above ? gap : 0; i < (above ? order.size() : gap); ++i)
            few.push_back(order[i].second);
        std::ranges::sort(few);
        std::string names;
        for (const std::size_t one : few)
            names += (names.empty() ? "" : ", ") + nameAt(one);
        return names;
    }

    /// The region that phrase number means.
    std::string phrase(const std::string& number) const
    {
        return std::to_string(greatest(result().phrases.at(std::stoul(number)).regions));
    }
    /// "3 0": where all positions look most in head 0 of layer 3; "4 of 13 elsewhere" where not all do.
    std::string stripe(const std::string& place) const
    {
        const Inspection& inspection = look().inspection;
        std::vector<std::size_t> votes(inspection.positions);
        for (std::size_t from = 0; from < inspection.positions; ++from) {
            const auto row = inspection.row(std::stoul(place), std::stoul(place.substr(place.find(' '))), from);
            ++votes[std::size_t(std::ranges::max_element(row) - row.begin())];
        }
        const auto most = std::ranges::max_element(votes);
        return nameAt(std::size_t(most - votes.begin())) + ", " + std::to_string(inspection.positions - *most) +
               " elsewhere";
    }
    std::string heads(const std::string&) const
    {
        return std::to_string(look().inspection.layers * look().inspection.heads);
    }

    static std::string has(const char* file, const std::string& text)
    {
        const std::string all = readTextFile(std::filesystem::path(sourceFolder()) / file);
        return all.find(text) == std::string::npos ? "no" : "yes";
    }
    std::string card(const std::string& text) const { return has("models/picture-book/README.md", text); }
    std::string accuracy(const std::string& text) const { return has("resources/help/accuracy.md", text); }
    std::string lines(const std::string& file) const
    {
        const std::string all = readTextFile(std::filesystem::path(sourceFolder()) / "models/picture-book" / file);
        return std::to_string(std::ranges::count(all, '\n'));
    }
    /// For numbers that need no measuring: of an option, or of arithmetic.
    std::string told(const std::string& text) const { return text; }

    const LessonStep& m_step;
};

inline std::string measured(const LessonStep& step, const std::string& quantity)
{
    return Measured(step)(quantity);
}

} // namespace vbs::test
