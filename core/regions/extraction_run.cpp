#include "core/regions/extraction_run.h"

#include "core/base/duration_text.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/stopwatch.h"
#include "core/checkpoint/torch_errors.h"
#include "core/regions/picture_reader.h"
#include "core/regions/region_arrays.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>

#include <torch/types.h>

namespace vbs {

namespace {

std::string keyOf(const std::vector<LabelledBox>& boxes)
{
    std::string numbers;
    for (const LabelledBox& box : boxes)
        numbers.append(reinterpret_cast<const char*>(&box.box), sizeof box.box);
    return sha256(numbers);
}

class Run {
public:
    Run(RegionExtractor& extractor, RegionStore& store, ExtractionOutput& output, const ExtractionOptions& options,
        const JobControl& control)
        : m_extractor(extractor), m_store(store), m_output(output), m_options(options), m_control(control)
    {
        m_quiet.stop = control.stop;
    }

    ExtractionReport of(const std::vector<ListedPicture>& pictures)
    {
        m_report.total = pictures.size();
        try {
            const std::vector<ListedPicture> todo = notYetDone(pictures);
            m_todo = todo.size();
            m_working = Stopwatch();
            work(todo);
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled)
                m_report.stopped = true;
            else
                m_report.abandoned = e.what();
        }
        try {
            m_output.finish();
        } catch (const Error& e) {
            m_report.abandoned = e.what();
        }
        m_report.seconds = m_whole.seconds();
        m_control.report(m_report.stopped ? "Stopped" : "Extracted", 1);
        return std::move(m_report);
    }

private:
    /// A picture on its way, with the user's boxes on it.
    struct Item {
        PictureReader::Picture picture;
        PictureBoxes boxes;
        std::string boxesKey;
    };

    std::vector<ListedPicture> notYetDone(const std::vector<ListedPicture>& pictures)
    {
        std::vector<ListedPicture> todo;
        for (const ListedPicture& picture : pictures) {
            m_control.throwIfStopped();
            m_control.report("Checking existing output", double(&picture - pictures.data()) / double(pictures.size()));
            // With boxes of the user's own, whether they are the same can be told only once the picture's
            // size is known.
            const auto state = m_options.boxes ? ExtractionOutput::State::Missing : stateOf(picture, "");
            if (!state)
                continue;
            if (state == ExtractionOutput::State::Done) {
                ++m_report.alreadyDone;
                continue;
            }
            if (state == ExtractionOutput::State::Outdated)
                m_outdated.insert(picture.id);
            todo.push_back(picture);
        }
        return todo;
    }

    /// nullopt: the picture has failed.
    std::optional<ExtractionOutput::State> stateOf(const ListedPicture& picture, const std::string& boxesKey)
    {
        try {
            return m_output.stateOf(picture, boxesKey);
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Mismatch) {
                fail(picture, e.what());
                return std::nullopt;
            }
            return ExtractionOutput::State::Missing; // an unreadable picture fails when it is decoded, and
                                                     // says why
        }
    }

    void work(const std::vector<ListedPicture>& todo)
    {
        const std::size_t batch = m_options.boxes ? 1 : std::max<std::size_t>(m_options.batch, 1);
        PictureReader reader(todo, 2 * batch);
        std::vector<Item> waiting;
        reportProgress();
        while (auto picture = reader.next()) {
            m_control.throwIfStopped();
            Item item{std::move(*picture), {}, {}};
            if (prepare(item))
                waiting.push_back(std::move(item));
            else
                reportProgress();
            if (waiting.size() == batch) {
                extract(waiting);
                waiting.clear();
            }
        }
        extract(waiting);
    }

    /// Whether there is something to extract.
    bool prepare(Item& item)
    {
        const PictureReader::Picture& picture = item.picture;
        if (!picture.fault.empty()) {
            fail(picture.listed, picture.fault);
            return false;
        }
        if (!m_options.boxes)
            return true;
        try {
            item.boxes =
                m_options.boxes->boxesOf(picture.listed.path.string(), picture.image.width, picture.image.height);
        } catch (const Error& e) {
            fail(picture.listed, e.what());
            return false;
        }
        item.boxesKey = keyOf(item.boxes.boxes);
        const auto state = stateOf(picture.listed, item.boxesKey);
        if (state == ExtractionOutput::State::Outdated)
            m_outdated.insert(picture.listed.id);
        if (!state)
            return false;
        tellOf(item);
        if (state != ExtractionOutput::State::Done)
            return true;
        ++m_report.alreadyDone;
        --m_todo;
        return false;
    }

    /// What the user should know of the boxes.
    void tellOf(const Item& item)
    {
        for (const auto& [kind, count] : item.boxes.left) {
            ExtractionReport::LeftOut& sum = m_report.leftOut[kind];
            sum.count += count;
            ++sum.pictures;
            if (sum.where.empty())
                sum.where = item.boxes.where;
        }
        if (!item.boxes.otherName.empty())
            m_report.otherNames.push_back({item.picture.listed.path.string(), item.boxes.otherName});
    }

    /// All in one pass; if that fails, one by one, so that one picture does not take the others with it.
    void extract(std::vector<Item>& items)
    {
        if (items.size() > 1) {
            std::vector<const RgbImage*> images;
            for (const Item& item : items)
                images.push_back(&item.picture.image);
            std::vector<ExtractedRegions> found;
            try {
                found = m_extractor.extractBatch(images, m_quiet);
            } catch (const std::exception& e) {
                m_control.throwIfStopped();
                found.clear();
            }
            if (found.size() == items.size()) {
                for (std::size_t i = 0; i < items.size(); ++i)
                    keep(items[i], found[i], false);
                return;
            }
        }
        for (Item& item : items)
            extractOne(item);
    }

    void extractOne(Item& item)
    {
        RegionStore::Found found;
        try {
            const RgbImage& image = item.picture.image;
            std::vector<Box> boxes;
            for (const LabelledBox& box : item.boxes.boxes)
                boxes.push_back(box.box);
            found = m_store.look(m_store.keyOf(image, m_extractor), image, boxes, m_extractor, m_quiet);
        } catch (const std::exception& e) {
            m_control.throwIfStopped();
            fail(item.picture.listed, asError(e).what());
            reportProgress();
            return;
        }
        keep(item, *found.regions, found.known);
    }

    void keep(const Item& item, const ExtractedRegions& found, bool known)
    {
        const ListedPicture& picture = item.picture.listed;
        try {
            m_output.write(picture, {item.boxesKey, item.picture.sha256},
                           toRegionFeatures(found, picture.path.filename().string()));
            ++m_report.written;
            m_report.known += known ? 1 : 0;
            m_report.redone += m_outdated.count(picture.id);
            m_report.regions += static_cast<std::int64_t>(found.regions.regions.size());
        } catch (const Error& e) {
            if (e.code() == ErrorCode::FileUnwritable)
                throw; // the next picture would fare no better, see ExtractionOutput::write
            fail(picture, e.what());
        }
        reportProgress();
    }

    void fail(const ListedPicture& picture, const std::string& reason)
    {
        m_report.failures.push_back({picture.path.string(), reason});
        ++m_failedNow;
    }

    void reportProgress() const
    {
        const std::size_t done = m_report.written + m_failedNow;
        const std::size_t finished = m_report.alreadyDone + done;
        std::string text =
            "Extracting: " + std::to_string(finished) + " of " + std::to_string(m_report.total) + " pictures";
        const double seconds = m_working.seconds();
        if (done > 0 && seconds > 0) {
            char rate[64];
            std::snprintf(rate, sizeof rate, ", %.*f a second, ", double(done) / seconds < 10 ? 2 : 0,
                          double(done) / seconds);
            const std::size_t left = m_todo > done ? m_todo - done : 0;
            text += rate + durationText(seconds / double(done) * double(left)) + " left";
        }
        if (m_failedNow > 0)
            text += ", " + std::to_string(m_failedNow) + " failed";
        // 1 would mean that all is over.
        m_control.report(text, std::min(.999, double(finished) / double(std::max<std::size_t>(m_report.total, 1))));
    }

    RegionExtractor& m_extractor;
    RegionStore& m_store;
    ExtractionOutput& m_output;
    const ExtractionOptions& m_options;
    const JobControl& m_control;
    JobControl m_quiet; ///< stops like m_control, but the extractor's own stages are not shown
    Stopwatch m_whole, m_working;
    ExtractionReport m_report;
    std::set<std::string> m_outdated;
    std::size_t m_todo = 0, m_failedNow = 0;
};

} // namespace

ExtractionReport runExtraction(const std::vector<ListedPicture>& pictures, RegionExtractor& extractor,
                               RegionStore& store, ExtractionOutput& output, const ExtractionOptions& options,
                               const JobControl& control)
{
    return Run(extractor, store, output, options, control).of(pictures);
}

} // namespace vbs
